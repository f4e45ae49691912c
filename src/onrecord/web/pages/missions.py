"""The missions, and one mission: what it is, what came of it, what is open."""

from dataclasses import dataclass
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse
from markupsafe import Markup

from onrecord.record import Record
from onrecord.views.brief import Brief, brief
from onrecord.views.figures import Row as Figure
from onrecord.views.ledger import Step
from onrecord.views.missions import Mission, operations
from onrecord.views.selection import Selection
from onrecord.views.sources import sources
from onrecord.views.timeline import Entry
from onrecord.views.wording import happening, measurement, undertaking
from onrecord.web import addresses
from onrecord.web.asked import Asked, Filters, UnusableError
from onrecord.web.drawings.strength import strength as drawn
from onrecord.web.guard import needs
from onrecord.web.known import Edition
from onrecord.web.pages.listed import Listed, add, edition_of
from onrecord.web.paper import page

router = APIRouter(dependencies=[needs("reader")])

_STEPS = 120  # of the ledger that the page of a mission has room for
_LATEST = 15
_CONTRADICTIONS = 10
_REPORTS = 8


@dataclass(frozen=True, slots=True)
class News:
    """A fact that has come on the record, in words."""

    row: Entry | Step | Figure
    what: str


@dataclass(frozen=True, slots=True)
class Holding:
    """How much there is on the record."""

    reports: int
    events: int
    steps: int
    figures: int
    statements: int
    conflicts: int


def _missions(edition: Edition, asked: Asked) -> tuple[Mission, ...]:
    return edition.once(operations, asked.selection(edition))


def _itself(_: Record, row: Mission) -> Mission:
    return row


def _more(edition: Edition, _: Asked) -> dict[str, Any]:
    """What the record holds, and what was published last."""
    return {"holding": edition.once(holding), "reports": edition.once(sources)[:_REPORTS]}


start = add(
    router,
    Listed(
        name="missions",
        kind=Mission,
        found=_missions,
        row=_itself,
        template="missions.html",
        size=30,
        more=_more,
    ),
)
router.get("/")(start)


@router.get("/mission")
def mission(request: Request, asked: Filters) -> HTMLResponse:
    """One mission on one page."""
    if asked.mission is None:
        raise UnusableError("The address of a mission needs its name: /mission?mission=…")
    edition = edition_of(request, asked)
    selection = asked.selection(edition)
    told: Brief = edition.once(brief, selection)
    steps = [cited.row for line in told.ledger for cited in line.steps]
    profile = edition.once(operations, Selection(missions=selection.missions))
    return page(
        request,
        "mission.html",
        asked,
        told=told,
        places=places(told, asked),
        profiles=profile,
        rows=steps[:_STEPS],
        steps=len(steps),
        strength=Markup(edition.once(_strength, selection)),  # noqa: S704
        latest=latest(told)[:_LATEST],
        differing=[found.row for found in told.contradictions[:_CONTRADICTIONS]],
    )


def _strength(record: Record, selection: Selection) -> str:
    """The strength of the missions that are asked for, drawn one below the other."""
    keys = selection.missions or frozenset()
    told = (profile.strength for profile in record.profiles if profile.mission.key in keys)
    return "".join(map(drawn, told))


def places(told: Brief, asked: Asked) -> dict[str, str]:
    """Where each citation leads."""
    return {
        passage.label: addresses.sentence(source.report, passage.start, passage.end, asked.as_of)
        for source in told.sources
        for passage in source.passages
    }


def latest(told: Brief) -> list[News]:
    """The events, steps and figures of a brief by the day on which a report first told them.

    The last comes first.
    """
    rows = [
        *(News(cited.row, happening(cited.row)) for cited in told.timeline),
        *(News(c.row, undertaking(c.row)) for line in told.ledger for c in line.steps),
        *(News(cited.row, measurement(cited.row)) for cited in told.figures),
    ]
    dated = [news for news in rows if news.row.first_published]
    return sorted(dated, key=lambda news: news.row.first_published or "", reverse=True)


def holding(record: Record) -> Holding:
    """The numbers of the start page."""
    return Holding(
        reports=len(record.readings),
        events=len(record.happenings),
        steps=sum(len(line.stages) for line in record.ledger),
        figures=len(record.numbers),
        statements=len(record.sayings),
        conflicts=len(record.conflicts),
    )
