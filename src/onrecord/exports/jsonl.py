"""The whole record as JSON Lines: one object for each thing on it, `record` says of what kind.

Reports come first, then events, ledger stages, statements, figures, actors, roles, conflicts; each
kind in the record's own order, so that the same record gives the same bytes. Claims stand with
the fact that they bear out, the best first, their facts as on the wire. The decisions in force
come last.
"""

from collections.abc import Iterator
from typing import Any

import msgspec

from onrecord.record import Happening, Line, Party, Record, Stage
from onrecord.record.sayings import Held, Number, Saying
from onrecord.views.rows import figure_amount


def lines(record: Record) -> Iterator[bytes]:
    """The lines of the file, each with its newline, in UTF-8."""
    encoder = msgspec.json.Encoder()
    for kind, fields in _things(record):
        yield encoder.encode({"record": kind, **fields}) + b"\n"


def _things(record: Record) -> Iterator[tuple[str, dict[str, Any]]]:
    for reading in record.readings.values():
        yield "report", msgspec.to_builtins(reading.report)
    yield from (("event", _event(event)) for event in record.happenings)
    for line in record.ledger:
        yield from (("commitment", _stage(line, stage)) for stage in line.stages)
    yield from (("statement", _statement(saying)) for saying in record.sayings)
    yield from (("figure", _figure(number)) for number in record.numbers)
    yield from (("actor", _actor(party)) for _, party in sorted(record.who.parties.items()))
    yield from (("role", _role(office)) for office in record.offices)
    yield from (("conflict", msgspec.to_builtins(found)) for found in record.conflicts)
    yield from (("decision", msgspec.to_builtins(found)) for found in record.rulings.in_force)


def _event(event: Happening) -> dict[str, Any]:
    return {
        "id": event.id,
        "type": event.type,
        "actor": [_party(party) for party in event.actors],
        "recipient": [_party(party) for party in event.recipients],
        "mission": _party(event.mission),
        "item": event.item,
        "quantity": event.quantity,
        "place": event.place,
        "date": event.date,
        "certainty": event.certainty,
        "polarity": event.polarity,
        "claims": event.claims,
    }


def _stage(line: Line, stage: Stage) -> dict[str, Any]:
    return {
        "id": stage.id,
        "party": _party(line.party),
        "mission": _party(line.mission),
        "beneficiary": _party(line.beneficiary),
        "status": stage.status,
        "item": stage.item,
        "quantity": stage.quantity,
        "date": stage.date,
        "certainty": stage.certainty,
        "claims": stage.claims,
    }


def _statement(saying: Saying) -> dict[str, Any]:
    return {
        "id": saying.id,
        "speaker": _party(saying.speaker),
        "direct": saying.statement.direct,
        "channel": saying.statement.channel,
        "content": saying.content,
        "claims": saying.claims,
    }


def _figure(number: Number) -> dict[str, Any]:
    figure = number.figure
    return {
        "id": number.id,
        "measure": figure.measure,
        "quantity": figure_amount(figure),
        "of": figure.of,
        "as_of": figure.as_of,
        "source": _party(number.source),
        "claims": number.claims,
    }


def _actor(party: Party) -> dict[str, Any]:
    return {name: getattr(party, name) for name in party.__slots__}


def _role(office: Held) -> dict[str, Any]:
    role = office.role
    return {
        "id": office.id,
        "holder": _party(office.holder),
        "title": role.title,
        "of": role.of,
        "since": role.since,
        "until": role.until,
        "claims": office.claims,
    }


def _party(party: Party | None) -> dict[str, str] | None:
    return {"key": party.key, "name": party.name} if party else None
