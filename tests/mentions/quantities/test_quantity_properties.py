"""What holds for the quantities of any text."""

import math

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from onrecord.mentions.quantities import find_quantities
from onrecord.mentions.quantities.numerals import numerals
from onrecord.model import Block, Report, Span, Time

_WORDS = """
    at least more than up to about between and from to of the a half dozen hundreds thousands
    million bn two three twenty-five 1,000 2.5 3-5 2019 7% per cent percent $ €5m US$2 KSh euros
    pounds ( ) soldiers police officers people Kenyan F-16 Article 5 No. — - . , , one in ten
    third quarters 99999999999999999999 0 00 1,2,3 ½ ٣ zero strong -plus + or more so
"""
_WORD = st.sampled_from(_WORDS.split())
_TEXTS = st.one_of(
    st.text(max_size=120),
    st.lists(_WORD, max_size=25).map(" ".join),
    st.lists(_WORD).map("".join),
)


def _report(text):
    lines, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            start = at + len(line) - len(line.lstrip())
            lines.append(Block(role="body", span=Span(start, start + len(line.strip()))))
        at += len(line) + 1
    return Report(id="x", text=text, blocks=tuple(lines))


@st.composite
def _reports_with_times(draw):
    text = draw(_TEXTS)
    cuts = sorted(draw(st.lists(st.integers(0, len(text)), max_size=6, unique=True)))
    spans = [Span(a, b) for a, b in zip(cuts[::2], cuts[1::2], strict=False)]
    times = [Time(span=s, text=s.of(text), type="DATE", value=None, edtf=None) for s in spans]
    return _report(text), tuple(times)


@given(_reports_with_times())
@settings(max_examples=500, deadline=None)
def test_quantities_lie_in_the_text_in_order_and_clear_of_times(case):
    report, times = case
    quantities = find_quantities(report, times)
    ends = 0
    for q in quantities:
        assert ends <= q.span.start < q.span.end <= len(report.text)
        assert q.text == q.span.of(report.text)
        assert not any(q.span.overlaps(time.span) for time in times)
        ends = q.span.end


@given(_TEXTS)
@settings(max_examples=300, deadline=None)
def test_the_ends_of_a_quantity_are_finite_and_in_order(text):
    for q in find_quantities(_report(text), ()):
        ends = [end for end in (q.min, q.max) if end is not None]
        assert ends
        assert all(math.isfinite(end) and end >= 0 for end in ends)
        assert ends == sorted(ends)


@given(_TEXTS)
@settings(max_examples=100, deadline=None)
def test_the_same_text_gives_the_same_quantities(text):
    assert find_quantities(_report(text), ()) == find_quantities(_report(text), ())


@given(_TEXTS, st.integers(0, 40))
@settings(max_examples=100, deadline=None)
def test_quantities_move_with_their_block(text, shift):
    plain = [(q.text, q.min, q.max, q.unit) for q in find_quantities(_report(text), ())]
    moved = find_quantities(_report("\n" * shift + text), ())
    assert [(q.text, q.min, q.max, q.unit) for q in moved] == plain
    assert all(q.span.start >= shift for q in moved)


def test_boilerplate_has_no_quantities():
    text = "Read 500 more stories"
    block = Block(role="boilerplate", span=Span(0, len(text)))
    assert find_quantities(Report(id="x", text=text, blocks=(block,)), ()) == ()


_MILLION = 1_000_000


@pytest.mark.parametrize("filler", ["7", "Monday ", " ", "a ", "x"])
def test_a_line_of_a_million_characters_without_a_quantity(filler):
    assert find_quantities(_report(filler * (_MILLION // len(filler))), ()) == ()


def test_a_line_of_a_million_characters_of_numbers():
    text = "1,000 to " * (_MILLION // 9)
    quantities = find_quantities(_report(text), ())
    assert [q.span.start for q in quantities] == list(range(0, len(text), 9))
    assert {(q.text, q.min, q.max, q.unit) for q in quantities} == {("1,000", 1000, 1000, None)}


@given(_TEXTS, st.integers(0, 20))
@settings(max_examples=300, deadline=None)
def test_numbers_are_found_wherever_the_stretch_begins(text, start):
    """What stands before a stretch that cuts no number hides none of the numbers in it."""
    everywhere = list(numerals(text, 0, len(text)))
    assume(not any(n.start < start < n.end for n in everywhere))
    whole = [n for n in everywhere if n.start >= start]
    part = [n for n in numerals(text, start, len(text)) if n.start > start]
    first = whole[0].end if whole else 0
    assert [n for n in part if n.start >= first] == whole[1:]
