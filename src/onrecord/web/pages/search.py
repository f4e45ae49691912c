"""Search: facts and reports by their words, with the kinds and publishers that have them."""

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import partial
from itertools import islice
from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse, StreamingResponse

from onrecord.exports.listings import Form, Listing
from onrecord.record import Record
from onrecord.store import Records
from onrecord.views.search import Hit, hits
from onrecord.views.selection import Selection
from onrecord.web.addresses import address
from onrecord.web.asked import FILTERS, Asked, Filters
from onrecord.web.guard import needs
from onrecord.web.pages.listed import Rows, data, edition_of, known_of, mission_names, part_of
from onrecord.web.paper import page

router = APIRouter(dependencies=[needs("reader")])

_MOST = 1000  # facts and reports that are looked through
_SIZE = 50
_FACETS = 12

Facet = Annotated[str | None, Query(max_length=300)]


@router.get("/search")
def search(
    request: Request, asked: Filters, kind: Facet = None, publisher: Facet = None
) -> HTMLResponse:
    """What has the words; without words an empty page that says what may be looked for."""
    found = _hits(request, asked)
    chosen = [hit for hit in found if _is_of(hit, kind, publisher)]
    part = part_of(len(chosen), asked.page, _SIZE)
    return page(
        request,
        "search.html",
        asked,
        rows=chosen[part.first : part.last],
        part=part,
        most=_MOST if len(found) >= _MOST else None,
        kinds=_counted(hit.kind for hit in found if _is_of(hit, None, publisher)),
        publishers=_counted(hit.publisher for hit in found if _is_of(hit, kind, None)),
        kind=kind or None,
        publisher=publisher or None,
        missions=edition_of(request, asked).once(mission_names),
        narrowed=partial(_narrowed, asked, {"kind": kind, "publisher": publisher}),
    )


@router.get("/search.{form}")
def search_as_data(
    request: Request,
    asked: Filters,
    form: Form,
    wanted: Rows,
    kind: Facet = None,
    publisher: Facet = None,
) -> StreamingResponse:
    """What has the words, as data."""
    found = [hit for hit in _hits(request, asked) if _is_of(hit, kind, publisher)]
    return data(request, Listing("search", Hit, found), form, wanted)


def _hits(request: Request, asked: Asked) -> tuple[Hit, ...]:
    if not asked.q:
        return ()
    edition = edition_of(request, asked)
    return edition.once(_found, known_of(request).records, asked.selection(edition), asked.q)


def _found(record: Record, records: Records, selection: Selection, words: str) -> tuple[Hit, ...]:
    claims = records.search(words, _MOST)
    reports = records.search_reports(words, _MOST)
    return tuple(islice(hits(record, selection, words, claims, reports), _MOST))


def _narrowed(asked: Asked, facets: dict[str, str | None], **changes: str | int | None) -> str:
    """This address with other filters or facets."""
    return address("/search", **{**asked.kept(*FILTERS), **facets, **changes})


def _is_of(hit: Hit, kind: str | None, publisher: str | None) -> bool:
    return (not kind or hit.kind == kind) and (not publisher or hit.publisher == publisher)


def _counted(names: Iterable[str | None]) -> Sequence[tuple[str, int]]:
    """The commonest, with their numbers."""
    return Counter(name for name in names if name).most_common(_FACETS)
