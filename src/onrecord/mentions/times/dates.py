"""Calendar arithmetic on TIMEX3 date values ("2023", "2023-07", "2023-W30", "2023-Q3", "198").

Values are strings as ISO 8601 and TIMEX3 write them; a value names a stretch of days. Functions
return None where the calendar ends (before the year 1, after 9999).
"""

import re
from calendar import monthrange
from datetime import MAXYEAR, date, timedelta
from functools import lru_cache

SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}  # their first months, northern half of the earth
_MONTHS = {"M": 1, "Q": 3, "H": 6, "Y": 12, "E": 120, "C": 1200}
_DAYS = {"D": 1, "W": 7, "WE": 7}
_VALUE = re.compile(
    r"(?P<y>\d{4})(?:-(?:(?P<m>\d\d)(?:-(?P<d>\d\d))?|W(?P<w>\d\d)(?P<we>-WE)?|Q(?P<q>[1-4])"
    r"|H(?P<h>[12])|(?P<s>SP|SU|FA|WI)))?|(?P<e>\d{3})|(?P<c>\d\d)"
)
Days = tuple[date, date]


def day_or_none(year: int, month: int, day: int) -> date | None:
    """The day of that name, where the calendar has it."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _months(year: int, month: int, count: int) -> Days | None:
    """From the first day of a month, `count` months long."""
    end = year * 12 + month - 2 + count
    first = day_or_none(year, month, 1)
    last_year, last_month = end // 12, end % 12 + 1
    if first is None or not 1 <= last_year <= MAXYEAR:
        return None
    return first, date(last_year, last_month, monthrange(last_year, last_month)[1])


def _week(year: int, week: int, *, weekend: bool) -> Days | None:
    try:
        monday = date.fromisocalendar(year, week, 1)
        return monday + timedelta(5 if weekend else 0), monday + timedelta(6)
    except (ValueError, OverflowError):
        return None


@lru_cache(maxsize=4096)
def days_of(value: str | None) -> Days | None:
    """The first and the last day of a value; None for what names no days. Clock parts are cut."""
    match = _VALUE.fullmatch((value or "").partition("T")[0])
    if match is None:
        return None
    part = match.groupdict()
    year = int(part["y"] or 0)
    if part["d"]:
        day = day_or_none(year, int(part["m"]), int(part["d"]))
        return (day, day) if day else None
    if part["w"]:
        return _week(year, int(part["w"]), weekend=bool(part["we"]))
    for name, (months, start) in {"e": (120, 10), "c": (1200, 100)}.items():
        if part[name]:
            return _months(int(part[name]) * start or 1, 1, months)
    return _part_of_year(year, part)


def _part_of_year(year: int, part: dict[str, str | None]) -> Days | None:
    if part["m"]:
        return _months(year, int(part["m"]), 1)
    if part["q"]:
        return _months(year, int(part["q"]) * 3 - 2, 3)
    if part["h"]:
        return _months(year, int(part["h"]) * 6 - 5, 6)
    if part["s"]:
        return _months(year, SEASONS[part["s"]], 3)
    return _months(year, 1, 12)


@lru_cache(maxsize=4096)
def granularity(value: str | None) -> str | None:
    """The unit that a value names: D, W, WE, M, Q, H, S (season), Y, E (decade), C (century)."""
    match = _VALUE.fullmatch((value or "").partition("T")[0])
    if match is None:
        return None
    names = {"d": "D", "we": "WE", "w": "W", "m": "M", "q": "Q", "h": "H", "s": "S"}
    names |= {"y": "Y", "e": "E", "c": "C"}
    return next(unit for name, unit in names.items() if match[name])


def label(day: date, unit: str) -> str:
    """The value of the given unit that holds `day`."""
    if unit == "D":
        return day.isoformat()
    iso = day.isocalendar()
    if unit == "S":
        starts = {v: k for k, v in SEASONS.items()}
        year, month = divmod(day.year * 12 + day.month - 1 - (day.month % 3), 12)
        return f"{year:04}-{starts[month + 1]}"
    return {
        "W": f"{iso.year:04}-W{iso.week:02}",
        "WE": f"{iso.year:04}-W{iso.week:02}-WE",
        "M": f"{day.year:04}-{day.month:02}",
        "Q": f"{day.year:04}-Q{(day.month + 2) // 3}",
        "H": f"{day.year:04}-H{(day.month + 5) // 6}",
        "Y": f"{day.year:04}",
        "E": f"{day.year // 10:03}",
        "C": f"{day.year // 100:02}",
    }[unit]


def moved(day: date, count: int, unit: str) -> date | None:
    """`day` moved by `count` units; the last of the month where the month is too short."""
    if unit in _DAYS:
        try:
            return day + timedelta(count * _DAYS[unit])
        except OverflowError:
            return None
    months = day.year * 12 + day.month - 1 + count * _MONTHS[unit]
    year, month = months // 12, months % 12 + 1
    if not 1 <= year <= MAXYEAR:
        return None
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def shifted(value: str | None, count: int, unit: str) -> str | None:
    """`value` moved by `count` units, as precise as it was."""
    days, own = days_of(value), granularity(value)
    day = days and moved(days[0], count, unit)
    return label(day, own) if day and own else None


def weekday_after(day: date, number: int) -> date | None:
    """The first such weekday (1 is Monday) after a day."""
    return moved(day, (number - day.isoweekday() - 1) % 7 + 1, "D")
