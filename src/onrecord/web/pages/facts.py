"""A fact: why it is on the record, with every sentence in its place."""

from dataclasses import dataclass

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from msgspec import json

from onrecord.model import Span
from onrecord.record import Claim, Record
from onrecord.views.citations import passage
from onrecord.views.conflicts import Disagreement, conflicts
from onrecord.views.evidence import Proof, Why, evidence
from onrecord.views.gist import gist
from onrecord.web import addresses
from onrecord.web.asked import Asked, Filters
from onrecord.web.errors import missing
from onrecord.web.guard import needs
from onrecord.web.known import Edition
from onrecord.web.pages.listed import edition_of
from onrecord.web.paper import page

router = APIRouter(dependencies=[needs("reader")])

_AROUND = 320  # code points of the report on either side of a sentence
_SHOWN = 40  # sentences that the page shows; the data has all of them


@dataclass(frozen=True, slots=True)
class Context:
    """A proof with the words of the report before and behind it."""

    proof: Proof
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Other:
    """Another fact that was read from the same words."""

    id: str
    kind: str
    what: str


@router.get("/facts/{key}.json")
def fact_as_data(request: Request, key: str, asked: Filters) -> Response:
    """The evidence of a fact as JSON."""
    edition = edition_of(request, asked)
    found = evidence(edition.record, _claims(edition, key, asked))
    return Response(json.format(json.encode(found), indent=2), media_type="application/json")


@router.get("/facts/{key}/sentence")
def sentence(request: Request, key: str, asked: Filters) -> RedirectResponse:
    """The way to the best sentence of a fact, in its report."""
    claim = _claims(edition_of(request, asked), key, asked)[0]
    place = passage(claim)
    return RedirectResponse(addresses.sentence(claim.report, *place, as_of=asked.as_of))


@router.get("/facts/{key}")
def fact(request: Request, key: str, asked: Filters) -> HTMLResponse:
    """The page of a fact."""
    edition = edition_of(request, asked)
    claims = _claims(edition, key, asked)
    why: Why = evidence(edition.record, claims[:_SHOWN])
    return page(
        request,
        "fact.html",
        asked,
        why=why,
        contexts=[context(edition.record, proof) for proof in why.proofs],
        total=len(claims),
        rows=_against(edition, why),
        others=_others(edition, claims),
    )


def _claims(edition: Edition, key: str, asked: Asked) -> tuple[Claim, ...]:
    found = edition.facts.get(key)
    if found is None:
        when = "was on the record then" if asked.as_of else "is on the record"
        raise missing(f"No fact with the id {key[:40]} {when}.")
    return found


def context(record: Record, proof: Proof) -> Context:
    """The words around a proof."""
    text = record.readings[proof.report].report.text
    before = text[max(proof.start - _AROUND, 0) : proof.start]
    after = text[proof.end : proof.end + _AROUND]
    if proof.start > _AROUND:
        before = f"… {before.partition(' ')[2]}"
    if proof.end + _AROUND < len(text):
        after = f"{after.rpartition(' ')[0]} …"
    return Context(proof, before, after)


def _against(edition: Edition, why: Why) -> list[Disagreement]:
    return [row for row in edition.once(conflicts) if why.id in {row.one, row.other}]


def _others(edition: Edition, claims: tuple[Claim, ...]) -> list[Other]:
    """Facts that hang on the same words of the best report, as a step does on its event."""
    best = claims[0]
    told: dict[str, tuple[Claim, ...]] = {}
    for claim in edition.by_report.get(best.report, ()):
        if claim.mark == Span(*best.mark) and claim.id in edition.facts:
            found = edition.facts[claim.id]
            told.setdefault(found[0].id, found)
    told.pop(best.id, None)
    return [Other(key, found[0].kind, gist(edition.record, found)) for key, found in told.items()]
