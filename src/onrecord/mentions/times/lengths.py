"""Durations and sets: how long, how often."""

from onrecord.mentions.times.matcher import Found
from onrecord.mentions.times.meaning import Meaning
from onrecord.mentions.times.numbers import SOME, Amount, amount
from onrecord.mentions.times.story import Story

_SMALLER = {"Y": ("M", 12), "D": ("TH", 24), "TH": ("TM", 60), "TM": ("TS", 60), "E": ("Y", 10)}
_SMALLER |= {"C": ("Y", 100), "Q": ("M", 3), "W2": ("W", 2)}
_UNIT_CLASSES = ("unit", "units", "clock_unit", "clock_units")


def unit_of(found: Found) -> str | None:
    """The captured unit: "D", "W", "M", "Q", "Y", "E", "C", "TH", "TM", "TS"."""
    return next((str(v) for c in _UNIT_CLASSES if (v := found.value(c)) is not None), None)


def period_value(count: Amount, unit: str) -> str:
    """A TIMEX3 duration: "P2Y6M", "PT30M", "PXD"."""
    parts: list[tuple[str, str]] = []
    if isinstance(count, float):
        whole = int(count)
        if unit == "W2" or (unit in {"E", "C"} and count > 1):
            smaller, factor = _SMALLER[unit]
            parts = [(f"{count * factor:g}", smaller)]
        elif count == whole or unit not in _SMALLER:
            parts = [(f"{count:g}" if count < 1e6 else str(whole), unit)]  # noqa: PLR2004
        else:
            smaller, factor = _SMALLER[unit]
            parts = [(str(whole), unit)] if whole else []
            parts.append((f"{(count - whole) * factor:g}", smaller))
    else:
        parts = [(count, unit)]
    return _written(parts)


def _written(parts: list[tuple[str, str]]) -> str:
    days = "".join(n + u[:1] for n, u in parts if not u.startswith("T"))
    clock = "".join(n + u[1:] for n, u in parts if u.startswith("T"))
    return "P" + days + ("T" + clock if clock else "")


def count_of(found: Found) -> Amount | None:
    """How many units a match says: "a year and a half" 1.5, "days" an unknown number."""
    words = found.words("quantity")
    bare: Amount = SOME if found.word("units") or found.word("clock_units") else 1.0
    count = amount(words) if words else bare
    if found.words("fraction") and isinstance(count, float):
        count += 0.5
    return count


def length(found: Found) -> str | None:
    """The TIMEX3 duration that quantity and unit of a match make."""
    unit, count = unit_of(found), count_of(found)
    if unit is None or count is None or count == 0:
        return None
    return period_value(count, unit)


def duration(found: Found, story: Story) -> Meaning | None:
    """How long: "two years", "a 12-month mandate"."""
    del story
    value = length(found)
    return Meaning("DURATION", value) if value else None


def every(found: Found, story: Story) -> Meaning | None:
    """How often: "every week", "each Thursday", "twice a year"."""
    del story
    if (month := found.value("month")) is not None:
        return Meaning("SET", f"XXXX-{int(month):02}")
    if (season := found.value("season")) is not None:
        return Meaning("SET", f"XXXX-{season}")
    weekday = found.value("weekday") or found.value("weekdays")
    part = found.value("part_of_day") or found.value("parts_of_day")
    if weekday is not None:
        return Meaning("SET", f"XXXX-WXX-{weekday}" + (f"T{part}" if part else ""))
    if part is not None:
        return Meaning("SET", f"XXXX-XX-XXT{part}")
    if not found.words("quantity"):
        unit = unit_of(found)
        count = 2.0 if found.word("second") else 1.0  # "every second day"
        return Meaning("SET", period_value(count, unit)) if unit else None
    value = length(found)
    return Meaning("SET", value) if value else None


def fixed(found: Found, story: Story) -> Meaning | None:
    """What has the same value wherever it stands."""
    del story
    options = found.rule.options
    value = options.get("value") or found.value("reference") or found.value("frequency")
    return Meaning(options.get("type", "DATE"), str(value))
