from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from onrecord.model import Amount
from onrecord.views.amounts import counted, shown
from onrecord.views.citations import letters
from onrecord.views.dates import compact, in_words
from onrecord.views.wording import hedge

TABLES = yaml.safe_load((Path(__file__).parent / "words.yaml").read_text(encoding="utf-8"))


def amount(low, high, approx, unit):
    return Amount(min=low, max=high, approx=approx, unit=unit, span=None)


@pytest.mark.parametrize(("bounds", "words", "expected"), TABLES["amounts"])
def test_amounts(bounds, words, expected):
    assert shown(amount(*bounds), words) == expected


@pytest.mark.parametrize(("bounds", "words", "item", "expected"), TABLES["counted"])
def test_counted(bounds, words, item, expected):
    assert counted(amount(*bounds), words, item) == expected


@pytest.mark.parametrize(("edtf", "expected"), TABLES["dates"])
def test_dates(edtf, expected):
    assert in_words(edtf) == expected


@pytest.mark.parametrize(
    ("edtf", "expected"),
    [
        ("2031-02-05", "2031-02-05"),
        ("2031-02-05T10:30", "2031-02-05"),
        ("2031-02-XX", "2031-02"),
        ("2031", "2031"),
        ("2031-22", "summer 2031"),
        ("2031-01/2031-03", "2031-01 to 2031-03"),
        ("2031-02/..", "since 2031-02"),
        ("../2031", "until 2031"),
        (None, ""),
    ],
)
def test_compact_dates(edtf, expected):
    assert compact(edtf) == expected
    assert compact(edtf, inferred=True) == (f"{expected}?" if expected else "")


def test_an_inferred_date_says_so():
    assert in_words("2031-02", inferred=True) == "February 2031 (inferred)"
    assert in_words(None, inferred=True) == ""


@given(st.text(), st.text(), st.one_of(st.none(), st.text()), st.integers(), st.integers())
def test_any_unit_and_item_can_be_shown(unit, words, item, low, high):
    text = counted(amount(low, high, approx=False, unit=unit), words, item)
    assert item is None or item in text or item.casefold() in words.casefold()


@given(st.text())
def test_any_date_can_be_shown(edtf):
    assert isinstance(in_words(edtf), str)
    assert isinstance(compact(edtf), str)


@pytest.mark.parametrize(
    ("certainty", "source", "polarity", "expected"),
    [
        ("asserted", (), "positive", ""),
        ("asserted", ("Norland",), "positive", "according to Norland"),
        ("alleged", ("mayor", "council"), "positive", "alleged by mayor, council"),
        ("alleged", (), "positive", "alleged"),
        ("denied", ("Norland",), "positive", "denied by Norland"),
        ("denied", (), "negative", "denied"),
        ("expected", ("Norland",), "positive", "expected, according to Norland"),
        ("asserted", (), "negative", "not so"),
        ("expected", (), "negative", "not so, expected"),
    ],
)
def test_doubt_is_kept(certainty, source, polarity, expected):
    assert hedge(certainty, source, polarity) == expected


def test_letters_never_run_out():
    assert [letters(n) for n in (0, 25, 26, 27, 701, 702)] == ["a", "z", "aa", "ab", "zz", "aaa"]
    assert len({letters(n) for n in range(2000)}) == 2000
