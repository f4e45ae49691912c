"""The brief: one page for print."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, Response
from markupsafe import Markup
from msgspec import json

from onrecord.exports.brief_html import article
from onrecord.exports.brief_md import markdown
from onrecord.record import Record
from onrecord.views.brief import Brief, brief
from onrecord.views.selection import Selection
from onrecord.web.asked import Asked, Filters
from onrecord.web.guard import needs
from onrecord.web.pages.listed import edition_of, mission_names
from onrecord.web.paper import page

_ROOM = 100  # rows of a section
_SECTIONS = ("mandates", "ledger", "timeline", "figures", "statements", "contradictions")

router = APIRouter(dependencies=[needs("reader")])


@dataclass(frozen=True, slots=True)
class Short:
    """A brief that fits a page, and how many rows of the whole one are left out."""

    brief: Brief
    left: int


@router.get("/brief")
def people(request: Request, asked: Filters) -> HTMLResponse:
    """The brief on what is asked for."""
    edition = edition_of(request, asked)
    told = edition.once(_short, asked.selection(edition), _day(asked))
    names = edition.once(mission_names)
    text = Markup(article(told.brief))  # noqa: S704  (every text in it is escaped)
    return page(
        request, "brief.html", asked, brief=told.brief, left=told.left, article=text, missions=names
    )


@router.get("/brief.md")
def as_markdown(request: Request, asked: Filters) -> Response:
    """The brief as Markdown."""
    return Response(markdown(_brief(request, asked)), media_type="text/markdown; charset=utf-8")


@router.get("/brief.json")
def as_json(request: Request, asked: Filters) -> Response:
    """The brief as JSON."""
    found = json.format(json.encode(_brief(request, asked)), indent=2)
    return Response(found, media_type="application/json")


def _brief(request: Request, asked: Asked) -> Brief:
    edition = edition_of(request, asked)
    return brief(edition.record, asked.selection(edition), as_of=_day(asked))


def _day(asked: Asked) -> str | None:
    return asked.known.last.isoformat() if asked.known else None


def _short(record: Record, selection: Selection, as_of: str | None) -> Short:
    """The brief with as much of each section as a page has room for, and its sources."""
    whole = brief(record, selection, as_of=as_of)
    cut = replace(
        whole,
        mandates=whole.mandates[-_ROOM:],
        ledger=whole.ledger[:_ROOM],
        timeline=whole.timeline[:_ROOM],
        figures=whole.figures[:_ROOM],
        statements=whole.statements[:_ROOM],
        contradictions=whole.contradictions[:_ROOM],
    )
    cited = set(_labels(cut))
    kept = (
        replace(source, passages=tuple(p for p in source.passages if p.label in cited))
        for source in whole.sources
    )
    sources = tuple(source for source in kept if source.passages)
    left = sum(len(getattr(whole, name)) - len(getattr(cut, name)) for name in _SECTIONS)
    return Short(replace(cut, sources=sources), left)


def _labels(told: Brief) -> Iterator[str]:
    for sentence in told.summary:
        for clause in sentence.clauses:
            yield from clause.labels
    for section in (told.mandates, told.timeline, told.figures, told.statements):
        for cited in section:
            yield from cited.labels
    for line in told.ledger:
        for step in line.steps:
            yield from step.labels
    for found in told.contradictions:
        yield from (*found.one, *found.other)
