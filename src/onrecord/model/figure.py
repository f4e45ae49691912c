"""A number about the state of the world."""

from dataclasses import dataclass

from onrecord.model.event import Attribution
from onrecord.model.span import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A quantity with what it measures ("gangs that control large swathes of the country").

    `min`, `max`, `approx` and `unit` are as in `Quantity`; `of` is the whole that a share is
    taken of; `as_of` an EDTF date.
    """

    measure: str
    min: int | float | None
    max: int | float | None
    approx: bool
    unit: str | None
    of: str | None
    as_of: str | None
    attribution: Attribution | None
    span: Span
    sentence: Span
