"""Dates that are named by the calendar: days, months, years."""

from onrecord.mentions.times.dates import day_or_none
from onrecord.mentions.times.matcher import Found
from onrecord.mentions.times.meaning import Meaning
from onrecord.mentions.times.story import Story

_PIVOT = 50  # years of two digits below it belong to the 2000s
_HUNDRED = 100
_LEAP_YEAR = 2000
_MINUTES = 5  # characters of "14:00"


def full_year(year: int) -> int:
    """The year that two digits stand for; a year of more digits as it is."""
    if year >= _HUNDRED:
        return year
    return year + (2000 if year < _PIVOT else 1900)


def ordinal(found: Found, *names: str) -> int | None:
    """The number of the first captured word among `names`: "2", "2nd", "second"."""
    for name in names:
        word = found.word(name)
        if word is not None:
            digits = "".join(c for c in word if c in "0123456789")
            value = digits or found.value(name, "ordinal") or found.value(name, "rank")
            return int(value) if value else None
    return None


def calendar_day(found: Found, story: Story) -> Meaning | None:
    """A day, month or year by its parts, whichever of them are there."""
    month, day = found.value("month"), ordinal(found, "day", "day_ordinal", "ordinal")
    year = story.year_of(found)
    if month is not None:
        return _month_or_day(found, story, int(month), day, year)
    if found.word("weekday") or found.word("short_weekday"):
        return _weekday(found, story)
    if (count := found.value("day_word")) is not None:
        extra = 0 if found.word("period") is None else (1 if int(count) > 0 else -1)
        return Meaning("DATE", story.of_today("D", int(count) + extra))
    if word := found.word("iso_date"):
        return _iso(word)
    if day is not None:
        return _day_of_month(story, day)
    return Meaning("DATE", f"{year:04}", explicit=True) if year else None


def _iso(word: str) -> Meaning | None:
    """An ISO 8601 date, with or without its time."""
    day, _, time = word.partition("T")
    if day_or_none(*map(int, day.split("-"))) is None:
        return None
    if time:
        return Meaning("TIME", f"{day}T{time[:_MINUTES]}", explicit=True)
    return Meaning("DATE", day, explicit=True)


def _month_or_day(
    found: Found, story: Story, month: int, day: int | None, year: int | None
) -> Meaning | None:
    explicit = year is not None
    if day_or_none(_LEAP_YEAR, month, day or 1) is None:
        return None
    if year is None:
        year = _weekday_year(found, story, month, day) or _deictic_year(found, story, month)
    if year is None:
        year = story.year_for(found, month, day)
    if year is None:
        return Meaning("DATE", f"XXXX-{month:02}" + (f"-{day:02}" if day else ""))
    if day is None:
        return Meaning("DATE", f"{year:04}-{month:02}", explicit)
    named = day_or_none(year, month, day)
    if named is None:
        return None
    return Meaning("DATE", named.isoformat(), explicit, yearless=not explicit)


def _weekday_year(found: Found, story: Story, month: int, day: int | None) -> int | None:
    """The year next to the day of publication in which that day is the weekday that is named."""
    number = found.value("weekday") or found.value("short_weekday")
    if number is None or day is None or story.today is None:
        return None
    this = story.today.year
    days = [d for y in range(this - 1, this + 2) if (d := day_or_none(y, month, day))]
    years = [d.year for d in days if d.isoweekday() == number]
    return min(years, key=lambda y: abs(y - this), default=None)


def _deictic_year(found: Found, story: Story, month: int) -> int | None:
    """The year of "last April", "next March", "this May"."""
    count, today = found.value("deictic"), story.today
    if count is None or today is None:
        return None
    if count == 0:
        return today.year
    if int(count) < 0:
        return today.year - (month >= today.month)
    return today.year + (month <= today.month)


def _weekday(found: Found, story: Story) -> Meaning:
    name = "weekday" if found.word("weekday") else "short_weekday"
    number_of_day = int(found.value(name) or 0)
    value = story.weekday(found, number_of_day)
    return Meaning("DATE", value or f"XXXX-WXX-{number_of_day}")


def _day_of_month(story: Story, day: int) -> Meaning | None:
    """A bare "the 2nd": of the month last spoken of, else of the present one."""
    month = story.last_by.get("M") or story.of_today("M")
    if story.last_by.get("D"):
        month = story.last_by["D"][:7]
    named = month and day_or_none(int(month[:4]), int(month[5:]), day)
    return Meaning("DATE", named.isoformat()) if named else None


def written_date(found: Found, story: Story) -> Meaning | None:
    """A date in figures: ISO, or day and month in the order that is possible or nearer."""
    word = found.tokens.words[found.start]
    if found.word("iso_date"):
        return _iso(word)
    first, second, year = (int(n) for n in word.replace(".", "/").split("/"))
    year = full_year(year)
    orders = (
        [(second, first), (first, second)] if "." in word else [(first, second), (second, first)]
    )
    days = [d for month, day in orders if (d := day_or_none(year, month, day))]
    if not days:
        return None
    today = story.today
    chosen = days[0] if today is None else min(days, key=lambda d: abs(d - today))
    return Meaning("DATE", chosen.isoformat(), explicit=True)
