"""What one report says, piece by piece: claims, each with its evidence."""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from onrecord.model import (
    Actor,
    Amount,
    Commitment,
    Event,
    Figure,
    Kind,
    Reading,
    Ref,
    Role,
    Span,
    Statement,
)
from onrecord.record.amounts import equal


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """A role together with its holder."""

    holder: Ref
    role: Role


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One thing that one report says.

    `id` is a hash of the report's id, the kind, the type, the spans and the party: the same
    for every engine that reads the same thing at the same place, so that a decision can point
    to it. `type` is the event type, the commitment's status, "direct" or "indirect", the kind of
    an actor, or the empty string. `mark` is the word or phrase in `sentence` that the claim hangs
    on.
    """

    id: str
    kind: Kind
    type: str
    report: str
    sentence: Span
    mark: Span
    fact: Event | Statement | Figure | Commitment | Office | Actor

    @property
    def place(self) -> tuple[str, Span, str]:
        """A total order over claims: report, position, id."""
        return (self.report, self.mark, self.id)


def claims_of(reading: Reading) -> tuple[Claim, ...]:
    """All claims of a reading, in the order of its parts; equal ones are kept once."""
    found: dict[str, Claim] = {}
    for claim in _claims(reading):
        found.setdefault(claim.id, claim)
    return tuple(found.values())


def counting(claims: tuple[Claim, ...], readings: Mapping[str, Reading]) -> tuple[Claim, ...]:
    """Those of the claims that give a number, or whose sentence does; all where none does."""
    amounts = [amount for c in claims if (amount := getattr(c.fact, "quantity", None))]
    found = tuple(c for c in claims if _counts(c, amounts, readings[c.report]))
    return found or claims


def _counts(claim: Claim, amounts: Sequence[Amount], reading: Reading) -> bool:
    """Whether the claim has a number, or its sentence one of these."""
    if getattr(claim.fact, "quantity", None):
        return True
    inside = (q for q in reading.quantities if claim.sentence.covers(q.span))
    given = (Amount(min=q.min, max=q.max, approx=q.approx, unit=q.unit, span=None) for q in inside)
    return any(equal(one, amount) for one in given for amount in amounts)


def _claims(reading: Reading) -> Iterator[Claim]:
    report = reading.report.id
    events = {event.id: event for event in reading.events}
    for event in reading.events:
        yield _event(report, event)
    for statement in reading.statements:
        yield _statement(report, statement)
    for figure in reading.figures:
        yield _claim(report, "figure", "", figure.sentence, figure.span, figure, figure.measure)
    for commitment in reading.commitments:
        if commitment.event in events:
            yield _commitment(report, commitment, events[commitment.event])
    for actor in reading.actors:
        for role in actor.roles:
            if role.span is not None:
                office = Office(holder=Ref(name=actor.name, actor=actor.id), role=role)
                detail = f"{actor.name}\x1f{role.title}\x1f{role.of}"
                sentence = around(role.span, reading)
                yield _claim(report, "role", "", sentence, role.span, office, detail)


def _event(report: str, event: Event) -> Claim:
    parties = "\x1f".join(ref.name for ref in event.actor)
    amount = event.quantity.span if event.quantity else None
    detail = f"{parties}\x1f{amount}"
    return _claim(report, "event", event.type, event.sentence, event.trigger, event, detail)


def _statement(report: str, statement: Statement) -> Claim:
    manner = "direct" if statement.direct else "indirect"
    return _claim(report, "statement", manner, statement.sentence, statement.content, statement, "")


def _commitment(report: str, commitment: Commitment, event: Event) -> Claim:
    party = commitment.party.name if commitment.party else ""
    amount = commitment.quantity.span if commitment.quantity else None
    detail = f"{party}\x1f{amount}\x1f{commitment.item}"
    return _claim(
        report, "commitment", commitment.status, event.sentence, event.trigger, commitment, detail
    )


def _claim(
    report: str,
    kind: Kind,
    type_: str,
    sentence: Span,
    mark: Span,
    fact: Event | Statement | Figure | Commitment | Office,
    detail: str,
) -> Claim:
    parts = (report, kind, type_, *map(str, (*sentence, *mark)), detail)
    digest = hashlib.sha256("\x1e".join(parts).encode("utf-8", "surrogatepass")).hexdigest()
    return Claim(
        id=digest[:16],
        kind=kind,
        type=type_,
        report=report,
        sentence=sentence,
        mark=mark,
        fact=fact,
    )


def around(span: Span, reading: Reading) -> Span:
    """The sentence of an event that holds `span`; failing that its line of the text."""
    for event in reading.events:
        if event.sentence.covers(span):
            return event.sentence
    text = reading.report.text
    start = text.rfind("\n", 0, span.start) + 1
    end = text.find("\n", span.end)
    return Span(start, len(text) if end < 0 else end)
