"""Why a fact is on the record: every claim behind it, with its words."""

from dataclasses import dataclass

from onrecord.model import Attribution, Commitment, Event, Figure, Span, Statement
from onrecord.record import Claim, Record
from onrecord.record.claims import Kind, Office
from onrecord.views.actors import in_office
from onrecord.views.citations import passage
from onrecord.views.rows import attribution


class NoFactError(LookupError):
    """No fact, or more than one, has an id that begins so; `ids` are those that do."""

    def __init__(self, prefix: str, ids: tuple[str, ...]) -> None:
        found = f"{len(ids)} facts have ids that begin" if ids else "no fact has an id that begins"
        super().__init__(f"{found} with {prefix!r}")
        self.ids = ids


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """One claim of one report.

    `mark` is the trigger's place in `sentence`, `start` and `end` the sentence's code points in
    the report's text, `page` the page on which its paragraph begins, from 1, where the source has
    pages; `why` names the frame and the rule that read it.
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
    published: str | None
    url: str | None
    why: str
    certainty: str | None
    confidence: float | None
    source: str | None
    cue: str | None
    channel: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Why:
    """A fact of the record with all its claims, the best first."""

    id: str
    kind: Kind
    what: str
    proofs: tuple[Proof, ...]


def why(record: Record, prefix: str) -> Why:
    """The fact whose id, or the id of one of its claims, begins with `prefix`.

    Raises `NoFactError` where there is none, or more than one.
    """
    facts = facts_of(record)
    found = sorted({facts[claim][0].id for claim in facts if prefix and claim.startswith(prefix)})
    if len(found) != 1:
        raise NoFactError(prefix, tuple(found))
    claims = facts[found[0]]
    return Why(
        id=claims[0].id,
        kind=claims[0].kind,
        what=_what(record, claims[0]),
        proofs=tuple(_proof(record, claim) for claim in claims),
    )


def facts_of(record: Record) -> dict[str, tuple[Claim, ...]]:
    """For each claim all claims of the fact that it is part of."""
    merged = [
        *(event.claims for event in record.happenings),
        *(stage.claims for line in record.ledger for stage in line.stages),
        *(number.claims for number in record.numbers),
        *(saying.claims for saying in record.sayings),
        *(office.claims for office in record.offices),
    ]
    alone = {key: (claim,) for key, claim in record.claims.items()}
    return alone | {claim.id: claims for claims in merged for claim in claims}


def _what(record: Record, claim: Claim) -> str:
    """The fact in a few words, from its best claim."""
    fact = claim.fact
    if isinstance(fact, Event):
        names = ", ".join(record.who.of(claim.report, ref).name for ref in fact.actor)
        return f"{fact.type}: {names}" if names else fact.type
    if isinstance(fact, Commitment):
        party = record.who.of(claim.report, fact.party).name if fact.party else ""
        return f"{party}: {fact.status}"
    if isinstance(fact, Figure):
        return fact.measure
    if isinstance(fact, Office):
        return f"{record.who.of(claim.report, fact.holder).name}: {in_office(fact.role)}"
    return record.who.of(claim.report, fact.speaker).name if fact.speaker else "unnamed speaker"


def _proof(record: Record, claim: Claim) -> Proof:
    report = record.readings[claim.report].report
    event = _event(record, claim)
    says = attribution(record, claim)
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
        published=report.published,
        url=report.url,
        why=event.why if event else "",
        certainty=_certainty(claim, event),
        confidence=event.confidence if event else None,
        source=record.who.of(claim.report, source).name if source else None,
        cue=cue.of(report.text) if cue else None,
        channel=_channel(claim, says),
    )


def _event(record: Record, claim: Claim) -> Event | None:
    """The event that the claim is, or that a commitment was read from."""
    if isinstance(claim.fact, Event):
        return claim.fact
    if isinstance(claim.fact, Commitment):
        events = record.readings[claim.report].events
        return next((event for event in events if event.id == claim.fact.event), None)
    return None


def _certainty(claim: Claim, event: Event | None) -> str | None:
    if isinstance(claim.fact, Commitment):
        return claim.fact.certainty
    return event.certainty if event else None


def _channel(claim: Claim, says: Attribution | None) -> str | None:
    if isinstance(claim.fact, Statement):
        return claim.fact.channel
    return says.channel if says else None
