"""What a fact says field by field, in the form in which analysts correct it."""

from dataclasses import dataclass
from typing import Any

from onrecord.model import Amount, Figure, Ref, When
from onrecord.record import Claim, Record
from onrecord.record.claims import Office
from onrecord.record.corrections import FIELDS
from onrecord.record.sayings import figure_amount
from onrecord.review import choices
from onrecord.views.amounts import shown


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """A field that can be corrected: what it says now ("" for nothing), and what it may say.

    `choices` is empty where it may say anything.
    """

    name: str
    value: str
    choices: tuple[str, ...]


def fields(record: Record, claim: Claim) -> tuple[Field, ...]:
    """The fields of a fact as its best claim has them."""
    return tuple(
        Field(name=name, value=_said(record, claim, _value(claim, name)), choices=choices(name))
        for name in FIELDS[claim.kind]
    )


def _value(claim: Claim, name: str) -> Any:
    fact: Any = claim.fact
    if isinstance(fact, Figure) and name == "quantity":
        return figure_amount(fact)
    if isinstance(fact, Figure) and name == "source":
        return fact.attribution.source if fact.attribution else None
    if isinstance(fact, Office) and name != "holder":
        return getattr(fact.role, name)
    return getattr(fact, name)


def _said(record: Record, claim: Claim, value: Any) -> str:
    if isinstance(value, tuple):
        return "; ".join(_said(record, claim, one) for one in value)
    if isinstance(value, Ref):
        return record.who.of(claim.report, value).name
    if isinstance(value, When):
        return value.edtf or ""
    if isinstance(value, Amount):
        return shown(value)
    return str(value or "")
