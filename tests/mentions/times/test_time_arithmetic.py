"""Calendar arithmetic, EDTF, numbers and feasts."""

from datetime import date

import pytest

from onrecord.mentions.times.dates import days_of, granularity, label, moved, shifted
from onrecord.mentions.times.edtf import edtf_of, opened
from onrecord.mentions.times.holidays import feast_of
from onrecord.mentions.times.lengths import period_value
from onrecord.mentions.times.numbers import amount, number


@pytest.mark.parametrize(
    ("value", "unit", "first", "last", "edtf"),
    [
        ("2024-02", "M", "2024-02-01", "2024-02-29", "2024-02"),
        ("2024", "Y", "2024-01-01", "2024-12-31", "2024"),
        ("2024-02-29", "D", "2024-02-29", "2024-02-29", "2024-02-29"),
        ("2020-W53", "W", "2020-12-28", "2021-01-03", "2020-12-28/2021-01-03"),
        ("2024-W19-WE", "WE", "2024-05-11", "2024-05-12", "2024-05-11/2024-05-12"),
        ("2024-Q4", "Q", "2024-10-01", "2024-12-31", "2024-10/2024-12"),
        ("2024-H1", "H", "2024-01-01", "2024-06-30", "2024-01/2024-06"),
        ("2023-WI", "S", "2023-12-01", "2024-02-29", "2023-24"),
        ("2024-SU", "S", "2024-06-01", "2024-08-31", "2024-22"),
        ("199", "E", "1990-01-01", "1999-12-31", "199X"),
        ("19", "C", "1900-01-01", "1999-12-31", "19XX"),
    ],
)
def test_days_of_a_value(value, unit, first, last, edtf):
    assert days_of(value) == (date.fromisoformat(first), date.fromisoformat(last))
    assert granularity(value) == unit
    assert edtf_of(value) == edtf
    assert label(date.fromisoformat(first), unit) == value


@pytest.mark.parametrize(
    "value", [None, "", "P2Y", "PAST_REF", "2024-02-30", "2024-W54", "XXXX-WXX-3"]
)
def test_no_days(value):
    assert days_of(value) is None
    assert edtf_of(value) is None


@pytest.mark.parametrize(
    ("value", "count", "unit", "moved_to"),
    [
        ("2024-01", -1, "M", "2023-12"),
        ("2024-Q1", -1, "Y", "2023-Q1"),
        ("2024-02-29", 1, "Y", "2025-02-28"),
        ("2024-W01", -1, "W", "2023-W52"),
        ("9999", 1, "Y", None),
        ("0001-01-01", -1, "D", None),
    ],
)
def test_shifted(value, count, unit, moved_to):
    assert shifted(value, count, unit) == moved_to


def test_moving_by_months_stays_in_the_month():
    assert moved(date(2024, 1, 31), 1, "M") == date(2024, 2, 29)


def test_open_intervals():
    assert opened("2012", since=True) == "2012/.."
    assert opened("2025", since=False) == "../2025"
    assert opened("2024-01/2024-03", since=True) == "2024-01/.."
    assert opened(None, since=True) is None


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("two", 2),
        ("twenty - four", 24),
        ("twenty four", 24),
        ("two hundred and five", 205),
        ("1,000", 1000),
        ("2.5", 2.5),
        ("a dozen", 12),
        ("of the", None),
        ("two 12", None),
    ],
)
def test_number(words, value):
    assert number(words.split()) == value


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("a", 1),
        ("half an", 0.5),
        ("two and a half", 2.5),
        ("2 1 / 2", 2.5),
        ("a few", "X"),
        ("a couple of", 2),
        ("two to three", 2),
        ("the", None),
    ],
)
def test_amount(words, value):
    assert amount(words.split()) == value


@pytest.mark.parametrize(
    ("count", "unit", "value"),
    [
        (2.0, "Y", "P2Y"),
        (2.5, "Y", "P2Y6M"),
        (0.5, "TH", "PT30M"),
        (1.5, "TM", "PT1M30S"),
        (2.0, "E", "P20Y"),
        (1.0, "C", "P1C"),
        (1.0, "W2", "P2W"),
        ("X", "D", "PXD"),
        ("X", "TM", "PTXM"),
    ],
)
def test_duration_value(count, unit, value):
    assert period_value(count, unit) == value


@pytest.mark.parametrize(
    ("rule", "year", "day"),
    [
        ("easter", 2024, date(2024, 3, 31)),
        ("easter", 2000, date(2000, 4, 23)),
        ("easter-2", 2025, date(2025, 4, 18)),
        ("11/4x4", 2023, date(2023, 11, 23)),
        ("12-25", 2023, date(2023, 12, 25)),
        ("02-30", 2023, None),
    ],
)
def test_feasts(rule, year, day):
    assert feast_of(rule, year) == day
