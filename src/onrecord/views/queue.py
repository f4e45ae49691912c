"""What waits for an analyst, as rows."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from onrecord.model import Kind
from onrecord.record import Record
from onrecord.review import Item, Reason
from onrecord.review import queue as waiting
from onrecord.views.decisions import lost, place
from onrecord.views.figures import measured
from onrecord.views.gist import gist
from onrecord.views.rows import Evidence, evidence
from onrecord.views.selection import EVERYTHING, Selection
from onrecord.views.statements import said
from onrecord.views.timeline import happened
from onrecord.views.verdicts import in_short


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting(Evidence):
    """A fact to look at, and why; `against` are the ids of facts that contradict it.

    `rivals` are those of facts that it may be one with, `because` tells what speaks for it.
    Where its kind is that of a decision's lost target, `id` is that of the decision, and it has no
    reports.
    """

    id: str
    kind: Kind
    reasons: tuple[Reason, ...]
    what: str
    against: tuple[str, ...]
    rivals: tuple[str, ...]
    because: str | None


def queue(
    record: Record,
    selection: Selection = EVERYTHING,
    *,
    author: str | None = None,
    approvals: int = 1,
) -> tuple[Waiting, ...]:
    """The rows of `onrecord.review.queue`; roles and lost decisions only where all is asked for."""
    return tuple(
        row(record, item) for item in chosen(record, selection, author=author, approvals=approvals)
    )


def chosen(
    record: Record,
    selection: Selection = EVERYTHING,
    *,
    author: str | None = None,
    approvals: int = 1,
) -> tuple[Item, ...]:
    """The items of the queue that are asked for."""
    found = waiting(record, author=author, approvals=approvals)
    if selection == EVERYTHING:
        return found
    wanted = {event.id for event in happened(record, selection)}
    wanted |= {number.id for number in measured(record, selection)}
    wanted |= {saying.id for saying in said(record, selection)}
    wanted |= {record.who.sightings[key][0].id for key in _actors(record, selection)}
    return tuple(item for item in found if item.id in wanted)


def _actors(record: Record, selection: Selection) -> Iterator[str]:
    """The keys of actors that are asked for, and of those that these may be."""
    asked = selection.actors or frozenset()
    for doubt in record.who.doubts:
        if doubt.one in asked or doubt.other in asked:
            yield doubt.other


def row(record: Record, item: Item) -> Waiting:
    """An item as a row."""
    if item.orphan:
        what = f"{lost(item.orphan.targets[0])}, {in_short(item.orphan.decision)}"
        proof = _nothing(record, item)
    else:
        what, proof = gist(record, item.claims), evidence(record, item.claims)
    return Waiting(
        id=item.id,
        kind=item.kind,
        reasons=item.reasons,
        what=what,
        against=item.against,
        rivals=item.rivals,
        because=item.because,
        **proof,
    )


def _nothing(record: Record, item: Item) -> dict[str, Any]:
    """The evidence of what no report is read to say any more: only where it stood."""
    nothing = dict.fromkeys(
        ("title", "publisher", "reliability", "published", "url", "first_published")
    )
    orphan = item.orphan
    where = place(record, orphan.targets[0]) if orphan else {}
    return {**nothing, "account": "report", "reports": 0, "independent": 0, **where}
