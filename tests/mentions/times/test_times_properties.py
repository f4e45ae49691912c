"""What holds for the times of any text."""

import re
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.mentions.times import find_times
from onrecord.model import Block, Report, Span

_WORDS = """
    the a on in since until by from to between and of last next this that early late mid end end-
    following previous same day days week weekend month months quarter year years decade century
    hours minutes Monday Friday Wed. May March Dec. October 3 03 31 1st second third 2nd 30 24 12
    1999 2024 2024-02-30 2024-02-29 31/12/99 12.13.2020 9999 0000 1,000 2.5 '98 1990s nineties 19th
    two twenty-one hundred half dozen few several couple ago later earlier before after now hence
    10:15 24:00 5 p.m. am GMT noon midnight morning tonight every each daily Mondays Q3 H1 FY99
    fiscal first spring winter fall Christmas Easter will was said has been due - – -- , . ( ) : /
    's ’s today tomorrow yesterday recent past future year-earlier old B.C. eighteen ٣ ²
""".split()  # noqa: SIM905 - a list of words reads better in lines
_TEXTS = st.one_of(
    st.text(max_size=80),
    st.lists(st.sampled_from([*_WORDS, "\n\n", "\n"]), max_size=30).map(" ".join),
    st.lists(st.sampled_from(_WORDS), max_size=12).map("".join),
)
_PUBLISHED = st.one_of(
    st.none(),
    st.dates().map(str),
    st.sampled_from(["0001-01-01", "9999-12-31", "2024-02-29", "no day", "2023-13-01"]),
)

_DAY = r"[\dX]{4}(-([\dX]{2}(-[\dX]{2})?|W[\dX]{2}(-WE|-[1-7])?|Q[1-4]|H[12]|SP|SU|FA|WI))?"
_CLOCK = r"T(\d\d:\d\d|MO|AF|EV|NI|MI)"
_COUNT = r"(\d+(\.\d+)?(e\+\d+)?|X)"
_LENGTH = rf"P({_COUNT}[YMWDECQ])*(T({_COUNT}[HMS])+)?"
TIMEX3 = re.compile(
    rf"{_DAY}({_CLOCK})?(/{_DAY})?|\d{{2,3}}|BC\d{{4}}|{_LENGTH}|(PAST|PRESENT|FUTURE)_REF"
)
_EDTF_DATE = r"-?[\dX]{4}(-\d\d(-\d\d(T\d\d:\d\d:\d\d)?)?)?"
EDTF = re.compile(rf"{_EDTF_DATE}|(\.\.|{_EDTF_DATE})/(\.\.|{_EDTF_DATE})")


def report(text, published, *, whole=True):
    spans = (
        [Span(0, len(text))] if whole else [Span(*m.span()) for m in re.finditer(r"[^\n]+", text)]
    )
    blocks = tuple(Block(role="body", span=span) for span in spans)
    return Report(id="r", text=text, published=published, blocks=blocks)


@settings(max_examples=500, deadline=None)
@given(_TEXTS, _PUBLISHED, st.booleans())
def test_times_of_any_text(text, published, whole):
    times = find_times(report(text, published, whole=whole))
    assert all(t.text == t.span.of(text) != "" for t in times)
    assert all(a.span.end <= b.span.start for a, b in pairwise(times))
    for time in times:
        assert time.value is None or TIMEX3.fullmatch(time.value), time
        assert time.edtf is None or EDTF.fullmatch(time.edtf), time
        assert not (time.edtf and time.type in {"DURATION", "SET"}), time
        assert (time.type == "DURATION") <= (time.value or "P").startswith("P")


@settings(max_examples=60, deadline=None)
@given(_TEXTS, _PUBLISHED)
def test_the_same_text_gives_the_same_times(text, published):
    first = find_times(report(text, published))
    assert find_times(report(text, published)) == first


@settings(max_examples=100, deadline=None)
@given(
    st.dates(),
    st.sampled_from(["{:%-d %B %Y}", "{:%B %-d, %Y}", "{:%A, %-d %B %Y}", "{:%Y-%m-%d}"]),
)
def test_a_full_date_stands_for_itself(day, form):
    if day.year < 1900 or day.year > 2059:
        return
    (time,) = find_times(report(f"They met on {form.format(day)}.", None))
    assert (time.value, time.edtf, time.inferred) == (day.isoformat(), day.isoformat(), False)


@settings(max_examples=100, deadline=None)
@given(st.dates().filter(lambda day: 1900 < day.year < 2059), st.integers(0, 6))
def test_a_weekday_lies_within_a_week(published, back):
    day = published - timedelta(back)
    (past,) = find_times(report(f"They met on {day:%A}.", published.isoformat()))
    assert past.value == day.isoformat()
    (ahead,) = find_times(report(f"They will meet on {day:%A}.", published.isoformat()))
    assert 0 <= (date.fromisoformat(ahead.value) - published).days < 7


@pytest.mark.parametrize("filler", ["the ", "1 2 ", "in 2020 ", "a year and a half ", "- ", "May "])
def test_long_monotonous_texts_are_read(filler):
    text = filler * 2000
    times = find_times(report(text, "2024-05-15"))
    assert all(t.text == t.span.of(text) for t in times)


_MILLION = 1_000_000


@pytest.mark.parametrize("filler", ["7", "1,000 to ", " ", "\u00a0 ", "\n ", "a.", "- "])
def test_a_line_of_a_million_characters_without_a_time(filler):
    assert find_times(report(filler * (_MILLION // len(filler)), "2024-05-15")) == ()


def test_a_line_of_a_million_characters_of_weekdays():
    text = "Monday " * (_MILLION // 7)
    times = find_times(report(text, "2024-05-15"))
    assert [t.span.start for t in times] == list(range(0, len(text), 7))
    assert {(t.text, t.span.end - t.span.start, t.value) for t in times} == {
        ("Monday", 6, "2024-05-13")
    }


def test_words_keep_their_places_between_white_space():
    text = "It opened  on\u2003Monday,\n \n\n 3 May\n2024 –  and closed \t on Friday.   "
    found = [t.text for t in find_times(report(text, "2024-05-15"))]
    assert found == ["Monday", "3 May\n2024", "Friday"]
