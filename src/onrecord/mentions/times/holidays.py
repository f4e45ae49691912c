"""Fixed and movable feasts."""

from datetime import MAXYEAR, MINYEAR, date, timedelta

from onrecord.lexicon.tables import table
from onrecord.mentions.times.classes import folded
from onrecord.mentions.times.dates import day_or_none
from onrecord.mentions.times.matcher import Found
from onrecord.mentions.times.meaning import Meaning
from onrecord.mentions.times.story import Story
from onrecord.mentions.times.tense import AHEAD, direction


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


def feast_of(rule: str, year: int) -> date | None:
    """The day of a feast by its rule in the data: "12-25", "easter+1", "11/4x4" (4th Thursday)."""
    if not MINYEAR <= year <= MAXYEAR:
        return None
    if rule.startswith("easter"):
        return easter(year) + timedelta(int(rule.removeprefix("easter") or 0))
    if "/" in rule:
        month, _, nth = rule.partition("/")
        weekday, _, count = nth.partition("x")
        return _nth_weekday(year, int(month), int(weekday), int(count))
    month, _, day = rule.partition("-")
    return day_or_none(year, int(month), int(day))


def feast(found: Found, story: Story) -> Meaning | None:
    """A feast in a named year, or the one next to today."""
    words = found.words("feast")
    if not all(word[:1].isupper() for word in words if word.isalpha()):
        return None
    rule = str(table("times/words")["feasts"][" ".join(map(folded, words))])
    year = story.year_of(found)
    explicit = year is not None
    if year is None and story.today is not None:
        year = _nearest_year(found, story.today, rule)
    day = feast_of(rule, year) if year else None
    return Meaning("DATE", day.isoformat() if day else None, explicit)


def _nearest_year(found: Found, today: date, rule: str) -> int:
    """The year of the last such feast, or of the next where the words point ahead."""
    this_year = feast_of(rule, today.year)
    if this_year is None:
        return today.year
    count = found.value("deictic")
    if count == -1 or (count is None and direction(found.tokens, found.start, found.end) != AHEAD):
        return today.year - (this_year > today)
    return today.year + (this_year < today)
