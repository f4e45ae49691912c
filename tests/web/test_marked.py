"""The text of a report in pieces: nothing is lost, however claims overlap."""

from dataclasses import replace
from itertools import pairwise

import made_up
import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.model import Block, Report, Span
from onrecord.record import claims_of
from onrecord.web.marked import cut, paragraphs, part_at, parts

TEXT = "One two three four five six seven eight nine ten. " * 4
CLAIM = claims_of(made_up.first())[0]


@st.composite
def spans(draw):
    start = draw(st.integers(0, len(TEXT) - 1))
    return Span(start, draw(st.integers(start + 1, len(TEXT))))


def claims(marks):
    return [
        replace(CLAIM, id=f"{number:04}", mark=mark, sentence=mark)
        for number, mark in enumerate(marks)
    ]


@given(spans(), st.lists(spans(), max_size=8), st.none() | spans())
def test_the_pieces_are_the_text(whole, marks, lit):
    told = claims(marks)
    pieces = list(cut(TEXT, whole, told, lit))
    assert "".join(piece.words for piece in pieces) == whole.of(TEXT)
    place = whole.start
    for piece in pieces:
        here = Span(place, place + len(piece.words))
        assert set(piece.claims) == {c.id for c in told if c.mark.overlaps(here)}
        assert piece.lit == (lit is not None and lit.overlaps(here))
        place = here.end
    begun = [key for piece in pieces for key in piece.begins]
    assert sorted(begun) == sorted(c.id for c in told if c.mark.overlaps(whole))


def test_the_shortest_claim_is_the_one_that_words_lead_to():
    long, short = claims([Span(0, 20), Span(4, 7)])
    pieces = list(cut(TEXT, Span(0, 30), [long, short]))
    assert [(p.words, p.claims) for p in pieces] == [
        ("One ", ("0000",)),
        ("two", ("0001", "0000")),
        (" three four f", ("0000",)),
        ("ive six se", ()),
    ]


def test_only_the_first_highlighted_piece_is_where_a_link_leads():
    report = Report(id="a", text=TEXT)
    found = list(paragraphs(report, parts(report)[0], claims([Span(2, 9)]), Span(4, 12)))
    pieces = [piece for paragraph in found for piece in paragraph.pieces]
    assert [piece.words for piece in pieces if piece.lit] == ["two t", "hre"]
    assert [piece.words for piece in pieces if piece.first_lit] == ["two t"]


@pytest.mark.parametrize(
    "blocks",
    [(), (Block(role="body", span=Span(0, 100_000)),)],
    ids=["a text without blocks", "one block without an end"],
)
def test_a_long_report_has_parts(blocks):
    text = "words of a report " * 6000 if blocks else "a line of a report\n" * 6000
    report = Report(id="a", text=text, blocks=blocks)
    found = parts(report)
    covered = [block.span for part in found for block in part]
    assert len(found) > 1
    assert all(one.end <= other.start for one, other in pairwise(covered))
    assert all(sum(block.span.length for block in part) <= 24_000 for part in found)
    for number, part in enumerate(found, start=1):
        assert part_at(found, part[0].span.start) == number
    assert part_at(found, 10**9) == len(found)


def test_a_report_without_text_has_one_part_with_nothing():
    assert parts(Report(id="a", text="")) == ((),)
    assert part_at(((),), 5) == 1
