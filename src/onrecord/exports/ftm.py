"""FollowTheMoney 4 as statements, JSON Lines: one value of one property of one entity on each.

A value that one claim gives has that claim's id as its `origin` and the day of its report as
`first_seen`, so that what several sources say stands side by side. States act as public bodies and
are territories as places. An Event there only knows whom it involves: who did and who received is
told by links of their own (`UnknownLink`, with its `role`).
"""

from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from onrecord.exports.addresses import web_address
from onrecord.exports.bib import authors
from onrecord.exports.chosen import Chosen, choose
from onrecord.exports.ftm_values import dates, entity_id, payment, prefix
from onrecord.exports.locations import location
from onrecord.model import Event, Report
from onrecord.record import Claim, Happening, Line, Party, Record
from onrecord.record.sayings import Held, Saying
from onrecord.views.gist import gist
from onrecord.views.selection import EVERYTHING, Selection
from onrecord.views.verdicts import in_short
from onrecord.views.wording import label

Value = tuple[str, str | None, Claim | None]
Entity = tuple[str, str, list[Value]]

_SCHEMATA = {"person": "Person", "state": "PublicBody"}
_DATASET = "onrecord"


def lines(record: Record, selection: Selection = EVERYTHING) -> Iterator[bytes]:
    """The lines of the file, each with its newline; those of an entity stand together."""
    encoder = msgspec.json.Encoder()
    for schema, id_, values in _entities(choose(record, selection)):
        for row in _statements(record, schema, id_, values):
            yield encoder.encode(row) + b"\n"


def _statements(
    record: Record, schema: str, id_: str, values: Iterable[Value]
) -> Iterator[dict[str, Any]]:
    told: set[tuple[str, str, str | None]] = set()
    for prop, value, claim in values:
        clean = value.strip() if value else ""
        origin = claim.id if claim else None
        if not clean or (prop, clean, origin) in told:
            continue
        told.add((prop, clean, origin))
        seen = record.readings[claim.report].report.published if claim else None
        yield {
            "canonical_id": id_,
            "entity_id": id_,
            "prop": prop,
            "schema": schema,
            "value": clean,
            "dataset": _DATASET,
            "first_seen": seen,
            "origin": origin,
        }


def _entities(chosen: Chosen) -> Iterator[Entity]:
    record = chosen.record
    yield from map(_article, chosen.reports)
    shown = {party.key: party for party in chosen.parties} | {
        p.key: p for p in _taking_part(chosen)
    }
    for _, party in sorted(shown.items()):
        yield from _party(party)
    held = [office for office in chosen.offices if office.holder.kind == "person"]
    yield from {_position(office)[1]: _position(office) for office in held}.values()
    yield from map(_occupancy, held)
    for event in chosen.events:
        yield from _event(record, event)
        yield from _links(event)
        yield from _call(event)
        yield from _payment(record, event)
        yield from _documents(record, event.id, event.claims)
    yield from (_contribution(line) for line in chosen.lines if line.mission)
    for saying in chosen.sayings:
        yield from _quotation(saying)
    yield from _notes(chosen)


def _taking_part(chosen: Chosen) -> Iterator[Party]:
    """Those that entities below point to, whatever a filter by party leaves."""
    for event in chosen.events:
        yield from (*event.actors, *event.recipients)
    for line in chosen.lines:
        yield from filter(None, (line.party, line.mission))
    yield from (saying.speaker for saying in chosen.sayings if saying.speaker)


def _article(report: Report) -> Entity:
    values: list[Value] = [
        ("title", report.title or report.id, None),
        ("publisher", report.publisher, None),
        ("publishedAt", report.published, None),
        ("sourceUrl", web_address(report), None),
    ]
    values += [("author", name, None) for name in authors(report)]
    return "Article", entity_id("report", report.id), values


def _party(party: Party) -> Iterator[Entity]:
    country = party.country.lower() if party.country else None
    names: list[Value] = [("name", party.name, None), ("country", country, None)]
    names += [("alias", alias, None) for alias in party.aliases]
    schema = _SCHEMATA.get(party.kind or "", "Organization")
    if party.kind == "organisation" and party.country:
        schema = "PublicBody"
    yield schema, entity_id("party", party.key), names
    if party.kind == "state":
        yield "Territory", entity_id("territory", party.key), names


def _position(office: Held) -> Entity:
    role, country = office.role, office.holder.country
    name = f"{role.title} of {role.of}" if role.of else role.title
    values: list[Value] = [
        ("name", name, None),
        ("country", country.lower() if country else None, None),
    ]
    return "Position", entity_id("position", f"{name}\x1f{country}"), values


def _occupancy(office: Held) -> Entity:
    """Only persons hold positions there."""
    role = office.role
    values: list[Value] = [
        ("holder", entity_id("party", office.holder.key), None),
        ("post", _position(office)[1], None),
        ("startDate", prefix(role.since), None),
        ("endDate", prefix(role.until), None),
        ("status", "ended" if role.until else "current", None),
    ]
    values += _proofs(office.claims)
    return "Occupancy", entity_id("role", office.id), values


