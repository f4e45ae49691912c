"""The timeline as one HTML page: no script, no request, nothing but itself."""

from collections.abc import Iterator
from importlib.resources import files
from itertools import groupby

from onrecord.exports.brief_html import POLICY
from onrecord.exports.chosen import choose
from onrecord.exports.html import Html, link, tag
from onrecord.record import Record
from onrecord.views.dates import in_words
from onrecord.views.selection import EVERYTHING, Selection
from onrecord.views.timeline import Entry, entry
from onrecord.views.wording import attested, caveats, happening, when


def lines(record: Record, selection: Selection = EVERYTHING) -> Iterator[bytes]:
    """The page, in pieces: a section for each year, an entry for each event."""
    yield b'<!DOCTYPE html>\n<html lang="en">'
    yield _head().markup.encode()
    yield b"\n<body><header><h1>Timeline</h1></header><main>"
    rows = (entry(record, event) for event in choose(record, selection).events)
    for year, events in groupby(rows, _year):
        yield f"\n<section><h2>{year}</h2><ol>".encode()
        yield from (_item(row).markup.encode() for row in events)
        yield b"</ol></section>"
    yield b"</main><footer>Made by onrecord from the reports named above.</footer></body></html>\n"


def _head() -> Html:
    style = (files("onrecord.exports") / "timeline.css").read_text(encoding="utf-8")
    return tag(
        "head",
        tag("meta", charset="utf-8"),
        tag("meta", http_equiv="Content-Security-Policy", content=POLICY),
        tag("meta", name_="viewport", content="width=device-width, initial-scale=1"),
        tag("title", "Timeline"),
        tag("style", Html(f"\n{style}")),
    )


def _year(row: Entry) -> str:
    """The year of a date that begins with one; what has no date comes last."""
    first = next((part for part in (row.date or "").split("/") if part[:4].isdecimal()), "")
    return first[:4] or "No date"


def _item(row: Entry) -> Html:
    doubt = caveats(row)
    where = ", ".join(filter(None, (row.publisher, in_words(row.published))))
    told = f" · {attested(row)} reports" if row.reports > 1 else ""
    return tag(
        "li",
        tag("p", when(row) or "no date", class_="when"),
        tag("h3", happening(row), tag("span", f" ({doubt})", class_="doubt") if doubt else None),
        tag("blockquote", row.sentence, dir="auto"),
        tag("p", link(row.url, row.title or row.report), f", {where}" if where else None, told),
        id=f"e-{row.id}",
    )
