"""What people type for the value of a field."""

import re
from collections.abc import Callable, Mapping
from typing import get_args

from onrecord.model import (
    ActorKind,
    Amount,
    Block,
    Certainty,
    Commitment,
    Event,
    Figure,
    Polarity,
    Report,
    Span,
    Status,
    Value,
)
from onrecord.record import Claim
from onrecord.record.corrections import FIELDS, NEEDED, Form
from onrecord.record.periods import period
from onrecord.record.sayings import figure_amount

_NUMBER = re.compile(r"(?:\d{1,15}|\d{1,3}(?:,\d{3}){1,4})(?:\.\d{1,6})?")


def value_of(claim: Claim, field: str, text: str) -> Value:
    """The value that `text` stands for in a field of a claim; blank text empties the field.

    Names of several actors are parted by semicolons. A date is EDTF ("2024-03", "2024-03/2024-06")
    or in words ("9 March 2024"), a quantity a number or as in a report ("at least 400 officers");
    one without a unit keeps the unit that it had. Raises `ValueError` with one clear line.
    """
    forms = FIELDS[claim.kind]
    if field not in forms:
        raise ValueError(f"{claim.kind}s have no field {field!r}: one of {', '.join(forms)}")
    text = " ".join(text.split())
    if not text:
        if field in NEEDED:
            raise ValueError(f"{field} cannot be empty")
        return None
    if forms[field] == "amount":
        return amount_of(text, _unit(claim))
    if forms[field] == "choice":
        return _choice(field, text)
    return _FORMS[forms[field]](text)


def choices(field: str) -> tuple[str, ...]:
    """What a field may say that has only a few values; empty for others."""
    from onrecord.lexicon.frames import frames

    known: dict[str, tuple[str, ...]] = {
        "certainty": get_args(Certainty),
        "kind": get_args(ActorKind),
        "polarity": get_args(Polarity),
        "status": get_args(Status),
    }
    return tuple(sorted(frames())) if field == "type" else known.get(field, ())


def _names(text: str) -> tuple[str, ...]:
    return tuple(name for part in text.split(";") if (name := part.strip()))


def date_of(text: str) -> str:
    """The EDTF date that is typed. Raises `ValueError`."""
    if period(text):
        return text
    from onrecord.mentions import find_times

    found = [time.edtf for time in find_times(_report(text)) if time.span == Span(0, len(text))]
    if len(found) != 1 or not period(found[0]):
        raise ValueError(f"{text!r} is no date like 2024-03-09, 2024-03 or 9 March 2024")
    return str(found[0])


_FORMS: Mapping[Form, Callable[[str], Value]] = {
    "name": str,
    "names": _names,
    "text": str,
    "date": date_of,
}


def _choice(field: str, text: str) -> str:
    known = {choice.casefold(): choice for choice in choices(field)}
    if text.casefold() not in known:
        raise ValueError(f"no {field} {text!r}: one of {', '.join(known.values())}")
    return known[text.casefold()]


def amount_of(text: str, unit: str | None = None) -> Amount:
    """The quantity that is typed; one without a unit has the one given. Raises `ValueError`."""
    if _NUMBER.fullmatch(text):
        number = float(text.replace(",", ""))
        number = int(number) if number.is_integer() else number
        return Amount(min=number, max=number, approx=False, unit=unit, span=None)
    from onrecord.mentions import find_quantities

    found = find_quantities(_report(text), ())
    if len(found) != 1:
        raise ValueError(f"{text!r} is no quantity like 400, at least 400 officers, USD 5 million")
    (one,) = found
    return Amount(min=one.min, max=one.max, approx=one.approx, unit=one.unit or unit, span=None)


def _unit(claim: Claim) -> str | None:
    fact = claim.fact
    amount = figure_amount(fact) if isinstance(fact, Figure) else None
    if isinstance(fact, Event | Commitment):
        amount = fact.quantity
    return amount.unit if amount else None


def _report(text: str) -> Report:
    return Report(id="", text=text, blocks=(Block(role="body", span=Span(0, len(text))),))
