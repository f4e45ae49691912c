"""Years, decades and centuries in their other spellings, and ranges of days and years."""

from onrecord.mentions.times.calendar_dates import full_year, ordinal
from onrecord.mentions.times.dates import day_or_none
from onrecord.mentions.times.matcher import Found
from onrecord.mentions.times.meaning import Meaning
from onrecord.mentions.times.numbers import year_in_words
from onrecord.mentions.times.story import Story

_TEENS = 10


def digits(word: str | None) -> str:
    """The digits of a word."""
    return "".join(c for c in word or "" if c in "0123456789")


def short_year(found: Found, story: Story) -> Meaning | None:
    """A year of two digits: "'98", "FY24"."""
    del story
    word = digits(found.word("short_year") or found.word("fiscal"))
    return Meaning("DATE", f"{full_year(int(word)):04}", explicit=True)


def spelled_year(found: Found, story: Story) -> Meaning | None:
    """A year in words: "nineteen ninety-four", "the year two thousand"."""
    del story
    year = year_in_words(found)
    return Meaning("DATE", f"{year:04}", explicit=True) if year else None


def before_christ(found: Found, story: Story) -> Meaning | None:
    """A year before Christ."""
    del story
    year = int(found.word("year") or 0)
    return Meaning("DATE", f"BC{year:04}") if 0 < year < 10000 else None  # noqa: PLR2004


def decade(found: Found, story: Story) -> Meaning | None:
    """Ten years: "the 1990s", "the '80s", "the nineties"."""
    del story
    word, named = digits(found.word("decade")), found.value("decade_word")
    if named is not None:
        return Meaning("DATE", f"19{named}", explicit=True)
    if len(word) == 4:  # noqa: PLR2004
        return Meaning("DATE", word[:3], explicit=True)
    if not word or int(word) < _TEENS:
        return None
    return Meaning("DATE", f"{full_year(int(word)) // 10:03}", explicit=True)


def century(found: Found, story: Story) -> Meaning | None:
    """A hundred years: "the 20th century"."""
    del story
    count = ordinal(found, "nth", "ordinal")
    return Meaning("DATE", f"{count - 1:02}", explicit=True) if count and count < 100 else None  # noqa: PLR2004


def year_range(found: Found, story: Story) -> Meaning | None:
    """Years from one to another: "1980-88", "2019-2021"."""
    del story
    start, end = found.word("from"), found.word("year") or found.word("two_digits")
    if start is None or end is None:
        return None
    end = start[: 4 - len(end)] + end
    return Meaning("DATE", f"{start}/{end}", explicit=True) if start < end else None


def day_range(found: Found, story: Story) -> Meaning | None:
    """Days from one to another in one month: "3 to 5 May", "Oct. 3-5, 2023"."""
    month, first, last = found.value("month"), ordinal(found, "from"), ordinal(found, "day")
    if month is None or first is None or last is None or first >= last:
        return None
    year = story.year_of(found) or story.year_for(found, int(month), last)
    if year is None:
        return None
    ends = [day_or_none(year, int(month), day) for day in (first, last)]
    if not all(ends):
        return None
    value = "/".join(end.isoformat() for end in ends if end)
    return Meaning("DATE", value, explicit=found.word("year") is not None)
