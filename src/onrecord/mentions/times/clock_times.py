"""Times of day."""

from onrecord.mentions.times.calendar_dates import calendar_day
from onrecord.mentions.times.dates import granularity, shifted
from onrecord.mentions.times.matcher import Found, word_value
from onrecord.mentions.times.meaning import Meaning
from onrecord.mentions.times.story import Story

_DATED = ("month", "weekday", "day_word", "iso_date", "day_ordinal")
_NOON = 12
_CLOCKS = ("clock", "clock_12", "four_digit_clock", "dotted_clock")
_AFTER_NOON = {"AF": range(1, 13), "EV": range(1, 13), "NI": range(6, 12)}  # of twelve hours


def _day(found: Found, story: Story) -> str | None:
    """The day of a time: as the words say, else the day last spoken of, else today."""
    if any(found.word(name) for name in _DATED):
        meaning = calendar_day(found, story)
        return meaning.value if meaning else None
    return story.day_here or story.of_today("D")


def _hour_and_minute(found: Found) -> tuple[int, int] | None:
    """The hour and minute that the words give."""
    word = next((word for name in _CLOCKS if (word := found.word(name))), None)
    if word is None:
        hour = found.word("hour")
        number = int(hour) if hour else found.value("numeral")
        return None if number is None else (int(number), 0)
    figures = [int(n) for n in "".join(c if c.isdigit() else " " for c in word).split()]
    return (figures[0], figures[1]) if len(figures) > 1 else divmod(figures[0], 100)


def _pm(found: Found) -> int | None:
    """12 for p.m., 0 for a.m., None for the clock of 24 hours."""
    half = found.value("half_day")
    if half is None and (word := found.word("clock_12")):
        letters = "".join(c for c in word.lower() if c.isalpha())
        half = word_value("half_day", letters)
    later = _AFTER_NOON.get(str(found.value("part_of_day")), range(0))
    if half is None and (_hour_and_minute(found) or (0,))[0] in later:  # "4 in the afternoon"
        half = _NOON
    return None if half is None else int(half)


def _clock_value(found: Found) -> str | None:
    if moment := found.value("moment"):
        return f"T{moment}"
    time = _hour_and_minute(found)
    if time is None:
        return None
    hour, minute = time
    pm = _pm(found)
    if pm is not None:
        if not 1 <= hour <= _NOON:
            return None
        hour = hour % _NOON + pm
    return f"T{hour:02}:{minute:02}"


def clock(found: Found, story: Story) -> Meaning | None:
    """An hour of a day: "10 p.m. Wednesday", "14:15 GMT", "noon"."""
    time = _clock_value(found)
    if time is None:
        return None
    day = _day(found, story)
    return Meaning(
        "TIME",
        (day if granularity(day) == "D" and day else "XXXX-XX-XX") + time,
        explicit=found.word("year") is not None,
    )


def part_of_day(found: Found, story: Story) -> Meaning | None:
    """A part of a day: "Friday evening", "this morning", "last night", "overnight"."""
    part = found.value("part_of_day") or found.value("night")
    count = found.value("deictic")
    if any(found.word(name) for name in _DATED):
        day = _day(found, story)
    elif count is not None or found.word("night"):
        day = story.of_today("D", int(count or 0))
    else:
        day = story.day_here or story.of_today("D")
        if (shift := found.value("narrative")) is not None:
            day = shifted(day, int(shift), "D")
    return Meaning("TIME", f"{day if granularity(day) == 'D' else 'XXXX-XX-XX'}T{part}")
