"""So much before or after today, or before or after the date last spoken of."""

from onrecord.mentions.times.dates import days_of, granularity, label, moved, shifted
from onrecord.mentions.times.lengths import count_of, length, unit_of
from onrecord.mentions.times.matcher import Found
from onrecord.mentions.times.meaning import Meaning
from onrecord.mentions.times.story import Story

_PRECISION = {"D": "D", "W": "W", "W2": "W", "M": "M", "Q": "Q", "Y": "Y", "E": "Y", "C": "Y"}
_MULTIPLE = {"W2": ("W", 2)}
_YEARS = {"E": 10, "C": 100}


def ago(found: Found, story: Story) -> Meaning | None:
    """Counted from today: "two weeks ago", "three days from now"."""
    unit, sign = unit_of(found), int(found.value("side") or 0)
    count = count_of(found)
    if unit is None or count is None:
        return None
    if unit.startswith("T"):
        value = length(found)
        return Meaning("DURATION", value) if value else None
    if isinstance(count, str):
        return Meaning("DATE", "PAST_REF" if sign < 0 else "FUTURE_REF")
    if unit == "Y" and count == 1 and sign < 0 and (quarter := story.last_by.get("Q")):
        return Meaning("DATE", shifted(quarter, -1, "Y"), aside=True)
    return Meaning("DATE", _offset(story.of_today("D"), sign * count, unit))


def _offset(base: str | None, count: float, unit: str) -> str | None:
    """The value `count` units away from a date, as precise as the unit speaks."""
    unit, factor = _MULTIPLE.get(unit, (unit, 1))
    precision = _PRECISION[unit]
    if count % 1 and unit in _YEARS:  # "half a century ago"
        count, unit = count * _YEARS[unit], "Y"
    if count % 1:
        count, unit, precision = count * 12, "M", "M"
    own = granularity(base)
    if base is None or own is None:
        return None
    return _relabelled(base, int(count * factor), unit, precision)


def _relabelled(base: str, count: int, unit: str, precision: str) -> str | None:
    days = days_of(base)
    day = days and moved(days[0], count, unit)
    return label(day, precision) if day else None


def later(found: Found, story: Story) -> Meaning | None:
    """Counted from the date last spoken of: "a year earlier", "two days later"."""
    unit, sign = unit_of(found), int(found.value("side") or 0)
    count = count_of(found)
    if unit is None or count is None:
        return None
    base = story.last or story.of_today("D")
    if unit.startswith("T") or isinstance(count, str) or base is None:
        value = length(found)
        return Meaning("DURATION", value) if value else None
    if unit == "Y":
        base = story.last_by.get("Q") or base
        years = int(sign * count)
        value = shifted(base, years, "Y") if granularity(base) == "Q" else _offset(base, years, "Y")
        return Meaning("DATE", value, aside=sign < 0)
    return Meaning("DATE", _offset(base, sign * count, unit))


def day_before(found: Found, story: Story) -> Meaning | None:
    """The day, week, month or year before or after the date last spoken of."""
    unit, sign = str(found.value("period")), int(found.value("side") or 0)
    value = story.of_last(unit, sign)
    return Meaning("DATE", value) if value or story.today is None else None
