"""What has changed since a day, and why."""

from datetime import date, timedelta

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, StreamingResponse

from onrecord.exports.listings import Form, Listing
from onrecord.record import Record
from onrecord.record.periods import typed
from onrecord.views.change import Change
from onrecord.views.changes import changes
from onrecord.views.selection import Selection, UnknownNameError
from onrecord.web.asked import Asked, Filters, UnusableError
from onrecord.web.guard import needs
from onrecord.web.known import Edition
from onrecord.web.pages.listed import Rows, data, known_of, mission_names, part_of
from onrecord.web.paper import page

router = APIRouter(dependencies=[needs("reader")])

_RECENT = timedelta(days=30)  # before the last report, where no day is asked for
_SIZE = 100


@router.get("/changes")
def listing(request: Request, asked: Filters) -> HTMLResponse:
    """What changed, the last first."""
    found, since = changed(request, asked)
    part = part_of(len(found), asked.page, _SIZE)
    return page(
        request,
        "changes.html",
        asked,
        rows=found[::-1][part.first : part.last],
        part=part,
        since=since,
        missions=edition_until(request, asked).once(mission_names),
    )


@router.get("/changes.{form}")
def listing_as_data(
    request: Request, asked: Filters, form: Form, wanted: Rows
) -> StreamingResponse:
    """What changed, in order of time."""
    return data(request, Listing("changes", Change, changed(request, asked)[0]), form, wanted)


def changed(request: Request, asked: Asked) -> tuple[tuple[Change, ...], date]:
    """What changed since the day that is asked for, or since some weeks before the last report."""
    after = edition_until(request, asked)
    since = _since(asked, after)
    if since > (asked.known.last if asked.known else date.max):
        raise UnusableError(f"{asked.since} comes after {asked.as_of}")
    before = known_of(request).edition(since - timedelta(days=1))
    now = Asked(mission=asked.mission, actor=asked.actor)
    selection = now.selection(after)
    try:
        then = now.selection(before)
    except UnknownNameError:  # nobody had heard of it then
        then = None
    return after.once(_between, before, then, selection), since


def edition_until(request: Request, asked: Asked) -> Edition:
    """The record as of the day asked for, without what no day is known of."""
    return known_of(request).edition(asked.known.last if asked.known else date.max)


def _between(
    after: Record, before: Edition, then: Selection | None, now: Selection
) -> tuple[Change, ...]:
    return changes(before.record, after, then, now)


def _since(asked: Asked, after: Edition) -> date:
    if asked.since:
        found = typed(asked.since)
        if found is None:
            raise UnusableError(f"“{asked.since}” is no date like 2024, 2024-03 or 2024-03-09")
        return max(found.first, date.min + _RECENT)
    last = after.once(last_published)
    return last - _RECENT if last else date(2000, 1, 1)


def last_published(record: Record) -> date | None:
    """The day of the last report."""
    reports = (reading.report for reading in record.readings.values())
    last = max((report.published for report in reports if report.published), default=None)
    return date.fromisoformat(last) if last else None
