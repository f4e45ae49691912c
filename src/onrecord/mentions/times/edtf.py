"""Extended Date/Time Format (ISO 8601-2), level 1, of TIMEX3 date values."""

import re
from functools import lru_cache

from onrecord.mentions.times.dates import days_of, granularity, label

_SEASON = {"SP": "21", "SU": "22", "FA": "23", "WI": "24"}
_CLOCK = re.compile(r"T(\d\d):(\d\d)(?::(\d\d))?$")


def _interval(value: str) -> str | None:
    """The interval of days or months of a value that EDTF has no name for at level 1."""
    days = days_of(value)
    if days is None:
        return None
    unit = "D" if granularity(value) in {"W", "WE"} else "M"
    return f"{label(days[0], unit)}/{label(days[1], unit)}"


def _single(value: str) -> str | None:
    day, _, _time = value.partition("T")
    match = _CLOCK.search(value)
    if match and granularity(day) == "D" and match[1] < "24":
        return f"{day}T{match[1]}:{match[2]}:{match[3] or '00'}"
    unit = granularity(day) if days_of(day) else None
    if unit in {"D", "M", "Y"}:
        return day
    if unit == "S":
        return day[:5] + _SEASON[day[5:]]
    if unit in {"E", "C"}:
        return day.ljust(4, "X")
    if day.startswith("BC") and day[2:].isdecimal():
        return f"-{int(day[2:]) - 1:04}"
    return None if unit is None else _interval(day)


@lru_cache(maxsize=4096)
def edtf_of(value: str | None) -> str | None:
    """The same day or interval in EDTF; None for durations, sets, references and open values."""
    if value is None:
        return None
    ends = [_single(end) for end in value.split("/")]
    return None if None in ends else "/".join(end for end in ends if end)


def opened(edtf: str | None, *, since: bool) -> str | None:
    """The interval that begins with ("since 2012") or ends at ("until 2025") a date."""
    if edtf is None:
        return None
    first, _, last = edtf.partition("/")
    return f"{first}/.." if since else f"../{last or first}"
