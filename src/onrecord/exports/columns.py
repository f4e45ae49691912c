"""Which columns a person is shown of each listing; machines get every field."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from onrecord.views.dates import compact
from onrecord.views.wording import attested, day, hedge, label

_ID = 8  # characters of an id: enough to be told apart, short enough to be typed


@dataclass(frozen=True, slots=True)
class Column:
    """A heading, the cell that a row has there, and its share of the width (0: as it needs)."""

    head: str
    cell: Callable[[Any], str]
    share: int = 0
    right: bool = False


def _text(name: str) -> Callable[[Any], str]:
    return lambda row: flat(getattr(row, name))


def flat(value: object) -> str:
    """A value as text: several of them in a row, nothing where there is none."""
    if isinstance(value, tuple):
        return ", ".join(map(str, value))
    return "" if value is None else str(value)


def _term(row: Any) -> str:
    return " to ".join(filter(None, (row.first, row.last)))


def _reasons(row: Any) -> str:
    """Why it waits; in brackets why it may be one with others."""
    because = f" ({row.because})" if row.because else ""
    return f"{flat(row.reasons)}{because}"


def _doubt(row: Any) -> str:
    """As `hedge` has it, in fewer letters."""
    doubt = hedge(row.certainty, row.source, getattr(row, "polarity", "positive"))
    return doubt.replace("according to", "per")


def _preferred(row: Any) -> str:
    """The side that has more for it, and why."""
    if row.preferred is None:
        return ""
    says = row.one_says if row.preferred == "one" else row.other_says
    return f"{says}: {row.because}"


_short_id = Column("Id", lambda row: (row.id or "")[:_ID])
_reports = Column("Reports", attested, right=True)
_all_reports = Column("Reports", _text("reports"), right=True)
_said_by = Column("Certainty", _doubt, 3)
_decided = Column("Decided", _text("decisions"), 2)

COLUMNS: Mapping[str, tuple[Column, ...]] = {
    "failures": (Column("Input", _text("input"), 2), Column("Reason", _text("reason"), 3)),
    "sources": (
        Column("Report", lambda row: row.title or row.report[:_ID], 4),
        Column("Publisher", _text("publisher"), 2),
        Column("Published", _text("published")),
        Column("Claims", _text("claims"), right=True),
        Column("Copy of", lambda row: (row.copy_of or "")[:_ID]),
        Column("Id", lambda row: row.report[:_ID]),
    ),
    "readings": (
        Column("Report", lambda row: row.source_id or row.path or row.report[:_ID], 2),
        Column("Title", _text("title"), 3),
        Column("Published", _text("published")),
        Column("Events", _text("events"), right=True),
        Column("Steps", _text("commitments"), right=True),
        Column("Statements", _text("statements"), right=True),
        Column("Figures", _text("figures"), right=True),
    ),
    "ledger": (
        Column("Party", _text("party"), 2),
        Column("For", lambda row: row.mission or row.beneficiary or "", 2),
        Column("Step", _text("status")),
        Column("What", _text("what"), 5),
        Column("In all", _text("total"), right=True),
        Column("When", day),
        _said_by,
        _reports,
        _decided,
        _short_id,
    ),
    "timeline": (
        Column("When", day),
        Column("Who", _text("actors"), 3),
        Column("Event", lambda row: label(row.type)),
        Column("What", _text("what"), 5),
        Column("To whom", _text("recipients"), 2),
        Column("Certainty", _doubt, 3),
        _reports,
        _decided,
        _short_id,
    ),
    "figures": (
        Column("Measure", _text("measure"), 5),
        Column("Value", lambda row: row.quantity or "", 3),
        Column("Of", _text("of"), 2),
        Column("As of", lambda row: compact(row.as_of)),
        Column("Says", _text("source"), 2),
        _reports,
        _decided,
        _short_id,
    ),
    "map": (
        Column("Country", _text("name"), 2),
        Column("Part", _text("parts"), 1),
        Column("Steps", _text("steps"), right=True),
        Column("Events", _text("events"), right=True),
    ),
    "statements": (
        Column("Published", _text("published")),
        Column("Speaker", _text("speaker"), 2),
        Column("Statement", _text("content"), 6),
        Column("Channel", _text("channel")),
        _reports,
        _decided,
        _short_id,
    ),
    "actors": (
        Column("Name", _text("name"), 3),
        Column("Kind", _text("kind")),
        Column("State", _text("country")),
        Column("Roles", _text("roles"), 4),
        Column("Events", _text("events"), right=True),
        Column("Statements", _text("statements"), right=True),
        _all_reports,
        _short_id,
    ),
    "missions": (
        Column("Mission", _text("name"), 3),
        Column("Mandate", _text("mandate"), 4),
        Column("Lead", _text("lead")),
        Column("Host", _text("host")),
        Column("Contributors", _text("contributors"), 4),
        Column("Strength", lambda row: row.strength[-1] if row.strength else "", 2),
        Column("Steps", _text("steps"), right=True),
        Column("Events", _text("events"), right=True),
        _all_reports,
        Column("Events from, to", _term, 2),
    ),
    "conflicts": (
        Column("About", _text("about"), 4),
        Column("When", lambda row: compact(row.date)),
        Column(
            "One says", lambda row: _side(row.one_says, row.one_publisher, row.one_published), 4
        ),
        Column(
            "Another says",
            lambda row: _side(row.other_says, row.other_publisher, row.other_published),
            4,
        ),
        Column("More for", _preferred, 3),
        Column("Ids", lambda row: f"{row.one[:_ID]} {row.other[:_ID]}", 2),
    ),
    "changes": (
        Column("Since", _text("date")),
        Column("Change", lambda row: " ".join(filter(None, (row.change, row.field)))),
        Column("What", _text("what"), 5),
        Column("Before", _text("before"), 3),
        Column("Now", _text("now"), 3),
        Column("Because", _text("because"), 4),
        _short_id,
    ),
    "search": (
        Column("Published", _text("published")),
        Column("Kind", _text("kind")),
        Column("Fact", _text("what"), 5),
        Column("Sentence", _text("sentence"), 6),
        _reports,
        _decided,
        _short_id,
    ),
    "reread": (
        Column("Change", _text("change")),
        Column("Kind", _text("kind")),
        Column("Now", _text("now"), 5),
        Column("Before", _text("before"), 5),
        Column("Sentence", _text("sentence"), 6),
        Column("Id", lambda row: (row.decision or row.id)[:_ID]),
    ),
    "queue": (
        Column("Why", _reasons),
        Column("Kind", _text("kind")),
        Column("Fact", _text("what"), 5),
        Column("Sentence", _text("sentence"), 6),
        _reports,
        _short_id,
    ),
    "decisions": (
        Column("When", lambda row: row.time[:10]),
        Column("Author", _text("author")),
        Column("Decision", lambda row: " ".join(filter(None, (row.action, row.field)))),
        Column("Fact", _text("what"), 5),
        Column("Value", _text("value"), 2),
        Column("Note", _text("note"), 3),
        Column("Standing", _text("standing")),
        _short_id,
    ),
    "accounts": (
        Column("Name", _text("name"), 2),
        Column("Role", _text("role")),
        Column("Since", lambda row: row.made[:10]),
        Column("Tokens", _text("tokens"), 4),
    ),
    "audit": (
        Column("When", _text("time")),
        Column("Who", _text("who"), 2),
        Column("From", _text("address")),
        Column("Did", _text("act"), 4),
        Column("Outcome", _text("outcome")),
    ),
}


def _side(says: str, publisher: str | None, published: str | None) -> str:
    source = ", ".join(filter(None, (publisher, published)))
    return f"{says} ({source})" if source else says
