"""Where the record comes from: reports and their publishers, and what could not be read."""

from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, StreamingResponse

from onrecord.exports.listings import Form, Listing
from onrecord.record import Record
from onrecord.store import beside
from onrecord.views.failures import FAILURES, Failure, kept
from onrecord.views.selection import Selection
from onrecord.views.sources import Coverage, Source, coverage, sources
from onrecord.web.asked import Asked, Filters
from onrecord.web.guard import needs
from onrecord.web.known import Edition
from onrecord.web.pages.listed import Listed, Rows, add, data, part_of
from onrecord.web.paper import page

router = APIRouter(dependencies=[needs("reader")])

_PUBLISHERS = 40
_SIZE = 100


def _sources(edition: Edition, asked: Asked) -> tuple[Source, ...]:
    return edition.once(sources, asked.selection(edition))


def _itself(_: Record, row: Source) -> Source:
    return row


def _coverage(edition: Edition, asked: Asked) -> dict[str, Any]:
    found = edition.once(_publishers, asked.selection(edition))
    return {"coverage": found[:_PUBLISHERS], "publishers": len(found)}


def _publishers(record: Record, selection: Selection) -> tuple[Coverage, ...]:
    return coverage(sources(record, selection))


add(
    router,
    Listed(
        name="sources",
        kind=Source,
        found=_sources,
        row=_itself,
        template="sources.html",
        more=_coverage,
    ),
)


@router.get("/failures")
def failures(request: Request, asked: Filters) -> HTMLResponse:
    """What could not be read, and why."""
    found = _failures(request)
    part = part_of(len(found), asked.page, _SIZE)
    rows = found[part.first : part.last]
    return page(request, "failures.html", asked, rows=rows, part=part)


@router.get("/failures.{form}")
def failures_as_data(request: Request, form: Form, wanted: Rows) -> StreamingResponse:
    """What could not be read, as data."""
    return data(request, Listing("failures", Failure, _failures(request)), form, wanted)


def _failures(request: Request) -> list[Failure]:
    return kept(beside(request.app.state.place, FAILURES))
