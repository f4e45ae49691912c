"""The timeline as TimelineJS 3 reads it: a slide for each event that has a date.

A date is as precise as it is told: month and day are left out where nobody gave them. What can
only be said in words ("first quarter of 2031") is the slide's `display_date`.
"""

import re
from collections.abc import Iterator
from typing import Any

from onrecord.exports.chosen import choose
from onrecord.exports.days import days
from onrecord.exports.html import joined, link, tag
from onrecord.exports.streams import json_list, told
from onrecord.record import Happening, Record
from onrecord.views.dates import in_words
from onrecord.views.selection import EVERYTHING, Selection
from onrecord.views.timeline import Entry, entry
from onrecord.views.wording import caveats, happening, label

_PLAIN = re.compile(r"(\d{4})(?:-(0[1-9]|1[0-2])(?:-(\d\d))?)?")
_PARTS = ("year", "month", "day")


def lines(record: Record, selection: Selection = EVERYTHING) -> Iterator[bytes]:
    """The file, in pieces."""
    events = choose(record, selection).events
    slides = (_slide(record, event) for event in events if any(days(event.period)))
    return json_list('{"scale":"human","events":', slides, "}")


def _slide(record: Record, event: Happening) -> dict[str, Any]:
    row = entry(record, event)
    start, end = ends(event)
    return told(
        unique_id=row.id,
        start_date=start,
        end_date=end,
        display_date=in_words(row.date, inferred=row.inferred),
        group=row.mission or label(row.type),
        text={
            "headline": joined(happening(row)).markup,
            "text": _text(row),
        },
        autolink=False,
    )


def ends(event: Happening) -> tuple[dict[str, int], dict[str, int] | None]:
    """Start and end as TimelineJS has dates; no end where the start says it all."""
    plain = _PLAIN.fullmatch(event.date.edtf or "") if event.date else None
    if plain:
        return _parts(*filter(None, plain.groups())), None
    first, last = days(event.period)
    known = [_parts(*day.split("-")) for day in (first, last) if day]
    return known[0], known[1] if len(known) > 1 else None


def _parts(*told: str) -> dict[str, int]:
    return dict(zip(_PARTS, map(int, told), strict=False))


def _text(row: Entry) -> str:
    """Doubts, the sentence, and where it stands: HTML in which nothing of a report is markup."""
    where = ", ".join(filter(None, (row.publisher, in_words(row.published))))
    doubt = caveats(row)
    return joined(
        tag("p", doubt) if doubt else None,
        tag("blockquote", row.sentence, dir="auto"),
        tag("p", link(row.url, row.title or row.report), f" ({where})" if where else None),
    ).markup
