"""Fixed and movable feasts."""

from datetime import date, timedelta

from onrecord.mentions.times.dates import day_or_none


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (Meeus, Jones and Butcher's algorithm)."""
    a, (b, c) = year % 19, divmod(year, 100)
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    k = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    month, day = divmod(h + k - 7 * ((a + 11 * h + 22 * k) // 451) + 114, 31)
    return date(year, month, day + 1)


def _nth_weekday(year: int, month: int, weekday: int, count: int) -> date:
    """The count-th such weekday of a month; the last one for 5."""
    first = date(year, month, 1)
    day = first + timedelta((weekday - first.isoweekday()) % 7 + 7 * (count - 1))
    return day if day.month == month else day - timedelta(7)


def holiday_of(rule: str, year: int) -> date | None:
    """The day of a feast by its rule in the data: "12-25", "easter+1", "11/4x4" (4th Thursday)."""
    if rule.startswith("easter"):
        return easter(year) + timedelta(int(rule.removeprefix("easter") or 0))
    if "/" in rule:
        month, _, nth = rule.partition("/")
        weekday, _, count = nth.partition("x")
        return _nth_weekday(year, int(month), int(weekday), int(count))
    month, _, day = rule.partition("-")
    return day_or_none(year, int(month), int(day))
