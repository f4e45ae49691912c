"""What the rows of all views have in common: numbers and evidence, flat and plain."""

from collections.abc import Iterable
from dataclasses import dataclass, fields
from typing import Any, get_args

from onrecord.model import Amount, Commitment, Event, Figure
from onrecord.record import Claim, Record
from onrecord.record.accounts import Account, Grade, account, attribution, reliability
from onrecord.record.claims import counting
from onrecord.record.sayings import figure_amount
from onrecord.views.amounts import counted, shown
from onrecord.views.verdicts import in_short

__all__ = ["Evidence", "Fact", "columns", "evidence", "figure_amount", "number"]

_RANK = get_args(Account)


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """Where a fact stands: the sentence of its best claim, and the report that it is from.

    `start` and `end` are the sentence's code points in the report's text. `source` names who
    says so where the reports do not say it themselves; `account` is "own" where some claim is the
    party's about itself, else "report" where some report tells it for itself, else "other";
    `reliability` is the grade of the publisher, A to F, if it was given one. `first_published` is
    the day of the first report that gives the number, if there is one; `reports` counts reports,
    `independent` those that are no copies of another one. `decisions` tell in words what analysts
    have decided on it.
    """

    source: tuple[str, ...] = ()
    account: Account
    sentence: str
    report: str
    start: int
    end: int
    title: str | None
    publisher: str | None
    reliability: Grade | None
    published: str | None
    url: str | None
    first_published: str | None
    reports: int
    independent: int
    decisions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact(Evidence):
    """A fact that may have a number and a thing.

    `what` is both as one phrase, `quantity` the number in words, and then its bounds.
    """

    what: str
    quantity: str | None
    min: int | float | None
    max: int | float | None
    approx: bool | None
    unit: str | None


def columns(row: type) -> tuple[str, ...]:
    """The field names of a row: its own first, then the number, then the evidence."""
    inherited = {field.name for base in row.__mro__[1:-1] for field in fields(base)}
    own = [field.name for field in fields(row) if field.name not in inherited]
    for base in row.__mro__[1:-1]:
        own += [name for name in base.__annotations__ if name not in own]
    return tuple(own)


def evidence(record: Record, claims: tuple[Claim, ...]) -> dict[str, Any]:
    """The fields of `Evidence` for a fact with these claims, the best first."""
    best = claims[0]
    report = record.readings[best.report].report
    first = counting(claims, record.readings)
    days = [record.readings[claim.report].report.published for claim in first]
    return {
        "source": sources(record, claims),
        "account": min((account(c, record.readings, record.who) for c in claims), key=_RANK.index),
        "sentence": best.sentence.of(report.text),
        "report": report.id,
        "start": best.sentence.start,
        "end": best.sentence.end,
        "title": report.title,
        "publisher": report.publisher,
        "reliability": reliability(report.publisher),
        "published": report.published,
        "url": report.url,
        "first_published": min(filter(None, days), default=None),
        "reports": len({claim.report for claim in claims}),
        "independent": record.independent(claims),
        "decisions": tuple(map(in_short, record.rulings.about(claims))),
    }


def number(
    record: Record, claims: Iterable[Claim], amount: Amount | None, item: str | None = None
) -> dict[str, Any]:
    """The fields of `Fact` for an item and a quantity that one of the claims gives."""
    if amount is None:
        nothing = dict.fromkeys(("quantity", "min", "max", "approx", "unit"))
        return {"what": item or "", **nothing}
    words = _words(record, claims, amount)
    return {
        "what": counted(amount, words, item),
        "quantity": shown(amount, words),
        "min": amount.min,
        "max": amount.max,
        "approx": amount.approx,
        "unit": amount.unit,
    }


def sources(record: Record, claims: Iterable[Claim]) -> tuple[str, ...]:
    """The names of those who say so, each once; none where a report says it for itself."""
    names: dict[str, None] = {}
    for claim in claims:
        found = attribution(claim, record.readings[claim.report])
        if found and found.source:
            names[record.who.of(claim.report, found.source).name] = None
        elif getattr(claim.fact, "certainty", "asserted") == "asserted":
            return ()
    return tuple(names)


def _words(record: Record, claims: Iterable[Claim], amount: Amount) -> str:
    for claim in claims:
        if amount.span and _amount(claim) == amount:
            return amount.span.of(record.readings[claim.report].report.text)
    return ""


def _amount(claim: Claim) -> Amount | None:
    fact = claim.fact
    if isinstance(fact, Event | Commitment):
        return fact.quantity
    return figure_amount(fact) if isinstance(fact, Figure) else None
