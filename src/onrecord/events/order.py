"""Finding what stands inside a span among things that are in text order."""

from bisect import bisect_left
from collections.abc import Sequence
from typing import Protocol, TypeVar

from onrecord.model import Span


class _Marked(Protocol):
    @property
    def span(self) -> Span: ...


Marked = TypeVar("Marked", bound=_Marked)


def inside(items: Sequence[Marked], span: Span) -> tuple[Marked, ...]:
    """The items wholly inside `span`; `items` are in text order and do not overlap."""
    first = bisect_left(items, span.start, key=_start)
    last = first
    while last < len(items) and items[last].span.end <= span.end:
        last += 1
    return tuple(items[first:last])


def _start(item: _Marked) -> int:
    return item.span.start
