"""A reading -> rows of the tables."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from onrecord import wire
from onrecord.documents import Refusal
from onrecord.model import Actor, Amount, Attribution, Place, Reading, Ref, Report, Span, When
from onrecord.record.periods import period

Row = dict[str, Any]
Rows = dict[str, list[Row]]


def rows_of(number: int, reading: Reading, engine: str) -> Iterator[tuple[str, Row]]:
    """The rows of a reading, each with the name of its table."""
    report = reading.report
    yield "reports", _report(number, reading, engine)
    whose = {
        "number": number,
        "report": report.id,
        "publisher": report.publisher,
        "published": day_cell(report.published),
    }
    for name, rows in _facts(reading):
        yield from ((name, whose | row) for row in rows)


def refused(number: int, item: Report | Refusal, reason: str) -> Row:
    """The row of what could not be read."""
    if isinstance(item, Refusal):
        return {"number": number, "path": str(item.path), "line": item.line, "reason": reason}
    return {
        "number": number,
        "path": item.path,
        "report": item.id,
        "source_id": item.source_id,
        "title": item.title,
        "reason": reason,
    }


def _report(number: int, reading: Reading, engine: str) -> Row:
    report = reading.report
    return {
        "number": number,
        "report": report.id,
        "source_id": report.source_id,
        "path": report.path,
        "title": report.title,
        "publisher": report.publisher,
        "url": report.url,
        "published": day_cell(report.published),
        "language": report.language,
        "text": report.text,
        "engine": engine,
        "reading": wire.encode(reading).decode(),
    }


def _facts(reading: Reading) -> Iterator[tuple[str, Iterable[Row]]]:
    cast = {actor.id: actor for actor in reading.actors}
    places = {place.span: place for place in reading.places}
    yield "actors", map(_actor, reading.actors)
    yield "events", _events(reading, cast, places)
    yield "commitments", _commitments(reading, cast)
    yield "figures", _figures(reading)
    yield "statements", _statements(reading, cast)


def _actor(actor: Actor) -> Row:
    return {
        "actor": actor.id,
        "name": actor.name,
        "kind": actor.kind,
        "country": actor.country,
        "aliases": actor.aliases,
    }


def _events(
    reading: Reading, cast: Mapping[str, Actor], places: Mapping[Span, Place]
) -> Iterator[Row]:
    for event in reading.events:
        where = places.get(event.place.span) if event.place and event.place.span else None
        yield {
            "event": event.id,
            "type": event.type,
            "actors": [ref.name for ref in event.actor],
            "actor_countries": _countries(event.actor, cast),
            "recipients": [ref.name for ref in event.recipient],
            "recipient_countries": _countries(event.recipient, cast),
            "mission": _name(event.mission),
            "item": event.item,
            "place": _name(event.place),
            "country": where.country if where else _country(event.place, cast),
            "latitude": where.latitude if where else None,
            "longitude": where.longitude if where else None,
            "certainty": event.certainty,
            "polarity": event.polarity,
            "plover": event.plover.type if event.plover else None,
            "cameo": event.cameo,
            "trigger_start": event.trigger.start,
            "trigger_end": event.trigger.end,
            **amount_cells(event.quantity),
            **when_cells(event.date),
            **_evidence(reading.report, event.sentence, event.attribution),
        }


def _commitments(reading: Reading, cast: Mapping[str, Actor]) -> Iterator[Row]:
    events = {event.id: event for event in reading.events}
    for step in reading.commitments:
        event = events[step.event]
        yield {
            "event": step.event,
            "party": _name(step.party),
            "party_country": _country(step.party, cast),
            "mission": _name(step.mission),
            "beneficiary": _name(step.beneficiary),
            "status": step.status,
            "item": step.item,
            "certainty": step.certainty,
            **amount_cells(step.quantity),
            **when_cells(step.date),
            **_evidence(reading.report, event.sentence, event.attribution),
        }


def _figures(reading: Reading) -> Iterator[Row]:
    for figure in reading.figures:
        yield {
            "measure": figure.measure,
            "of": figure.of,
            "min": figure.min,
            "max": figure.max,
            "approx": figure.approx,
            "unit": figure.unit,
            **_days(figure.as_of),
            **_evidence(reading.report, figure.sentence, figure.attribution),
        }


def _statements(reading: Reading, cast: Mapping[str, Actor]) -> Iterator[Row]:
    for said in reading.statements:
        yield {
            "statement": said.id,
            "speaker": _name(said.speaker),
            "speaker_country": _country(said.speaker, cast),
            "addressee": _name(said.addressee),
            "direct": said.direct,
            "channel": said.channel,
            "content": said.content.of(reading.report.text),
            "content_start": said.content.start,
            "content_end": said.content.end,
            **when_cells(said.date),
            **_evidence(reading.report, said.sentence, None),
        }


def _name(ref: Ref | None) -> str | None:
    return ref.name if ref else None


def _country(ref: Ref | None, cast: Mapping[str, Actor]) -> str | None:
    actor = cast.get(ref.actor) if ref and ref.actor else None
    return actor.country if actor else None


def _countries(refs: Iterable[Ref], cast: Mapping[str, Actor]) -> list[str]:
    return [country for ref in refs if (country := _country(ref, cast))]


def amount_cells(amount: Amount | None) -> Row:
    """The columns of the quantity of a fact."""
    names = ("min", "max", "approx", "unit")
    return {name: getattr(amount, name) for name in names} if amount else {}


def when_cells(when: When | None) -> Row:
    """The columns of the date of a fact."""
    return _days(when.edtf) | {"inferred": when.inferred} if when else {}


def _days(edtf: str | None) -> Row:
    days = period(edtf)
    return {
        "date": edtf,
        "first_day": days.first if days and days.first > date.min else None,
        "last_day": days.last if days and days.last < date.max else None,
    }


def _evidence(report: Report, sentence: Span, attribution: Attribution | None) -> Row:
    return {
        "source": _name(attribution.source) if attribution else None,
        "start": sentence.start,
        "end": sentence.end,
        "quote": sentence.of(report.text),
    }


def day_cell(text: str | None) -> date | None:
    """The day on which a report was published."""
    return date.fromisoformat(text) if text else None
