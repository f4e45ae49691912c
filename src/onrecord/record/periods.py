"""Dates at their own precision: the days that an EDTF date covers."""

import calendar
import re
from datetime import date
from functools import lru_cache
from typing import NamedTuple

_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:T.*)?")
_MONTH = re.compile(r"(\d{4})-(\d\d)")
_YEAR = re.compile(r"(\d[\dX]{3})(?:-XX)?(?:-XX)?")
_TYPED = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")
_QUALIFIERS = str.maketrans("", "", "?~%")
# EDTF level 1: 21 to 24 are the seasons of the year, spring to winter; level 2: 33 to 36 are
# quarters, 37 to 39 thirds, 40 and 41 halves. First and last month of each.
_DIVISIONS = {
    21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (1, 12),
    33: (1, 3), 34: (4, 6), 35: (7, 9), 36: (10, 12),
    37: (1, 4), 38: (5, 8), 39: (9, 12), 40: (1, 6), 41: (7, 12),
}  # fmt: skip


class Period(NamedTuple):
    """The first and the last day that a date may mean; open ends are `date.min` and `date.max`."""

    first: date
    last: date

    @property
    def days(self) -> int:
        """How many days it covers."""
        return (self.last - self.first).days + 1

    def gap(self, other: "Period") -> int:
        """The days from the end of the one to the beginning of the other; 0 where they overlap."""
        return max(0, (other.first - self.last).days, (self.first - other.last).days)

    def overlaps(self, other: "Period") -> bool:
        """Whether the two share a day."""
        return self.first <= other.last and other.first <= self.last


@lru_cache(maxsize=1 << 12)
def period(edtf: str | None) -> Period | None:
    """The days that an EDTF date or interval (levels 0 and 1) covers; None where there are none."""
    if not edtf:
        return None
    plain = edtf.strip().translate(_QUALIFIERS)
    if "/" not in plain:
        return _single(plain)
    left, right = plain.split("/", 1)
    first, last = _single(left), _single(right)
    if (first is None and left not in {"", ".."}) or (last is None and right not in {"", ".."}):
        return None
    start = first.first if first else date.min
    end = last.last if last else date.max
    return Period(start, end) if start <= end and (first or last) else None


def typed(text: str) -> Period | None:
    """The days of a date as people type it: 2024, 2024-03 or 2024-03-09; None for all else."""
    return period(text) if _TYPED.fullmatch(text) else None


def _single(text: str) -> Period | None:
    try:
        if match := _DAY.fullmatch(text):
            day = date(int(match[1]), int(match[2]), int(match[3]))
            return Period(day, day)
        if match := _MONTH.fullmatch(text.removesuffix("-XX")):
            return _part(int(match[1]), int(match[2]))
        if match := _YEAR.fullmatch(text):
            low, high = int(match[1].replace("X", "0")), int(match[1].replace("X", "9"))
            return Period(date(max(low, 1), 1, 1), date(high, 12, 31))
    except ValueError:
        return None
    return None


def _part(year: int, number: int) -> Period:
    first, last = _DIVISIONS.get(number, (number, number))
    return Period(date(year, first, 1), date(year, last, calendar.monthrange(year, last)[1]))
