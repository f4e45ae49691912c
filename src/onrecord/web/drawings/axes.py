"""Axes: days and numbers -> places along a line, with the ticks that people expect."""

import calendar
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from math import floor, log10

_TICKS = 8  # most ticks of a time axis
_YEARS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)
_MONTHS = (1, 3, 6)
_DAYS = (1, 2, 7, 14)
_MONTH = 31
_FEW = 5  # ticks of a number axis, about


@dataclass(frozen=True, slots=True)
class Days:
    """Days from `first` to `last` along the line from `left` to `right`."""

    first: date
    last: date
    left: float
    right: float

    def at(self, day: date) -> float:
        """Where a day begins; days beyond the ends are at the ends."""
        inside = max(self.first, min(day, self.last))
        share = (inside - self.first).days / max((self.last - self.first).days, 1)
        return self.left + share * (self.right - self.left)

    def ticks(self) -> Iterator[tuple[float, str]]:
        """Round dates: years where it is long, else months, else days."""
        for day, words in _dates(self.first, self.last):
            yield self.at(day), words


@dataclass(frozen=True, slots=True)
class Numbers:
    """Numbers from `low` to `high` along the line from `left` to `right`; `whole` has no halves."""

    low: float
    high: float
    left: float
    right: float
    whole: bool = False

    def at(self, number: float) -> float:
        """Where a number is; numbers beyond the ends are at the ends."""
        inside = max(self.low, min(number, self.high))
        return self.left + (inside - self.low) / (self.high - self.low) * (self.right - self.left)

    def ticks(self) -> Iterator[tuple[float, str]]:
        """Round numbers."""
        step = _step((self.high - self.low) / _FEW)
        step = max(step, 1) if self.whole else step
        count = floor(self.low / step)
        while count * step <= self.high:
            if count * step >= self.low:
                yield self.at(count * step), _short(count * step)
            count += 1


def numbers(values: Iterable[float], left: float, right: float) -> Numbers:
    """An axis for these values, with some room: from zero unless they are all far from it."""
    told = list(values) or [0.0]
    low, high = min(told), max(told)
    if low > 0 and low < 0.6 * high:
        low = 0.0
    room = (high - low) * 0.06 or abs(high) * 0.1 or 1.0
    whole = all(float(value).is_integer() for value in told)
    return Numbers(low if low == 0 else low - room, high + room, left, right, whole)


def shifted(day: date, by: int) -> date:
    """So many days later, within what dates there are."""
    ordinal = day.toordinal() + by
    return date.fromordinal(max(date.min.toordinal(), min(ordinal, date.max.toordinal())))


def _dates(first: date, last: date) -> Iterator[tuple[date, str]]:
    span = (last - first).days
    if span > _TICKS * _MONTH * _MONTHS[-1]:
        every = next((y for y in _YEARS if span / 365 / y <= _TICKS), _YEARS[-1])
        start = -(-first.year // every) * every
        for year in range(max(start, 1), last.year + 1, every):
            if date(year, 1, 1) >= first:
                yield date(year, 1, 1), str(year)
    elif span > _TICKS * _DAYS[-1]:
        every = next((m for m in _MONTHS if span / _MONTH / m <= _TICKS), _MONTHS[-1])
        for month in range(first.year * 12, last.year * 12 + 12, every):
            if first <= (day := date(month // 12, month % 12 + 1, 1)) <= last:
                yield day, f"{calendar.month_abbr[day.month]} {day.year}"
    else:
        every = next((d for d in _DAYS if span / d <= _TICKS), _DAYS[-1])
        for number in range(0, span + 1, every):
            day = first + timedelta(days=number)
            yield day, f"{day.day} {calendar.month_abbr[day.month]} {day.year}"


def _step(rough: float) -> float:
    """The next of 1, 2 and 5 times a power of ten."""
    power: float = 10.0 ** floor(log10(rough))
    return next(power * k for k in (1, 2, 5, 10) if power * k >= rough)


def _short(number: float) -> str:
    for scale, name in ((1e9, "bn"), (1e6, "m")):
        if abs(number) >= scale:
            return f"{number / scale:,.4g} {name}"
    return f"{number:,.6g}"
