"""The day on which something was published."""

import re
from datetime import date
from email.utils import parsedate

_ISO = re.compile(r"([0-9]{4})([-/.]?)([0-9]{2})\2([0-9]{2})(?![0-9])")
_TIME = re.compile(r"\b[0-9]{1,2}:[0-9]{2}")
_LONGEST = 80
_EARLIEST, _LATEST = 1800, 2200


def iso_date(words: object) -> str | None:
    """The calendar date (YYYY-MM-DD) that `words` begin with, or None where there is none.

    Reads ISO 8601 with or without a time, and the dates of e-mail and feeds (RFC 5322), also
    without time or weekday and in the order of the United States. The day is the one written,
    whatever the time zone. Dates that no calendar has, and years before 1800 or after 2200, are
    None: a slip of the pen must not date a report.
    """
    if not isinstance(words, str) or len(words) > _LONGEST:
        return None
    stripped = words.strip()
    match = _ISO.match(stripped)
    if match:
        return _calendar(int(match[1]), int(match[3]), int(match[4]))
    return _of_feeds(stripped)


def _of_feeds(words: str) -> str | None:
    timed = words if _TIME.search(words) else f"{words} 00:00:00 +0000"
    try:
        found = parsedate(timed.replace(",", " "))
    except (ValueError, IndexError, TypeError):
        return None
    return _calendar(*found[:3]) if found else None


def _calendar(year: int, month: int, day: int) -> str | None:
    try:
        found = date(year, month, day)
    except (ValueError, OverflowError):
        return None
    return found.isoformat() if _EARLIEST <= year <= _LATEST else None
