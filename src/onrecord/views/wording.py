"""Facts in a few words, with every doubt that the record has kept."""

from onrecord.model import Certainty, Polarity
from onrecord.record.tellings import standing
from onrecord.views.dates import compact, in_words
from onrecord.views.figures import Row as Figure
from onrecord.views.ledger import Step
from onrecord.views.mandates import Decision
from onrecord.views.rows import Evidence
from onrecord.views.timeline import Entry

_CLAIMED: frozenset[Certainty] = frozenset(("alleged", "denied", "estimated"))


def hedge(
    certainty: Certainty, source: tuple[str, ...] = (), polarity: Polarity = "positive"
) -> str:
    """What keeps a fact from being plainly so, and who says so; "" where nothing does."""
    doubt: list[str] = [] if certainty == "asserted" else [certainty]
    if polarity == "negative" and certainty != "denied":
        doubt.insert(0, "not so")
    names = ", ".join(source)
    if names and certainty in _CLAIMED:
        doubt[-1] = f"{certainty} by {names}"
    elif names:
        doubt.append(f"according to {names}")
    return ", ".join(doubt)


def caveats(row: Entry | Step | Decision) -> str:
    """What keeps a row from being plainly so, and what analysts have decided on it."""
    polarity = row.polarity if isinstance(row, Entry) else "positive"
    return ", ".join(filter(None, (hedge(row.certainty, row.source, polarity), *row.decisions)))


def label(type_: str) -> str:
    """An event type in small letters: "state support"."""
    return type_.lower().replace("_", " ")


def happening(entry: Entry) -> str:
    """An event in one line: who, what, to whom, where."""
    parts = [", ".join(entry.actors), label(entry.type), entry.what]
    line = " · ".join(part for part in parts if part)
    if entry.recipients:
        line += f" → {', '.join(entry.recipients)}"
    return line + where(entry)


def undertaking(step: Step) -> str:
    """A step of an undertaking in one line: who, which step, what."""
    return " · ".join(filter(None, (step.party, step.status, step.what)))


def measurement(figure: Figure) -> str:
    """A figure in one line: what is measured, of what, how many."""
    whole = f"of {figure.of}" if figure.of else None
    return " · ".join(filter(None, (figure.measure, whole, figure.quantity)))


def where(entry: Entry) -> str:
    """The place in brackets, if the parties do not tell it already."""
    told = not entry.place or entry.place in {*entry.recipients, *entry.actors}
    return "" if told else f" ({entry.place})"


def when(entry: Entry) -> str:
    """The date; failing that the day of the report, which says no more than that."""
    told = in_words(entry.date, inferred=entry.inferred)
    return told or (f"reported {in_words(entry.published)}" if entry.published else "")


def day(row: Entry | Step) -> str:
    """The date in few characters; failing that the day of the first report as its bound.

    What is told as done was before that day; what is still ahead was so as of that day.
    """
    if row.date or not row.first_published:
        return compact(row.date, inferred=row.inferred)
    ahead = standing(row.certainty) == "ahead"
    return f"{'as of' if ahead else 'before'} {row.first_published}"


def attested(row: Evidence) -> str:
    """How many reports tell it; in brackets how many of them are no copies: "3 (2)"."""
    copies = row.reports != row.independent
    return f"{row.reports} ({row.independent})" if copies else str(row.reports)
