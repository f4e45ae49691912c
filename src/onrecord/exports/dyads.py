"""Events in the form of CAMEO: one source, one target."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from onrecord.exports.coding_actors import unknown
from onrecord.exports.coding_record import CodedEvent, CodedParty, coded_events
from onrecord.exports.days import days
from onrecord.record import Happening, Record
from onrecord.record.tellings import standing


@dataclass(frozen=True, slots=True, kw_only=True)
class Dyad:
    """One of the pairs of an event that happened; a side that is not told has the code "---".

    `date` is an ISO date: the first day that the event may have been, else the day of the first
    report.
    """

    found: CodedEvent
    date: str
    source: CodedParty
    target: CodedParty


def dyads(record: Record, events: Sequence[Happening]) -> Iterator[Dyad]:
    """The pairs of all events that happened and have a CAMEO code and a date, in their order."""
    nobody = CodedParty(name="", code=unknown(), words="", at=None)
    for found in coded_events(record, events):
        event = found.event
        date = day_of(record, event)
        if found.best.cameo is None or date is None:
            continue
        if standing(event.certainty, event.polarity) == "done":
            for source, target in product(found.actors or [nobody], found.recipients or [nobody]):
                yield Dyad(found=found, date=date, source=source, target=target)


def day_of(record: Record, event: Happening) -> str | None:
    """The first day that an event may have been; without one the day of the first report."""
    first, last = days(event.period)
    published = (record.readings[claim.report].report.published for claim in event.claims)
    return first or last or min(filter(None, published), default=None)
