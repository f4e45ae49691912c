"""The sources as BibTeX, UTF-8: an entry for each report."""

import re
from collections.abc import Iterator

from onrecord.exports.addresses import web_address
from onrecord.exports.chosen import choose
from onrecord.exports.visible import visible
from onrecord.model import Report
from onrecord.record import Record
from onrecord.views.selection import EVERYTHING, Selection

_SPECIAL = re.compile(r"[\\{}$&#%_~^]")
_COMMANDS = {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}
_COMMANDS |= {"{": r"\textbraceleft{}", "}": r"\textbraceright{}"}  # braces have to match


def lines(record: Record, selection: Selection = EVERYTHING) -> Iterator[bytes]:
    """The entries, each with an empty line after it."""
    for report in choose(record, selection).reports:
        told = "".join(f"  {name} = {{{value}}},\n" for name, value in _fields(report) if value)
        yield f"@misc{{{key(report)},\n{told}}}\n\n".encode()


def key(report: Report) -> str:
    """The name of an entry: year and the beginning of the report's id."""
    return f"onrecord{(report.published or '')[:4]}{report.id[:12]}"


def authors(report: Report) -> list[str]:
    """Who the source says that it is by, each once."""
    return list(dict.fromkeys(d.value for d in report.declared if d.name == "author"))


def _fields(report: Report) -> Iterator[tuple[str, str | None]]:
    year, _, month = (report.published or "")[:7].partition("-")
    # Names stand in braces of their own: nothing in them is a family name or "and".
    yield "author", " and ".join(f"{{{latex(name)}}}" for name in authors(report))
    yield "title", f"{{{latex(report.title)}}}" if report.title else None
    yield "howpublished", latex(report.publisher) if report.publisher else None
    yield "date", report.published
    yield "year", year
    yield "month", month.lstrip("0")
    yield "url", (web_address(report) or "").replace("%", "\\%").replace("#", "\\#")
    yield "langid", report.language
    yield "note", f"onrecord report {report.id}"


def latex(words: str) -> str:
    """Text in which nothing acts on LaTeX."""
    return _SPECIAL.sub(lambda found: _COMMANDS.get(found[0], f"\\{found[0]}"), visible(words))
