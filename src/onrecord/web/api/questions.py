"""Questions to the record that have more to them than filters."""

from datetime import date
from typing import Annotated, Any

from fastapi import APIRouter, Path, Query, Request, Response

from onrecord.model import Reading
from onrecord.record import Record
from onrecord.record.facts import NoFactError
from onrecord.record.periods import period
from onrecord.views.change import Change
from onrecord.views.evidence import Why, why
from onrecord.views.readings import Overview, overview
from onrecord.views.statements import Quote, quote, said
from onrecord.web.api.answers import (
    PROBLEMS,
    Day,
    Filters,
    Part,
    Rows,
    Text,
    answer,
    edition_of,
    part,
)
from onrecord.web.asked import Asked
from onrecord.web.errors import missing
from onrecord.web.guard import needs
from onrecord.web.pages.changes import changed

router = APIRouter(dependencies=[needs("reader")], responses=PROBLEMS)

Key = Annotated[str, Path(max_length=100)]


@router.get("/statements", operation_id="statements", response_model=Rows[Quote])
def statements(
    request: Request, asked: Filters, wanted: Part, speaker: Text = None, about: Text = None
) -> Response:
    """Who said what: only what `speaker` says, or what names `about` or has these words."""

    def work() -> Any:
        edition = edition_of(request, asked)
        found = edition.once(
            said, asked.selection(edition), speaker=speaker or None, about=about or None
        )
        return part(request, found, wanted, lambda one: quote(edition.record, one))

    return answer(request, work)


@router.get("/changes", operation_id="changes", response_model=Rows[Change])
def changes(
    request: Request,
    wanted: Part,
    since: Annotated[str, Query(max_length=300)],
    mission: Text = None,
    actor: Text = None,
    as_of: Text = None,
) -> Response:
    """What changed since a day, and why: by which report, or by whose decision."""
    asked = Asked(mission=mission or None, actor=actor or None, since=since, as_of=as_of or None)
    return answer(request, lambda: part(request, changed(request, asked)[0], wanted))


@router.get("/reports", operation_id="reports", response_model=Rows[Overview])
def reports(
    request: Request, wanted: Part, since: Text = None, until: Text = None, as_of: Text = None
) -> Response:
    """The reports by the day of publication, those without one last."""
    asked = Asked(since=since or None, until=until or None, as_of=as_of or None)

    def work() -> Any:
        edition = edition_of(request, asked)
        window = asked.selection(edition)
        found = [
            reading
            for reading in edition.once(_by_day)
            if window.at(period(reading.report.published))
        ]
        return part(request, found, wanted, overview)

    return answer(request, work)


@router.get("/reports/{key}", operation_id="report", response_model=Reading)
def report(request: Request, key: Key, asked: Day) -> Response:
    """A report with all that was read in it, as `onrecord read --format jsonl` has it."""

    def work() -> Any:
        reading = edition_of(request, asked).record.readings.get(key)
        if reading is None:
            raise missing("No such report is on the record as it was known then.")
        return reading

    return answer(request, work)


@router.get("/facts/{key}", operation_id="fact", response_model=Why)
def fact(request: Request, key: Key, asked: Day) -> Response:
    """Why a fact is on the record: every sentence that it was read from.

    `key` is how its id begins, or that of one of its claims.
    """

    def work() -> Any:
        try:
            return why(edition_of(request, asked).record, key)
        except NoFactError as error:
            raise missing(str(error)) from error

    return answer(request, work)


def _by_day(record: Record) -> tuple[Reading, ...]:
    last = date.max.isoformat()
    readings = record.readings.values()
    return tuple(sorted(readings, key=lambda one: (one.report.published or last, one.report.id)))
