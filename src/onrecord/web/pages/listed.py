"""Pages that list: one address for people, and the same with .json, .csv or .md for the data."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Annotated, Any, Generic, TypeVar

from fastapi import APIRouter, Depends, Query, Request
from fastapi.responses import HTMLResponse, StreamingResponse

from onrecord.exports.listings import Form, Listing, written
from onrecord.record import Record
from onrecord.views.selection import missions
from onrecord.web.addresses import address
from onrecord.web.asked import Asked, Filters
from onrecord.web.known import Edition, Known
from onrecord.web.paper import page

F = TypeVar("F")

MOST = 10_000
"""Rows of one file."""
_FURTHEST = 10_000_000
_PROPOSED = 200  # names of missions
_TYPES = {
    Form.JSON: "application/json",
    Form.JSONL: "application/x-ndjson",
    Form.CSV: "text/csv; charset=utf-8",
    Form.MD: "text/markdown; charset=utf-8",
}


def _nothing_more(_: Edition, __: Asked) -> dict[str, Any]:
    return {}


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed(Generic[F]):
    """A list of the record: `found` picks facts cheaply, `row` makes the row of one of them.

    `name` is that of the address and of the columns, `kind` the class of the rows, `size` how many
    of them a page has. The template has them as `rows`, and what
    `more` gives.
    """

    name: str
    kind: type
    found: Callable[[Edition, Asked], Sequence[F]]
    row: Callable[[Record, F], Any]
    template: str
    size: int = 100
    more: Callable[[Edition, Asked], dict[str, Any]] = _nothing_more


@dataclass(frozen=True, slots=True)
class Part:
    """The part of a long list that a page has; pages count from 1."""

    page: int
    pages: int
    first: int
    last: int
    total: int


@dataclass(frozen=True, slots=True)
class Cut:
    """Which rows of a list a file has."""

    offset: int
    limit: int


def _cut(
    offset: Annotated[int, Query(ge=0, le=_FURTHEST)] = 0,
    limit: Annotated[int, Query(ge=1, le=MOST)] = MOST,
) -> Cut:
    return Cut(offset, limit)


Rows = Annotated[Cut, Depends(_cut)]


def add(router: APIRouter, listed: Listed[F]) -> Callable[..., HTMLResponse]:
    """Give the list its addresses; returns what makes its page."""

    def people(request: Request, asked: Filters) -> HTMLResponse:
        edition = edition_of(request, asked)
        found = listed.found(edition, asked)
        part = part_of(len(found), asked.page, listed.size)
        rows = [listed.row(edition.record, one) for one in found[part.first : part.last]]
        names = edition.once(mission_names)
        more = listed.more(edition, asked)
        return page(request, listed.template, asked, rows=rows, part=part, missions=names, **more)

    def machines(request: Request, asked: Filters, form: Form, wanted: Rows) -> StreamingResponse:
        edition = edition_of(request, asked)
        found = Listing(listed.name, listed.kind, listed.found(edition, asked))
        return data(request, found, form, wanted, partial(listed.row, edition.record))

    router.get(f"/{listed.name}", name=listed.name)(people)
    router.get(f"/{listed.name}.{{form}}", name=f"{listed.name} as data")(machines)
    return people


def data(
    request: Request,
    listing: Listing,
    form: Form,
    wanted: Cut,
    row: Callable[[Any], Any] = lambda one: one,
) -> StreamingResponse:
    """Some rows of a list as a file, each made by `row` from what the listing has.

    Where there are more, `Link` has the address of the next file (RFC 8288).
    """
    end = wanted.offset + wanted.limit
    rows = [row(one) for one in listing.rows[wanted.offset : end]]
    headers = {"Content-Disposition": f'inline; filename="{listing.name}.{form}"'}
    if end < len(listing.rows):
        query = {**request.query_params, "offset": str(end), "limit": str(wanted.limit)}
        headers["Link"] = f'<{address(request.url.path, **query)}>; rel="next"'
    return StreamingResponse(
        written(replace(listing, rows=rows), form), media_type=_TYPES[form], headers=headers
    )


def edition_of(request: Request, asked: Asked) -> Edition:
    """The record as of the day asked for."""
    return known_of(request).edition(asked.known.last if asked.known else None)


def known_of(request: Request) -> Known:
    """The record of each day."""
    known: Known = request.app.state.known
    return known


def mission_names(record: Record) -> tuple[str, ...]:
    """The names that a filter proposes."""
    return tuple(sorted({party.name for party in missions(record)})[:_PROPOSED])


def part_of(total: int, asked: int, size: int) -> Part:
    """The part that a page has; one past the end is the last."""
    pages = max(-(-total // size), 1)
    number = min(asked, pages)
    first = (number - 1) * size
    return Part(number, pages, first, min(first + size, total), total)
