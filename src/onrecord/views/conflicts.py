"""The contradictions: two facts that cannot both be right, side by side."""

from dataclasses import dataclass
from typing import Literal

from onrecord.record import Happening, Record
from onrecord.record.conflicts import Conflict
from onrecord.record.preference import Differs
from onrecord.record.sayings import Number
from onrecord.record.tellings import standing
from onrecord.views.dates import in_words
from onrecord.views.figures import Row, measured, row
from onrecord.views.selection import EVERYTHING, Selection
from onrecord.views.timeline import Entry, entry, happened
from onrecord.views.wording import label


@dataclass(frozen=True, slots=True, kw_only=True)
class Disagreement:
    """What two facts say of the same thing, each with its sentence and report: `one` first.

    `preferred` is the side that has more for it, `because` says what that is.
    """

    kind: Literal["event", "figure"]
    differs: Differs
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
    preferred: Literal["one", "other"] | None
    because: str


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
                rows.append(_events(record, found, events[found.one], events[found.other]))
            else:
                rows.append(_figures(record, found, numbers[found.one], numbers[found.other]))
    return tuple(sorted(rows, key=lambda row: (row.date or "~", row.kind, row.one, row.other)))


def _events(record: Record, found: Conflict, one: Happening, other: Happening) -> Disagreement:
    left, right = entry(record, one), entry(record, other)
    names = left.actors or right.actors
    thing = [left.item or right.item or ""] if found.differs != "number" else []
    about = ", ".join(filter(None, (*names, label(left.type), *thing)))
    dates = sorted(filter(None, (left.date, right.date)))
    says = (_says(found, left), _says(found, right))
    return _pair(found, about, dates[0] if dates else None, (left, right), says)


def _figures(record: Record, found: Conflict, one: Number, other: Number) -> Disagreement:
    left, right = row(record, one), row(record, other)
    about = min((left.measure, right.measure), key=lambda words: (len(words), words))
    says = (left.quantity or "", right.quantity or "")
    return _pair(found, about, left.as_of, (left, right), says)


def _says(found: Conflict, side: Entry) -> str:
    if found.differs == "denial":
        denied = standing(side.certainty, side.polarity) == "denied"
        return "not so" if denied else "done"
    return in_words(side.date) if found.differs == "date" else side.quantity or ""


def _pair(
    found: Conflict,
    about: str,
    date: str | None,
    facts: tuple[Entry | Row, Entry | Row],
    says: tuple[str, str],
) -> Disagreement:
    (left, left_says), (right, right_says) = sorted(zip(facts, says, strict=True), key=_published)
    best: Literal["one", "other"] | None = None
    if found.preferred:
        best = "one" if found.preferred == left.id else "other"
    return Disagreement(
        kind=found.kind,
        differs=found.differs,
        about=about,
        date=date,
        one=left.id,
        one_says=left_says,
        one_sentence=left.sentence,
        one_report=left.report,
        one_publisher=left.publisher,
        one_published=left.published,
        other=right.id,
        other_says=right_says,
        other_sentence=right.sentence,
        other_report=right.report,
        other_publisher=right.publisher,
        other_published=right.published,
        preferred=best,
        because=found.because,
    )


def _published(side: tuple[Entry | Row, str]) -> tuple[str, str]:
    fact, _ = side
    return (fact.published or "~", fact.id)
