"""The record as tidy tables: one for each kind of thing, a row for each, plain columns."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from onrecord.dictionary import Column
from onrecord.exports.chosen import Chosen
from onrecord.exports.days import days
from onrecord.record import Happening, Party, Record
from onrecord.record.periods import Period, period
from onrecord.views.conflicts import conflicts
from onrecord.views.figures import row as figure
from onrecord.views.ledger import step
from onrecord.views.statements import quote
from onrecord.views.timeline import entry

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Table:
    """A table: what a row of it is, its columns, and how its rows come from the record."""

    name: str
    row: str
    columns: tuple[Column, ...]
    rows: Callable[[Chosen], Iterator[Row]]


@cache
def tables() -> tuple[Table, ...]:
    """All tables, in the order of the data dictionary."""
    told = yaml.safe_load((files("onrecord.exports") / "dictionary.yaml").read_text("utf-8"))
    return tuple(
        Table(name, table["row"], _columns(table, told["shared"]), _ROWS[name])
        for name, table in told["tables"].items()
    )


def _columns(table: Row, shared: Row) -> tuple[Column, ...]:
    found = dict(table["columns"])
    for name in table.get("with", ()):
        found |= shared[name]
    return tuple(Column(name, *told) for name, told in found.items())


def _events(chosen: Chosen) -> Iterator[Row]:
    for event in chosen.events:
        yield event_row(chosen.record, event)


def event_row(record: Record, event: Happening) -> Row:
    """The row of an event in the table of events."""
    return _fields(entry(record, event)) | _days(event.period)


def _participants(chosen: Chosen) -> Iterator[Row]:
    for event in chosen.events:
        parts = [("actor", party) for party in event.actors]
        parts += [("recipient", party) for party in event.recipients]
        parts += [("mission", event.mission)] if event.mission else []
        yield from (_participant(event.id, role, party) for role, party in parts)


def _participant(event: str, role: str, party: Party) -> Row:
    return {
        "event": event,
        "role": role,
        "party": party.name,
        "kind": party.kind,
        "country": party.country,
    }


def _ledger(chosen: Chosen) -> Iterator[Row]:
    for line in chosen.lines:
        for stage in line.stages:
            yield _fields(step(chosen.record, line, stage)) | _days(stage.period)


def _statements(chosen: Chosen) -> Iterator[Row]:
    return (_fields(quote(chosen.record, saying)) for saying in chosen.sayings)


def _figures(chosen: Chosen) -> Iterator[Row]:
    for number in chosen.numbers:
        yield _fields(figure(chosen.record, number)) | _days(period(number.figure.as_of))


def _actors(chosen: Chosen) -> Iterator[Row]:
    for party in chosen.parties:
        yield _fields(party) | {"reports": len(party.reports)}


def _roles(chosen: Chosen) -> Iterator[Row]:
    for office in chosen.offices:
        yield _fields(office.role) | {"id": office.id, "holder": office.holder.name}


def _claims(chosen: Chosen) -> Iterator[Row]:
    for claims in chosen.facts():
        for claim in claims:
            text = chosen.record.readings[claim.report].report.text
            yield {
                "id": claim.id,
                "fact": claims[0].id,
                "kind": claim.kind,
                "report": claim.report,
                "start": claim.sentence.start,
                "end": claim.sentence.end,
                "sentence": claim.sentence.of(text),
                "words": claim.mark.of(text),
            }


def _conflicts(chosen: Chosen) -> Iterator[Row]:
    return map(_fields, conflicts(chosen.record, chosen.selection))


def _sources(chosen: Chosen) -> Iterator[Row]:
    families = chosen.record.families
    for report in chosen.reports:
        yield _fields(report) | {"report": report.id, "family": families.get(report.id)}


def _fields(found: Any) -> Row:
    return {field.name: getattr(found, field.name) for field in fields(found)}


def _days(when: Period | None) -> Row:
    return dict(zip(("first_day", "last_day"), days(when), strict=True))


_ROWS: dict[str, Callable[[Chosen], Iterator[Row]]] = {
    "events": _events,
    "participants": _participants,
    "ledger": _ledger,
    "statements": _statements,
    "figures": _figures,
    "actors": _actors,
    "roles": _roles,
    "claims": _claims,
    "conflicts": _conflicts,
    "sources": _sources,
}
