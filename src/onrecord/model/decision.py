"""What an analyst says about facts of the record. Kept for ever."""

from dataclasses import dataclass
from typing import Literal

from onrecord.model.quantity import Amount
from onrecord.model.span import Span

Kind = Literal["event", "statement", "figure", "commitment", "role", "actor"]
Action = Literal["accept", "reject", "correct", "merge", "split", "note", "undo"]
Value = str | tuple[str, ...] | Amount | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """What a decision points to: a place in a report and the kind of fact that was read there.

    `type` is that of the claim ("PLEDGE", "deployed", "person"), `span` the words that it hangs on,
    `claim` its id when it was decided on. `alone` says that nothing else of its kind and type stood
    on these words: then it is found again by them, whatever a newer engine reads there.
    """

    report: str
    kind: Kind
    type: str
    span: Span
    claim: str
    alone: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """One act of one analyst. `id` is a hash of the rest; `time` is UTC, to the microsecond.

    `targets` are the claims that it is about. A merge makes them one fact; a split sets them apart
    from `apart`. A correction gives `field` the `value`, None for none. An undo names in `undoes`
    an earlier decision, which then counts no more; it has the same targets and may itself be
    undone.
    """

    id: str
    author: str
    time: str
    action: Action
    targets: tuple[Target, ...] = ()
    apart: tuple[Target, ...] = ()
    field: str | None = None
    value: Value = None
    note: str | None = None
    undoes: str | None = None
