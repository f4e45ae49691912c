"""A fact in one line, whatever its kind."""

from typing import Any

from onrecord.model import Actor, Commitment, Event, Figure, Ref, Statement
from onrecord.record import Claim, Record
from onrecord.record.sayings import figure_amount
from onrecord.views.actors import in_office
from onrecord.views.dates import compact
from onrecord.views.rows import number
from onrecord.views.wording import label

_LONG = 120  # characters of a quotation


def gist(record: Record, claims: tuple[Claim, ...]) -> str:
    """Who, what and when, as the best claim has it: "Norland · pledge · 400 engineers"."""
    fact = claims[0].fact
    if isinstance(fact, Event):
        parts = _event(record, claims, fact)
    elif isinstance(fact, Commitment):
        parts = _step(record, claims, fact)
    elif isinstance(fact, Figure):
        quantity = number(record, claims, figure_amount(fact))["quantity"]
        parts = (fact.measure, quantity, compact(fact.as_of))
    elif isinstance(fact, Statement):
        parts = (_names(record, claims, fact.speaker), _words(record, claims[0]))
    elif isinstance(fact, Actor):
        party = record.who.parties.get(record.who.key(claims[0].report, fact.id) or "")
        roles = ", ".join(map(in_office, fact.roles))
        parts = (party.name if party else fact.name, fact.kind, fact.country or "", roles)
    else:
        parts = (_names(record, claims, fact.holder), in_office(fact.role))
    return " · ".join(part for part in parts if part)


def _event(record: Record, claims: tuple[Claim, ...], event: Event) -> tuple[str, ...]:
    to = _names(record, claims, *event.recipient)
    what = _what(record, claims)
    return (
        _names(record, claims, *event.actor),
        label(event.type),
        f"{what} → {to}".strip() if to else what,
        compact(event.date.edtf if event.date else None),
    )


def _step(record: Record, claims: tuple[Claim, ...], step: Commitment) -> tuple[str, ...]:
    date = compact(step.date.edtf if step.date else None)
    return (_names(record, claims, step.party), step.status, _what(record, claims), date)


def _names(record: Record, claims: tuple[Claim, ...], *refs: Ref | None) -> str:
    found = (record.who.of(claims[0].report, ref).name for ref in refs if ref)
    return ", ".join(dict.fromkeys(found))


def _what(record: Record, claims: tuple[Claim, ...]) -> str:
    facts: list[Any] = [claim.fact for claim in claims]
    amount = next((fact.quantity for fact in facts if fact.quantity), None)
    item = next((fact.item for fact in facts if fact.item), None)
    what: str = number(record, claims, amount, item)["what"]
    return what


def _words(record: Record, claim: Claim) -> str:
    """The beginning of a quotation."""
    words = claim.mark.of(record.readings[claim.report].report.text)
    return words if len(words) <= _LONG else f"{words[:_LONG].rsplit(' ', 1)[0]} …"