def _event(record: Record, event: Happening) -> Iterator[Entity]:
    where = location(record, event.claims)
    country = where.country.lower() if where and where.country else None
    values: list[Value] = [
        ("name", gist(record, event.claims) or label(event.type), None),
        ("location", event.place, None),
        ("country", country, None),
        ("keywords", event.type, None),
        ("keywords", event.certainty, None),
        ("keywords", "negative" if event.polarity == "negative" else None, None),
    ]
    values += [(prop, day, None) for prop, day in dates(event.date, event.period)]
    values += [
        ("involved", entity_id("party", party.key), None)
        for party in (*event.actors, *event.recipients)
    ]
    for claim in event.claims:
        report = record.readings[claim.report].report
        plover = claim.fact.plover if isinstance(claim.fact, Event) else None
        values.append(("keywords", plover.type if plover else None, claim))
        values.append(("summary", claim.sentence.of(report.text), claim))
        values.append(("sourceUrl", web_address(report), claim))
    values += _proofs(event.claims)
    yield "Event", entity_id("event", event.id), values


def _proofs(claims: Iterable[Claim]) -> list[Value]:
    return [("proof", entity_id("report", claim.report), claim) for claim in claims]


def _links(event: Happening) -> Iterator[Entity]:
    parts = [("actor", party) for party in event.actors]
    parts += [("recipient", party) for party in event.recipients]
    parts += [("mission", event.mission)] if event.mission else []
    for role, party in parts:
        values: list[Value] = [
            ("subject", entity_id("party", party.key), None),
            ("object", entity_id("event", event.id), None),
            ("role", role, None),
        ]
        yield "UnknownLink", entity_id("link", f"{event.id}\x1f{role}\x1f{party.key}"), values


def _call(event: Happening) -> Iterator[Entity]:
    """An event that is coded as a call, with those who spoke."""
    plovers = (claim.fact.plover for claim in event.claims if isinstance(claim.fact, Event))
    if "phone" not in {plover.mode for plover in plovers if plover}:
        return
    values: list[Value] = [("caller", entity_id("party", p.key), None) for p in event.actors]
    values += [("receiver", entity_id("party", p.key), None) for p in event.recipients]
    values += [(prop, day, None) for prop, day in dates(event.date, event.period)]
    values += _proofs(event.claims)
    yield "Call", entity_id("call", event.id), values


def _payment(record: Record, event: Happening) -> Iterator[Entity]:
    """Money that went from one party to another: told as done, and of a known sum."""
    if (paid := payment(event)) is None:
        return
    payer, beneficiary, amount, currency = paid
    values: list[Value] = [
        ("payer", entity_id("party", payer.key), None),
        ("beneficiary", entity_id("party", beneficiary.key), None),
        ("amount", amount, None),
        ("currency", currency, None),
        ("purpose", event.item, None),
        ("summary", gist(record, event.claims), None),
    ]
    values += [(prop, day, None) for prop, day in dates(event.date, event.period)]
    values += _proofs(event.claims)
    yield "Payment", entity_id("payment", event.id), values


def _documents(record: Record, event: str, claims: Iterable[Claim]) -> Iterator[Entity]:
    for claim in claims:
        report = record.readings[claim.report].report
        values: list[Value] = [
            ("document", entity_id("report", claim.report), claim),
            ("entity", entity_id("event", event), claim),
            ("role", f"characters {claim.sentence.start} to {claim.sentence.end}", claim),
            ("date", report.published, claim),
            ("summary", claim.sentence.of(report.text), claim),
        ]
        yield "Documentation", entity_id("claim", claim.id), values


def _contribution(line: Line) -> Entity:
    """A party of a mission, with the status of the last step that it took."""
    assert line.mission  # noqa: S101
    steps = [(stage.status, claim) for stage in line.stages for claim in stage.claims]
    values: list[Value] = [
        ("member", entity_id("party", line.party.key), None),
        ("organization", entity_id("party", line.mission.key), None),
        ("status", line.stages[-1].status, None),
    ]
    values += [("role", status, claim) for status, claim in steps]
    values += _proofs(claim for _, claim in steps)
    return "Membership", entity_id("line", line.stages[0].id), values


def _quotation(saying: Saying) -> Iterator[Entity]:
    if saying.speaker is None:
        return
    values: list[Value] = [
        ("entity", entity_id("party", saying.speaker.key), None),
        ("name", "statement", None),
    ]
    values += [("description", saying.content, claim) for claim in saying.claims]
    values += _proofs(saying.claims)
    yield "Note", entity_id("statement", saying.id), values


def _notes(chosen: Chosen) -> Iterator[Entity]:
    """What analysts have decided on events."""
    rulings = chosen.record.rulings
    for event in chosen.events:
        for decision in rulings.about(event.claims):
            values: list[Value] = [
                ("entity", entity_id("event", event.id), None),
                ("name", decision.action, None),
                ("description", in_short(decision), None),
                ("description", decision.note, None),
                ("publisher", decision.author, None),
                ("createdAt", decision.time[:10], None),
            ]
            yield "Note", entity_id("decision", f"{decision.id}\x1f{event.id}"), values
