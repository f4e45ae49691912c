"""What is known of time while a report is read from beginning to end."""

from dataclasses import dataclass, field
from datetime import date

from onrecord.mentions.times.dates import (
    day_or_none,
    days_of,
    granularity,
    label,
    moved,
    weekday_after,
)
from onrecord.mentions.times.matcher import Found
from onrecord.mentions.times.numbers import year_in_words
from onrecord.mentions.times.tense import AHEAD, BEHIND, OPEN, direction, is_past_perfect

# What a day ahead and a day back count where the words point ahead, back, or nowhere: a date
# without its year is a near one.
_BIAS = {AHEAD: (1, 4), BEHIND: (6, 1), OPEN: (2, 1)}
_WEEK = 7
_LENGTH = {
    "D": 1,
    "WE": 2,
    "W": 7,
    "M": 30,
    "Q": 90,
    "S": 90,
    "H": 180,
    "Y": 365,
    "E": 3650,
    "C": 36500,
}


@dataclass
class Story:
    """The day of publication, and the dates last spoken of.

    `today` is the day of publication or None; `last` the date last spoken of, `last_by` the same
    by granularity, `day_here` the day last spoken of in the block. Of the dates that were given
    with their year, `explicit` is the last one in the sentence, `dated` the last day or month in
    the report, `year` the last of any kind but decades. `linked` is the date whose stretch the
    next one ends ("from May 3 to"), `linked_weekday` the same of a weekday. Where the day of
    publication is not known, `latest` is the latest day that the report gives without a year.
    """

    today: date | None
    last: str | None = None
    last_by: dict[str, str] = field(default_factory=dict)
    explicit: str | None = None
    day_here: str | None = None
    dated: str | None = None
    year: str | None = None
    linked: str | None = None
    linked_weekday: str | None = None
    latest: date | None = None

    def new_block(self) -> None:
        """A new block begins: days and years named before it no longer hold."""
        self.explicit = self.day_here = None

    def new_sentence(self) -> None:
        """A new sentence begins: it need not go on in the year of the one before."""
        self.explicit = None

    def told(self, value: str | None, *, explicit: bool = False) -> None:
        """Takes note of a date that the report speaks of."""
        unit = granularity(value)
        if value is None or unit is None:
            return
        value = value.partition("T")[0]
        self.last = self.last_by[unit] = value
        if unit == "D":
            self.day_here = value
        if explicit and unit not in {"E", "C"}:
            self.year = value
        if explicit and unit in {"D", "M"}:
            self.explicit = self.dated = value

    def of_today(self, unit: str, count: int = 0) -> str | None:
        """The value of the given unit, `count` away from the day of publication."""
        day = self.today and moved(self.today, count, unit)
        return label(day, unit) if day else None

    def of_last(self, unit: str, count: int = 0) -> str | None:
        """The value of the given unit, `count` away from the date last spoken of."""
        value = {"Y": self.year, "Q": self.last_by.get(unit)}.get(unit, self.last)
        days = days_of(value)
        if days is None:
            base = self.today
        elif _LENGTH[granularity(value) or unit] > _LENGTH[unit]:  # "the weekend" of a year
            base = self.today if self.today and days[0] <= self.today <= days[1] else None
        else:
            base = days[0]
        day = base and moved(base, count, unit)
        return label(day, unit) if day else None

    def year_of(self, found: Found) -> int | None:
        """The year that the words name: "2023", "last year", "that year"."""
        if word := found.word("year"):
            return int(word)
        if found.word("century_word"):
            return year_in_words(found)
        for name, base in (("year_deictic", self.of_today), ("year_narrative", self.of_last)):
            count = found.value(name, name.removeprefix("year_"))
            if count is not None:
                value = base("Y", int(count))
                return int(value) if value else None
        return None

    def year_for(self, found: Found, month: int, day: int | None) -> int | None:
        """The year of a month or day that is named without one."""
        if start := days_of(self.linked):
            return start[0].year + (month < start[0].month)
        if self.today is None:
            return self._year_of_narrative(month)
        if is_past_perfect(found.tokens, found.start) and (told := self._year_before(month, day)):
            return told
        way = direction(found.tokens, found.start, found.end)
        if way != AHEAD and (told := self._told_year(month)) is not None:
            return told
        return _nearest(month, day, self.today, way)

    def _told_year(self, month: int) -> int | None:
        """The year of the dated event just spoken of, where the sentence goes on from it."""
        since = days_of(self.explicit if self.explicit == self.last else None)
        if since is None or self.today is None or since[0].year >= self.today.year:
            return None
        year = since[0].year + (month < since[0].month)
        return year if (year, month) <= (self.today.year, self.today.month) else None

    def _year_before(self, month: int, day: int | None) -> int | None:
        """The year in which that day comes last before the day that the block speaks of.

        What "had" happened did so before the time of the story (Reichenbach, "Elements of Symbolic
        Logic", 1947).
        """
        since = days_of(self.day_here)
        if since is None:
            return None
        told = since[0]
        return told.year - ((month, day or 1) > (told.month, told.day))

    def _year_of_narrative(self, month: int) -> int | None:
        """The year by the order of the narrative: the month comes not before the date last told."""
        since = days_of(self.dated)
        return since and since[0].year + (month < since[0].month)

    def weekday(self, found: Found, number: int) -> str | None:
        """The day of publication's nearest such weekday, before or after it as the words tell."""
        if start := days_of(self.linked_weekday):
            after = weekday_after(start[0], number)
            return after.isoformat() if after else None
        narrative = found.value("narrative")
        told = days_of(self.last_by.get("D")) if narrative is not None else None
        base = told[0] if told else self.today
        if base is None:
            after = self.latest and weekday_after(self.latest, number)
            return after.isoformat() if after else None
        shift = found.value("deictic") if narrative is None else narrative
        back = (base.isoweekday() - number) % _WEEK
        if shift is None or shift == 0:
            ahead = shift != 0 and direction(found.tokens, found.start, found.end) == AHEAD
            back -= _WEEK if ahead and back else 0
        else:
            back = (back or _WEEK) if int(shift) < 0 else back - _WEEK
        day = moved(base, -back, "D")
        return day.isoformat() if day else None


def _nearest(month: int, day: int | None, today: date, way: int) -> int | None:
    """The year of the day or month nearest to today, biased to where the words point."""
    ahead, back = _BIAS[way]

    def cost(year: int) -> int:
        first, last = days_of(f"{year:04}-{month:02}" + (f"-{day:02}" if day else "")) or (
            today,
            today,
        )
        return (first - today).days * ahead if first > today else max(0, (today - last).days) * back

    years = [y for y in range(today.year - 1, today.year + 2) if day_or_none(y, month, day or 1)]
    return min(years, key=cost, default=None)
