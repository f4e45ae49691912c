"""The timeline: what happened, in order of time."""

from dataclasses import dataclass

from onrecord.model import Certainty, Polarity, Span
from onrecord.record import Happening, Record
from onrecord.views.belonging import belonging
from onrecord.views.rows import Fact, evidence, number
from onrecord.views.selection import EVERYTHING, Selection, involves

_FAR = 10**9


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry(Fact):
    """An event of the record. `date` is EDTF; `inferred` that its year was not told."""

    id: str
    date: str | None
    inferred: bool
    type: str
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    mission: str | None
    item: str | None
    place: str | None
    certainty: Certainty
    polarity: Polarity


def happened(record: Record, selection: Selection = EVERYTHING) -> tuple[Happening, ...]:
    """The events that are asked for, in order of time; those without a date come last.

    These are in the order of their publication.
    """
    found = [event for event in record.happenings if selection.at(event.period)]
    if selection.missions is not None:
        own = belonging(record, selection.missions)
        found = [event for event in found if own.event(event)]
    if selection.actors is not None:
        keys = selection.actors
        found = [
            event
            for event in found
            if involves(record, keys, (*event.actors, *event.recipients, event.mission))
        ]
    return tuple(sorted(found, key=lambda event: _when(record, event)))


def timeline(record: Record, selection: Selection = EVERYTHING) -> tuple[Entry, ...]:
    """The rows of the timeline."""
    return tuple(entry(record, event) for event in happened(record, selection))


def entry(record: Record, event: Happening) -> Entry:
    """An event of the record as a row."""
    return Entry(
        id=event.id,
        date=event.date.edtf if event.date else None,
        inferred=bool(event.date and event.date.inferred),
        type=event.type,
        actors=tuple(party.name for party in event.actors),
        recipients=tuple(party.name for party in event.recipients),
        mission=event.mission.name if event.mission else None,
        item=event.item,
        place=event.place,
        certainty=event.certainty,
        polarity=event.polarity,
        **number(record, event.claims, event.quantity, event.item),
        **evidence(record, event.claims),
    )


def _when(record: Record, event: Happening) -> tuple[int, int, str, tuple[str, Span, str]]:
    first = event.period.first.toordinal() if event.period else _FAR
    last = event.period.last.toordinal() if event.period else _FAR
    published = record.readings[event.claims[0].report].report.published
    return (first, last, published or "~", event.claims[0].place)
