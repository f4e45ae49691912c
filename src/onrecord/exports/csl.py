"""The sources as CSL-JSON, which Zotero, pandoc and others read: an item for each report."""

from collections.abc import Iterator
from typing import Any

from onrecord.exports.addresses import web_address
from onrecord.exports.bib import authors
from onrecord.exports.chosen import choose
from onrecord.exports.streams import json_list, told
from onrecord.model import Report
from onrecord.record import Record
from onrecord.views.selection import EVERYTHING, Selection


def lines(record: Record, selection: Selection = EVERYTHING) -> Iterator[bytes]:
    """The file, in pieces."""
    return json_list("", map(_item, choose(record, selection).reports), "")


def _item(report: Report) -> dict[str, Any]:
    fields = told(
        id=report.id,
        type="article-newspaper" if report.publisher else "document",
        title=report.title,
        author=[{"literal": name} for name in authors(report)],
        URL=web_address(report),
        issued=_issued(report.published),
        language=report.language,
    )
    return fields | told(**{"container-title": report.publisher})


def _issued(published: str | None) -> dict[str, Any] | None:
    return {"date-parts": [list(map(int, published.split("-")))]} if published else None
