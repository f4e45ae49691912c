"""The record as linked data: JSON-LD in the words of schema.org, with provenance.

Reports are articles, events are both Event and Action, steps of the ledger are Actions, statements
Quotations, figures Observations. Every claim is a Claim that says in which article it appears
(`appearance`, and `prov:wasQuotedFrom`) and which fact it is about. The context stands in the file:
nothing has to be fetched. What schema.org has no word for is in a vocabulary of our own.
"""

from collections.abc import Iterator
from typing import Any

import msgspec

from onrecord.exports.addresses import iri, source_iri, web_address
from onrecord.exports.bib import authors
from onrecord.exports.chosen import Chosen, choose
from onrecord.exports.days import days
from onrecord.exports.locations import location
from onrecord.exports.streams import json_list, told
from onrecord.model import Amount, Report
from onrecord.record import Claim, Happening, Line, Party, Record, Stage
from onrecord.record.periods import period
from onrecord.record.sayings import Held, Number, Saying, figure_amount
from onrecord.record.tellings import standing
from onrecord.views.actors import in_office
from onrecord.views.amounts import is_code
from onrecord.views.gist import gist
from onrecord.views.selection import EVERYTHING, Selection

_CONTEXT = {
    "@vocab": "https://schema.org/",
    "prov": "http://www.w3.org/ns/prov#",
    "onrecord": "urn:onrecord:vocabulary:",
    "url": {"@type": "@id"},
    "additionalType": {"@type": "@id"},
    "actionStatus": {"@type": "@vocab"},
    "prov:wasQuotedFrom": {"@type": "@id"},
}
_KINDS = {"person": "Person", "state": "Country"}  # all others are organisations


def lines(record: Record, selection: Selection = EVERYTHING) -> Iterator[bytes]:
    """The file, in pieces."""
    head = msgspec.json.encode({"@context": _CONTEXT}).decode()[:-1]
    return json_list(f'{head},"@graph":', _things(choose(record, selection)), "}")


def _things(chosen: Chosen) -> Iterator[dict[str, Any]]:
    record = chosen.record
    yield from map(_article, chosen.reports)
    held: dict[str, list[Held]] = {}
    for office in chosen.offices:
        held.setdefault(office.holder.key, []).append(office)
    yield from (_party(party, held.get(party.key, [])) for party in chosen.parties)
    yield from (_event(record, event) for event in chosen.events)
    yield from (_step(record, line, stage) for line in chosen.lines for stage in line.stages)
    yield from map(_quotation, chosen.sayings)
    yield from (_observation(record, number) for number in chosen.numbers)
    for claims in chosen.facts():
        yield from (_claim(record, claims[0], claim) for claim in claims)


def _article(report: Report) -> dict[str, Any]:
    return {"@id": iri("report", report.id), "@type": "NewsArticle"} | told(
        headline=report.title,
        author=[{"@type": "Person", "name": name} for name in authors(report)],
        publisher={"@type": "Organization", "name": report.publisher} if report.publisher else None,
        datePublished=report.published,
        inLanguage=report.language,
        url=web_address(report),
    )


def _party(party: Party, offices: list[Held]) -> dict[str, Any]:
    return {"@id": _key(party), "@type": _KINDS.get(party.kind or "", "Organization")} | told(
        name=party.name,
        alternateName=list(party.aliases),
        hasOccupation=[_role(office) for office in offices] if party.kind == "person" else None,
    )


def _role(office: Held) -> dict[str, Any]:
    role = office.role
    return {"@id": iri("role", office.id), "@type": "Role"} | told(
        roleName=in_office(role), startDate=role.since, endDate=role.until
    )


