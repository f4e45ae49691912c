"""The whole record as JSON Lines: one object for each thing on it, `record` says of what kind.

Reports come first, then events, ledger stages, statements, figures, actors, roles, conflicts; each
kind in the record's own order, so that the same record gives the same bytes. Claims stand with
the fact that they bear out, the best first, their facts as on the wire. The decisions in force
come last.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import msgspec

from onrecord.exports.chosen import choose
from onrecord.record import Happening, Line, Party, Record, Stage
from onrecord.record.sayings import Held, Number, Saying
from onrecord.views.rows import figure_amount
from onrecord.views.selection import EVERYTHING, Selection


def lines(record: Record, selection: Selection = EVERYTHING) -> Iterator[bytes]:
    """The lines of the file, each with its newline, in UTF-8."""
    encoder = msgspec.json.Encoder()
    things = _things(record) if selection == EVERYTHING else _things(_part(record, selection))
    for kind, fields in things:
        yield encoder.encode({"record": kind, **fields}) + b"\n"


def _part(record: Record, selection: Selection) -> Record:
    """The record with only the facts that are asked for, in its own order."""
    chosen = choose(record, selection)
    facts = {claims[0].id for claims in chosen.facts()}
    claims = {claim.id for claims in chosen.facts() for claim in claims}
    rulings, keys = record.rulings, {party.key for party in chosen.parties}
    cut = (
        replace(line, stages=tuple(s for s in line.stages if s.id in facts))
        for line in record.ledger
    )
    return replace(
        record,
        readings={report.id: record.readings[report.id] for report in chosen.reports},
        happenings=tuple(event for event in record.happenings if event.id in facts),
        ledger=tuple(cut),
        sayings=tuple(saying for saying in record.sayings if saying.id in facts),
        numbers=tuple(number for number in record.numbers if number.id in facts),
        who=replace(record.who, parties={k: p for k, p in record.who.parties.items() if k in keys}),
        offices=tuple(office for office in record.offices if office.id in facts),
        conflicts=tuple(c for c in record.conflicts if c.one in facts or c.other in facts),
        rulings=replace(
            rulings,
            history=tuple(d for d in rulings.history if claims & set(rulings.claims_of(d))),
        ),
    )


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
