"""What parties undertook, and what has become of it: kept, in part, not kept, or open."""

from dataclasses import dataclass
from typing import Literal

from onrecord.model import Amount, Status
from onrecord.record import Line, Record, Stage
from onrecord.record.tellings import standing
from onrecord.views.ledger import Step, lines, step
from onrecord.views.selection import EVERYTHING, Selection

Outcome = Literal["kept", "in part", "not kept", "open"]

_UNDERTAKEN: frozenset[Status] = frozenset(("pledged", "approved", "agreed"))
_DONE: frozenset[Status] = frozenset(("deployed", "delivered"))
_BROKEN: frozenset[Status] = frozenset(("blocked", "suspended", "rejected", "withdrawn"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise:
    """An undertaking towards one mission or beneficiary: its steps, and what became of it.

    `undertaken` is the step that says most of what was undertaken, `last` the one that decides
    the outcome; None where nothing has come of it yet.
    """

    outcome: Outcome
    undertaken: Step
    last: Step | None


def promises(record: Record, selection: Selection = EVERYTHING) -> tuple[Promise, ...]:
    """What became of the undertakings that are asked for, in the order of the ledger.

    It is kept where something was deployed or delivered; in part where less was than undertaken,
    as far as both are counted in one unit; not kept where its last step stops, refuses or
    withdraws it. What is only announced changes nothing, and so does what came before it.
    """
    found = (_promise(record, line) for line in lines(record, selection))
    return tuple(promise for promise in found if promise)


def _promise(record: Record, line: Line) -> Promise | None:
    told = [stage for stage in line.stages if standing(stage.certainty) == "done"]
    undertaken = [stage for stage in told if stage.status in _UNDERTAKEN]
    if not undertaken:
        return None
    most = max(undertaken, key=lambda stage: _least(stage.quantity) or 0)
    after = [s for s in told[told.index(most) :] if s.status in _DONE | _BROKEN]
    last = after[-1] if after else None
    return Promise(
        outcome=_outcome(most, last),
        undertaken=step(record, line, most),
        last=step(record, line, last) if last else None,
    )


def _outcome(most: Stage, last: Stage | None) -> Outcome:
    if last is None:
        return "open"
    if last.status in _BROKEN:
        return "not kept"
    given = last.total or last.quantity
    wanted, done = _least(most.quantity), _least(given)
    return "in part" if wanted and done and done < wanted and _alike(most, given) else "kept"


def _least(amount: Amount | None) -> float | None:
    if amount is None:
        return None
    return amount.max if amount.min is None else amount.min


def _alike(most: Stage, given: Amount | None) -> bool:
    """Whether both count the same: no share or sum is measured against a number of people."""
    units = {amount.unit for amount in (most.quantity, given) if amount and amount.unit}
    return len({unit.split()[-1] for unit in units}) <= 1
