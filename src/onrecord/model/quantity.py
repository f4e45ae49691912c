"""How many, how much."""

from dataclasses import dataclass

from onrecord.model.span import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A number, range or bound with its unit.

    Exactly N has min = max = N; at least, more than N: max None; up to N: min None; about N:
    min = max = N and `approx`. `unit` is the counted noun in the singular ("police officer"),
    an ISO 4217 code for money, "%" for shares, or None. `text` is the span's words, from the
    first word of the bound ("at least") to the last word of the unit's head.
    """

    span: Span
    text: str
    min: int | float | None
    max: int | float | None
    approx: bool = False
    unit: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount:
    """The quantity of a fact: as `Quantity`, with the span that it was read from."""

    min: int | float | None
    max: int | float | None
    approx: bool
    unit: str | None
    span: Span | None
