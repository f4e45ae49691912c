"""Times as TIMEX3 has them."""

from dataclasses import dataclass
from typing import Literal

from onrecord.model.span import Span

TimeType = Literal["DATE", "TIME", "DURATION", "SET"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Time:
    """A time expression.

    `value` is a TIMEX3 value ("2023-07", "P2M", "PAST_REF") or None where it cannot be
    resolved, `edtf` the same day or interval in Extended Date/Time Format (level 1) where there
    is one. `inferred` says that no published date was known and the report's own dates were used.
    """

    span: Span
    text: str
    type: TimeType
    value: str | None
    edtf: str | None
    inferred: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """The date of a fact: as `Time`, with the span that it was read from."""

    value: str | None
    edtf: str | None
    span: Span | None
    inferred: bool = False
