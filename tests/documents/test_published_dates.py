"""Published dates as they are written."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.documents import iso_date


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("2024-03-09", "2024-03-09"),
        (" 2024-03-09T10:00:00Z", "2024-03-09"),
        ("2024-03-09 23:59:00.000+11:00", "2024-03-09"),
        ("20240309", "2024-03-09"),
        ("2024/03/09", "2024-03-09"),
        ("Sat, 09 Mar 2024 10:00:00 GMT", "2024-03-09"),
        ("9 March 2024", "2024-03-09"),
        ("March 9, 2024", "2024-03-09"),
        ("9 Mar 2024 10:00", "2024-03-09"),
        ("2024-02-29", "2024-02-29"),
        ("2023-02-29", None),
        ("2024-02-31T10:00:00Z", None),
        ("20245-02-01", None),
        ("20245", None),
        ("2024-13-01", None),
        ("0001-01-01", None),
        ("9999-12-31", None),
        ("2024-03-091", None),
        ("31 February 2024", None),
        ("yesterday", None),
        ("", None),
        ("٢٠٢٤-٠٣-٠٩", None),
        ("2024", None),
        (20240309, None),
        (None, None),
        (["2024-03-09"], None),
        ("1" * 5000, None),
    ],
)
def test_iso_date(words, day):
    assert iso_date(words) == day


@given(st.dates(date(1800, 1, 1), date(2200, 12, 31)))
def test_every_day(day):
    assert iso_date(day.isoformat()) == day.isoformat()


@given(st.text())
def test_any_words(words):
    found = iso_date(words)
    assert found is None or date.fromisoformat(found).isoformat() == found
