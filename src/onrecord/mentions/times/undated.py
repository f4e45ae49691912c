"""Anchors for a report whose day of publication is not known: its own dates."""

import re
from collections.abc import Sequence
from datetime import date

from onrecord.mentions.times.dates import days_of, granularity
from onrecord.mentions.times.meaning import Meaning
from onrecord.model import Span

_HEAD = 1500  # characters from the beginning of a report in which a dateline stands
_CLOSE = re.compile(r"\s*(?:[-–—(:|].*)?$")
_FULL_STOP = re.compile(r"\. +[A-Z“\"]")
_PLACE = re.compile(r"[A-Z][\w.'’-]*(?:[ /][\w.'’-]+){0,4}, ")
Dated = tuple[Span, Meaning]


def _is_dateline(text: str, span: Span, meaning: Meaning) -> bool:
    """Whether a date has its line to itself, or stands between a place and a dash or full stop.

    The place is in capitals, or the date has its year: "Brussels, 4 September 2024. Ministers ...".
    """
    start = text.rfind("\n", 0, span.start) + 1
    end = text.find("\n", span.end)
    behind = text[span.end : end if end >= 0 else len(text)]
    place = text[start : span.start]
    if place.isupper() or not any(map(str.isalpha, place)):
        return bool(_CLOSE.match(behind))
    closed = _CLOSE.match(behind) or _FULL_STOP.match(behind)
    return meaning.explicit and bool(_PLACE.fullmatch(place) and closed)


def dateline(text: str, dated: Sequence[Dated]) -> date | None:
    """The day that the report itself gives as its own, in a line near the top."""
    for span, meaning in dated:
        if span.start > _HEAD:
            break
        days = days_of(meaning.value)
        if days and granularity(meaning.value) == "D" and _is_dateline(text, span, meaning):
            return days[0]
    return None


def last_dated(dated: Sequence[Dated]) -> str | None:
    """The latest month or day that the report gives with its year."""
    values = (m.value for _, m in dated if m.explicit and granularity(m.value) in {"D", "M"})
    return max((v for v in values if v and days_of(v)), default=None)


def latest_day(dated: Sequence[Dated]) -> date | None:
    """The latest day that the report gives without a year, as near events are given."""
    days = (days_of(m.value) for _, m in dated if m.yearless)
    return max((d[0] for d in days if d), default=None)
