"""Weeks, months, quarters, seasons and years that are named by their place in time."""

from datetime import date

from onrecord.mentions.times.calendar_dates import calendar_day, ordinal
from onrecord.mentions.times.dates import days_of, label, shifted
from onrecord.mentions.times.matcher import Found
from onrecord.mentions.times.meaning import Meaning
from onrecord.mentions.times.story import Story
from onrecord.mentions.times.tense import AHEAD, direction

_SATURDAY = 6
_QUARTERS = 4


def period(found: Found, story: Story) -> Meaning | None:
    """A week, month, quarter or year counted from today or from the date last spoken of."""
    unit = str(found.value("period"))
    deictic, narrative = found.value("deictic"), found.value("narrative")
    told = narrative is not None or (unit == "D" and deictic is not None)  # "the next day"
    if told:
        count = int((deictic if narrative is None else narrative) or 0)
        value = story.of_last(unit, count) if unit != "D" or story.last_by.get("D") else None
        return Meaning("DATE", value) if value or story.today is None else None
    if deictic is not None:
        return Meaning("DATE", story.of_today(unit, int(deictic)))
    return Meaning("DATE", _present(found, story, unit))


def _present(found: Found, story: Story, unit: str) -> str | None:
    """The period that is meant by "the weekend", "the quarter", "the end of the month"."""
    if unit == "WE":
        return _weekend(found, story)
    if unit == "Q":
        return story.of_last(unit)
    return (story.of_last(unit) if unit == "D" else None) or story.of_today(unit)


def _weekend(found: Found, story: Story) -> str | None:
    """The weekend next to today, ahead or behind as the words tell."""
    if story.today is None:
        return None
    ahead = direction(found.tokens, found.start, found.end) == AHEAD
    back = 0 if ahead or story.today.isoweekday() >= _SATURDAY else 1
    return story.of_today("WE", -back)


def week_of(found: Found, story: Story) -> Meaning | None:
    """The week that holds a day: "the week of March 6"."""
    day = calendar_day(found, story)
    days = day and days_of(day.value)
    return day._replace(value=label(days[0], "W")) if day and days else None


def year_end(found: Found, story: Story) -> Meaning | None:
    """The end of the present year."""
    del found
    return Meaning("DATE", story.of_today("Y"))


def season(found: Found, story: Story) -> Meaning | None:
    """A season of a named year, or the one next to today."""
    name = str(found.value("season"))
    year = story.year_of(found)
    if year is not None:
        return Meaning("DATE", f"{year:04}-{name}", explicit=True)
    if story.today is None:
        return Meaning("DATE", None)
    return Meaning("DATE", f"{_season_year(found, story.today, name):04}-{name}")


def _season_year(found: Found, today: date, name: str) -> int:
    """The year of "last summer", "this summer", "in the summer"."""
    ahead = direction(found.tokens, found.start, found.end) == AHEAD
    begins = [(y, d) for y in _years_around(today) if (d := days_of(f"{y:04}-{name}"))]
    begun = [y for y, days in begins if days[0] <= today]
    left = [y for y, days in begins if days[1] >= today]
    count = found.value("deictic")
    if count == -1:
        return max((y for y, days in begins if days[1] < today), default=today.year)
    if count == 1:
        return min((y for y, days in begins if days[0] > today), default=today.year)
    return min(left, default=today.year) if ahead else max(begun, default=today.year)


def _years_around(today: date) -> range:
    return range(today.year - 2, today.year + 3)


def quarter(found: Found, story: Story) -> Meaning | None:
    """A quarter of a named year, or the latest one before today (the coming one if ahead)."""
    word = found.word("short_quarter")
    rank = int(word[1]) if word else ordinal(found, "rank", "nth")
    if rank is None or not 1 <= rank <= _QUARTERS:
        return None
    year = story.year_of(found)
    explicit = year is not None
    if year is None and story.today is not None:
        ahead = direction(found.tokens, found.start, found.end) == AHEAD
        year = _quarter_year(rank, story.today, ahead=ahead)
    return Meaning("DATE", f"{year:04}-Q{rank}" if year else None, explicit)


def _quarter_year(rank: int, today: date, *, ahead: bool) -> int:
    """The year of a quarter: the latest one begun, or if ahead the next unless one just ended."""
    current = (today.month + 2) // 3
    if ahead and rank < current - 1:
        return today.year + 1
    return today.year - (rank > current and not ahead)


def half(found: Found, story: Story) -> Meaning | None:
    """Half a year."""
    word = found.word("short_half")
    rank = word[1] if word else found.value("half_rank")
    year = story.year_of(found) or (story.today and story.today.year)
    return Meaning("DATE", f"{year:04}-H{rank}" if year else None)


def same_period(found: Found, story: Story) -> Meaning | None:
    """The year before the period last spoken of: "a year earlier" as an adjective."""
    del found
    last = story.last_by.get("Q") or story.of_today("Y")
    return Meaning("DATE", shifted(last, -1, "Y"), aside=True)


def quarter_told(found: Found, story: Story) -> Meaning | None:
    """The quarter last spoken of, in its year or another; else the one before today's."""
    last = story.last_by.get("Q")
    if word := found.word("year"):
        value = f"{word}{last[4:]}" if last else word
        return Meaning("DATE", value, aside=True)
    return Meaning("DATE", last or story.of_today("Q", -1))
