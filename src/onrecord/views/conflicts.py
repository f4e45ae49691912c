"""The contradictions: two facts that cannot both be right, side by side."""

from dataclasses import dataclass
from typing import Literal

from onrecord.record import Happening, Record
from onrecord.record.sayings import Number
from onrecord.views.figures import measured, row
from onrecord.views.rows import Fact
from onrecord.views.selection import EVERYTHING, Selection
from onrecord.views.timeline import entry, happened
from onrecord.views.wording import label


@dataclass(frozen=True, slots=True, kw_only=True)
class Disagreement:
    """What two facts say of the same thing, each with its sentence and report: `one` first."""

    kind: Literal["event", "figure"]
    about: str
    date: str | None
    one: str
    one_says: str
    one_sentence: str
    one_report: str
    one_publisher: str | None
    one_published: str | None
    other: str
    other_says: str
    other_sentence: str
    other_report: str
    other_publisher: str | None
    other_published: str | None


def conflicts(record: Record, selection: Selection = EVERYTHING) -> tuple[Disagreement, ...]:
    """The contradictions that are asked for: one of the two facts has to be."""
    events = {event.id: event for event in record.happenings}
    numbers = {number.id: number for number in record.numbers}
    wanted = {event.id for event in happened(record, selection)}
    wanted |= {number.id for number in measured(record, selection)}
    rows = []
    for found in record.conflicts:
        if found.one in wanted or found.other in wanted:
            if found.kind == "event":
                rows.append(_events(record, events[found.one], events[found.other]))
            else:
                rows.append(_figures(record, numbers[found.one], numbers[found.other]))
    return tuple(rows)


def _events(record: Record, one: Happening, other: Happening) -> Disagreement:
    left, right = entry(record, one), entry(record, other)
    about = ", ".join((*left.actors, label(left.type)))
    return _pair("event", about, left.date, (one.id, left), (other.id, right))


def _figures(record: Record, one: Number, other: Number) -> Disagreement:
    left, right = row(record, one), row(record, other)
    return _pair("figure", left.measure, left.as_of, (one.id, left), (other.id, right))


def _pair(
    kind: Literal["event", "figure"],
    about: str,
    date: str | None,
    one: tuple[str, Fact],
    other: tuple[str, Fact],
) -> Disagreement:
    (left_id, left), (right_id, right) = sorted((one, other), key=_published)
    return Disagreement(
        kind=kind,
        about=about,
        date=date,
        one=left_id,
        one_says=left.quantity or "",
        one_sentence=left.sentence,
        one_report=left.report,
        one_publisher=left.publisher,
        one_published=left.published,
        other=right_id,
        other_says=right.quantity or "",
        other_sentence=right.sentence,
        other_report=right.report,
        other_publisher=right.publisher,
        other_published=right.published,
    )


def _published(side: tuple[str, Fact]) -> tuple[str, str]:
    key, fact = side
    return (fact.published or "~", key)
