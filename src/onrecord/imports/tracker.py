"""A tracker that was kept by hand -> a reading: each row a claim whose source is that sheet.

The sheet becomes a report of one line for each row ("Party: Norland; Step: pledged; ..."), so that
every claim has its words and can be decided on like any other. Nothing is read into the rows: what
a cell says is what the claim says.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cache
from importlib.resources import files
from typing import Any, cast, get_args

import yaml

from onrecord.documents.compose import report
from onrecord.imports.mapping import FIELDS, Mapping
from onrecord.imports.sheets import Row
from onrecord.lexicon.frames import frames
from onrecord.linking.gazetteer import Entry
from onrecord.linking.states import entries
from onrecord.model import (
    Actor,
    ActorKind,
    Amount,
    Attribution,
    Block,
    Certainty,
    Commitment,
    Event,
    Plover,
    Reading,
    Ref,
    Span,
    Status,
    When,
)
from onrecord.review.values import amount_of, date_of

BY_HAND = "999999+by-hand"
"""The engine of a reading that no engine made: none is newer, so that none reads it again."""

_KINDS: dict[str, ActorKind] = {"mission": "mission"}  # of parties that the lexicon does not know
_YES = frozenset(("true", "yes", "y", "1", "about", "x"))


class RowsError(ValueError):
    """Rows that cannot be taken over; `lines` say which, and why."""

    def __init__(self, lines: tuple[str, ...]) -> None:
        super().__init__("; ".join(lines))
        self.lines = lines


@dataclass(slots=True)
class _Sheet:
    """The report that is being written, and what its rows say."""

    told: Mapping
    text: str = ""
    actors: dict[tuple[str, ActorKind], tuple[str, str | None, list[Span]]] = field(
        default_factory=dict
    )
    events: list[Event] = field(default_factory=list)
    commitments: list[Commitment] = field(default_factory=list)


def tracker(rows: Iterable[Row], told: Mapping, path: str) -> Reading:
    """The reading of a sheet. Raises `RowsError` with every row that does not make sense.

    Raises `ValueError` where a column is missing, or the sheet has no rows.
    """
    sheet, wrong = _Sheet(told), list[str]()
    for row in rows:
        if not sheet.events and not wrong:
            _check_heads(row, told)
        before = len(sheet.text)
        try:
            _add(sheet, row)
        except ValueError as error:
            sheet.text = sheet.text[:before]
            wrong.append(f"row {row.number}: {error}")
    if wrong:
        raise RowsError(tuple(wrong))
    if not sheet.events:
        raise ValueError("there are no rows below the head")
    return _reading(sheet, path)


def _check_heads(row: Row, told: Mapping) -> None:
    for name, head in told.columns.items():
        if head not in row.cells:
            raise ValueError(f"no column {head!r} for {name}: one of {', '.join(row.cells)}")


def _reading(sheet: _Sheet, path: str) -> Reading:
    told = sheet.told
    made = report(
        sheet.text,
        title=told.title or path,
        publisher=told.publisher,
        url=told.url,
        published=told.published,
        path=path,
        language="en",
        blocks=[Block(role="body", span=Span(0, len(sheet.text)))],
    )
    actors = (
        Actor(id=id_, name=name, kind=kind, country=country, mentions=tuple(spans))
        for (name, kind), (id_, country, spans) in sheet.actors.items()
    )
    return Reading(
        report=made,
        actors=tuple(actors),
        events=tuple(sheet.events),
        commitments=tuple(sheet.commitments),
    )


def _add(sheet: _Sheet, row: Row) -> None:
    """Write the row as a line, and claim what it says."""
    told, words, spans = sheet.told, dict(sheet.told.always), {}
    words |= {name: _words(row.cells.get(head)) for name, head in told.columns.items()}
    line, start = "", len(sheet.text)
    for name in (name for name in FIELDS if words.get(name)):
        line += f"{'; ' if line else ''}{told.columns.get(name, name.capitalize())}: "
        spans[name] = Span(start + len(line), start + len(line) + len(words[name]))
        line += words[name]
    status = _status(words.get("status", ""), told)
    amount = _amount(words, spans)
    when = _when(words, spans)
    certainty = _certainty(words.get("certainty"))
    if not words.get("party"):
        raise ValueError("it names no party")
    party = _ref(sheet, "party", words, spans)
    mission = _ref(sheet, "mission", words, spans)
    beneficiary = _ref(sheet, "beneficiary", words, spans)
    source = _ref(sheet, "source", words, spans)
    assert party  # noqa: S101
    frame = frames()[_types()[status]]
    event = Event(
        id=f"e{len(sheet.events) + 1}",
        type=frame.type,
        sentence=Span(start, start + len(line)),
        trigger=spans["status"],
        actor=(party,),
        recipient=(beneficiary,) if beneficiary else (),
        mission=mission,
        item=words.get("item") or None,
        quantity=amount,
        date=when,
        certainty=certainty,
        attribution=Attribution(source=source) if source else None,
        plover=Plover(type=frame.plover.type, mode=frame.plover.mode, context=frame.plover.context),
        cameo=frame.cameo,
        why=f"row {row.number} of the sheet",
    )
    sheet.text += f"{line}\n"
    sheet.events.append(event)
    sheet.commitments.append(
        Commitment(
            party=party,
            mission=mission,
            beneficiary=beneficiary,
            item=event.item,
            quantity=amount,
            status=status,
            date=when,
            certainty=certainty,
            event=event.id,
        )
    )


def _words(cell: Any) -> str:
    """A cell in words, in one line; a day is an ISO date."""
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return "" if cell is None else " ".join(str(cell).split())


def _status(words: str, told: Mapping) -> Status:
    known = told.status.get(words.casefold(), words.casefold())
    if known not in get_args(Status):
        raise ValueError(f"no status {words!r}: one of {', '.join(get_args(Status))}")
    return cast("Status", known)


def _certainty(words: str | None) -> Certainty:
    certainty = (words or "asserted").casefold()
    if certainty not in get_args(Certainty):
        raise ValueError(f"no certainty {words!r}: one of {', '.join(get_args(Certainty))}")
    return cast("Certainty", certainty)


def _amount(words: dict[str, str], spans: dict[str, Span]) -> Amount | None:
    unit, approx = words.get("unit") or None, words.get("approx", "").casefold() in _YES
    if words.get("quantity"):
        found = amount_of(words["quantity"], unit)
        span = spans["quantity"] if found.unit != unit or unit is None else None
        return Amount(
            min=found.min, max=found.max, approx=found.approx or approx, unit=found.unit, span=span
        )
    if not words.get("min") and not words.get("max"):
        return None
    low, high = (_number(words.get(name)) for name in ("min", "max"))
    if low is not None and high is not None and low > high:
        raise ValueError(f"{words['min']} is more than {words['max']}")
    return Amount(min=low, max=high, approx=approx, unit=unit, span=None)


def _number(words: str | None) -> int | float | None:
    return amount_of(words).min if words else None


def _when(words: dict[str, str], spans: dict[str, Span]) -> When | None:
    if not words.get("date"):
        return None
    edtf = date_of(words["date"])
    return When(value=edtf, edtf=edtf, span=spans["date"])


def _ref(sheet: _Sheet, name: str, words: dict[str, str], spans: dict[str, Span]) -> Ref | None:
    """The party that a cell names: one of the lexicon's states, or of the kind that is told."""
    if not words.get(name):
        return None
    state = _states().get(words[name])
    known = state.name if state else words[name]
    kind = "state" if state else sheet.told.kinds.get(name, _KINDS.get(name, "organisation"))
    number = f"a{len(sheet.actors) + 1}"
    country = state.country if state else None
    id_, _, mentions = sheet.actors.setdefault((known, kind), (number, country, []))
    mentions.append(spans[name])
    return Ref(name=known, actor=id_, span=spans[name])


@cache
def _states() -> dict[str, Entry]:
    """States and territories by every name of theirs."""
    return {name: entry for name, entry in entries() if entry.sort in {"state", "territory"}}


@cache
def _types() -> dict[Status, str]:
    told: dict[Status, str] = yaml.safe_load(
        (files("onrecord.imports") / "tracker.yaml").read_text("utf-8")
    )
    return told
