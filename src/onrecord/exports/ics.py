"""The timeline as a calendar (RFC 5545): a whole-day entry for each event that has a date.

What is still ahead is tentative, and so is what is only claimed; what is denied or was told not to
be so is left out. An entry is stamped with the day of its last report: the same record gives the
same calendar.
"""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from onrecord import __version__
from onrecord.exports.addresses import web_address
from onrecord.exports.chosen import choose
from onrecord.exports.days import days
from onrecord.exports.locations import location
from onrecord.exports.visible import visible_controls
from onrecord.record import Happening, Record
from onrecord.record.tellings import standing
from onrecord.views.selection import EVERYTHING, Selection
from onrecord.views.timeline import entry
from onrecord.views.wording import caveats, happening, label

_SPECIAL = re.compile(r"([\\;,])")  # RFC 5545, 3.3.11
_LONGEST = 75  # octets of a line, without its end
_LONG_AGO = "19700101T000000Z"


def lines(record: Record, selection: Selection = EVERYTHING) -> Iterator[bytes]:
    """The lines of the file; each ends in carriage return and newline."""
    head = ("BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:-//onrecord//onrecord {__version__}//EN")
    yield from map(folded, head)
    for event in choose(record, selection).events:
        if any(days(event.period)) and standing(event.certainty, event.polarity) != "denied":
            yield from map(folded, _entry(record, event))
    yield folded("END:VCALENDAR")


def _entry(record: Record, event: Happening) -> Iterator[str]:
    row, place = entry(record, event), location(record, event.claims)
    report = record.readings[row.report].report
    first, last = _whole_days(event)
    yield "BEGIN:VEVENT"
    yield f"UID:{row.id}@onrecord"
    yield f"DTSTAMP:{_stamp(record, event)}"
    yield f"DTSTART;VALUE=DATE:{_compact(first)}"
    if last < date.max:
        yield f"DTEND;VALUE=DATE:{_compact(last + timedelta(days=1))}"
    yield f"SUMMARY:{text(happening(row))}"
    source = ", ".join(filter(None, (row.title, row.publisher, row.published)))
    told = (caveats(row), row.sentence, source)
    yield f"DESCRIPTION:{text(chr(10).join(filter(None, told)))}"
    yield f"CATEGORIES:{text(label(row.type))}"
    yield f"STATUS:{'CONFIRMED' if row.certainty == 'asserted' else 'TENTATIVE'}"
    yield "TRANSP:TRANSPARENT"
    if row.place:
        yield f"LOCATION:{text(row.place)}"
    if place and place.is_mapped:
        yield f"GEO:{place.latitude};{place.longitude}"
    if address := web_address(report):
        yield f"URL:{address}"
    yield "END:VEVENT"


def _whole_days(event: Happening) -> tuple[date, date]:
    """First and last day; an open end is the other one."""
    first, last = days(event.period)
    known = [date.fromisoformat(day) for day in (first, last) if day]
    return known[0], known[-1]


def _stamp(record: Record, event: Happening) -> str:
    published = (record.readings[claim.report].report.published for claim in event.claims)
    last = max(filter(None, published), default=None)
    return f"{last.replace('-', '')}T000000Z" if last else _LONG_AGO


def _compact(day: date) -> str:
    return f"{day.year:04}{day.month:02}{day.day:02}"


def text(words: str) -> str:
    r"""A TEXT value: backslash, semicolon and comma escaped, a newline as \n.

    Other control characters, which a calendar cannot hold, are shown as their code points.
    """
    escaped = _SPECIAL.sub(r"\\\1", words.replace("\r\n", "\n"))
    return visible_controls(escaped.replace("\n", "\\n"))


def folded(line: str) -> bytes:
    """A content line cut into pieces of at most 75 octets, none of them in a character."""
    octets, cut = b"", 0
    for character in line:
        one = character.encode()
        if len(octets) - cut + len(one) > _LONGEST:
            octets, cut = octets + b"\r\n ", len(octets) + 2
        octets += one
    return octets + b"\r\n"
