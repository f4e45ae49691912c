"""Why a fact is on the record: every claim behind it, with its words."""

from dataclasses import dataclass

from onrecord.model import Attribution, Commitment, Event, Kind, Span, Statement
from onrecord.record import Claim, Record
from onrecord.record.accounts import Account, Grade, account, attribution, event_of, reliability
from onrecord.record.facts import fact_of
from onrecord.views.citations import passage
from onrecord.views.decisions import Act, about
from onrecord.views.gist import gist


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """One claim of one report.

    `mark` is the trigger's place in `sentence`, `start` and `end` the sentence's code points in
    the report's text, `page` the page on which its paragraph begins, from 1, where the source has
    pages; `why` names the frame and the rule that read it. `account` tells by whose account it is,
    `reliability` the grade of the publisher (`onrecord.record.accounts`).
    """

    id: str
    type: str
    sentence: str
    mark: Span
    report: str
    start: int
    end: int
    page: int | None
    title: str | None
    publisher: str | None
    reliability: Grade | None
    published: str | None
    url: str | None
    why: str
    certainty: str | None
    confidence: float | None
    account: Account
    source: str | None
    cue: str | None
    channel: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Why:
    """A fact of the record with all its claims, the best first, and the decisions about it."""

    id: str
    kind: Kind
    what: str
    proofs: tuple[Proof, ...]
    decisions: tuple[Act, ...]


def why(record: Record, prefix: str) -> Why:
    """The fact whose id, or the id of one of its claims, begins with `prefix`.

    Raises `NoFactError` where there is none, or more than one.
    """
    return evidence(record, fact_of(record, prefix))


def evidence(record: Record, claims: tuple[Claim, ...]) -> Why:
    """The evidence of the fact with these claims, the best first."""
    return Why(
        id=claims[0].id,
        kind=claims[0].kind,
        what=gist(record, claims),
        proofs=tuple(_proof(record, claim) for claim in claims),
        decisions=about(record, claims),
    )


def _proof(record: Record, claim: Claim) -> Proof:
    reading = record.readings[claim.report]
    report = reading.report
    event, says = event_of(claim, reading), attribution(claim, reading)
    source = says.source if says else None
    cue = says.cue if says else None
    if isinstance(claim.fact, Statement):
        source, cue = claim.fact.speaker, claim.fact.cue
    span = passage(claim)
    return Proof(
        id=claim.id,
        type=claim.type,
        sentence=span.of(report.text),
        mark=Span(claim.mark.start - span.start, claim.mark.end - span.start),
        report=report.id,
        start=span.start,
        end=span.end,
        page=report.page_of(span.start),
        title=report.title,
        publisher=report.publisher,
        reliability=reliability(report.publisher),
        published=report.published,
        url=report.url,
        why=event.why if event else "",
        certainty=_certainty(claim, event),
        confidence=event.confidence if event else None,
        account=account(claim, record.readings, record.who),
        source=record.who.of(claim.report, source).name if source else None,
        cue=cue.of(report.text) if cue else None,
        channel=_channel(claim, says),
    )


def _certainty(claim: Claim, event: Event | None) -> str | None:
    if isinstance(claim.fact, Commitment):
        return claim.fact.certainty
    return event.certainty if event else None


def _channel(claim: Claim, says: Attribution | None) -> str | None:
    if isinstance(claim.fact, Statement):
        return claim.fact.channel
    return says.channel if says else None