def _event(record: Record, event: Happening) -> dict[str, Any]:
    first, last = days(event.period)
    return {"@id": iri("event", event.id), "@type": ["Event", "Action"]} | told(
        **{
            "name": gist(record, event.claims),
            "additionalType": iri("type", event.type),
            "agent": _refs(event.actors),
            "participant": _refs(event.recipients),
            "startDate": first,
            "endDate": last,
            "location": _place(record, event),
            "actionStatus": _status(standing(event.certainty, event.polarity) == "done"),
            "onrecord:mission": _ref(event.mission),
            "onrecord:certainty": event.certainty,
            "onrecord:polarity": event.polarity,
            "onrecord:date": event.date.edtf if event.date else None,
            "onrecord:item": event.item,
            "onrecord:quantity": _amount(event.quantity),
        }
    )


def _step(record: Record, line: Line, stage: Stage) -> dict[str, Any]:
    first, last = days(stage.period)
    return {"@id": iri("commitment", stage.id), "@type": "Action"} | told(
        **{
            "name": gist(record, stage.claims),
            "agent": _ref(line.party),
            "participant": _ref(line.beneficiary),
            "startTime": first,
            "endTime": last,
            "actionStatus": _status(standing(stage.certainty) == "done"),
            "onrecord:mission": _ref(line.mission),
            "onrecord:status": stage.status,
            "onrecord:certainty": stage.certainty,
            "onrecord:date": stage.date.edtf if stage.date else None,
            "onrecord:item": stage.item,
            "onrecord:quantity": _amount(stage.quantity),
        }
    )


def _status(done: bool) -> str:  # noqa: FBT001
    return "CompletedActionStatus" if done else "PotentialActionStatus"


def _quotation(saying: Saying) -> dict[str, Any]:
    return {"@id": iri("statement", saying.id), "@type": "Quotation"} | told(
        **{
            "text": saying.content,
            "creator": _ref(saying.speaker),
            "onrecord:direct": saying.statement.direct,
            "onrecord:channel": saying.statement.channel,
        }
    )


def _observation(record: Record, number: Number) -> dict[str, Any]:
    figure = number.figure
    first, last = days(period(figure.as_of))
    return {"@id": iri("figure", number.id), "@type": "Observation"} | told(
        **{
            "name": gist(record, number.claims),
            "measuredProperty": figure.measure,
            "value": _amount(figure_amount(figure)),
            "observationDate": first if first == last else None,
            "observationPeriod": f"{first or '..'}/{last or '..'}" if first != last else None,
            "creator": _ref(number.source),
            "onrecord:of": figure.of,
        }
    )


def _claim(record: Record, fact: Claim, claim: Claim) -> dict[str, Any]:
    report = record.readings[claim.report].report
    return {
        "@id": iri("claim", claim.id),
        "@type": "Claim",
        "text": claim.sentence.of(report.text),
        "about": {"@id": iri(fact.kind, fact.id)},
        "appearance": {"@id": iri("report", report.id)},
        "prov:wasQuotedFrom": source_iri(report),
        "onrecord:start": claim.sentence.start,
        "onrecord:end": claim.sentence.end,
    }


def _place(record: Record, event: Happening) -> dict[str, Any] | None:
    found = location(record, event.claims)
    if found is None or not found.is_mapped:
        return {"@type": "Place", "name": event.place} if event.place else None
    spot = {
        "@type": "GeoCoordinates",
        "latitude": found.latitude,
        "longitude": found.longitude,
    }
    place = {"@type": "Place", "name": found.name, "geo": spot}
    return place | told(addressCountry=found.country)


def _amount(amount: Amount | None) -> dict[str, Any] | None:
    if amount is None:
        return None
    money = is_code(amount.unit)
    return {"@type": "MonetaryAmount" if money else "QuantitativeValue"} | told(
        **{
            "minValue": amount.min,
            "maxValue": amount.max,
            "currency" if money else "unitText": amount.unit,
            "onrecord:approximate": amount.approx,
        }
    )


def _refs(parties: tuple[Party, ...]) -> list[dict[str, str]]:
    return [{"@id": _key(party)} for party in parties]


def _ref(party: Party | None) -> dict[str, str] | None:
    return {"@id": _key(party)} if party else None


def _key(party: Party) -> str:
    return iri("party", party.key)
