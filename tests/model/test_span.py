"""Spans are half-open intervals of code points."""

from hypothesis import given
from hypothesis import strategies as st

from onrecord.model import Span

SPANS = st.tuples(st.integers(0, 50), st.integers(0, 50)).map(lambda p: Span(min(p), max(p)))


def test_a_span_slices_its_text() -> None:
    assert Span(4, 9).of("die Moïse-Akte") == "Moïse"


def test_touching_spans_do_not_overlap() -> None:
    assert not Span(0, 3).overlaps(Span(3, 5))


@given(SPANS, SPANS)
def test_overlap_is_mutual(one: Span, other: Span) -> None:
    assert one.overlaps(other) == other.overlaps(one)


@given(SPANS, SPANS)
def test_what_is_covered_is_no_longer(one: Span, other: Span) -> None:
    assert not one.covers(other) or one.length >= other.length
