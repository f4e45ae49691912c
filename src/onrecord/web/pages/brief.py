"""The brief: one page for print."""

from fastapi import APIRouter, HTTPException, Request, status
from fastapi.responses import HTMLResponse, Response
from markupsafe import Markup
from msgspec import json

from onrecord.exports.brief_html import article
from onrecord.exports.brief_md import markdown
from onrecord.exports.brief_pdf import pdf
from onrecord.exports.formats import MissingError
from onrecord.record import Record
from onrecord.views.brief import Brief, brief
from onrecord.views.excerpt import Excerpt, excerpt
from onrecord.views.selection import Selection
from onrecord.web.asked import Asked, Filters
from onrecord.web.guard import needs
from onrecord.web.pages.listed import edition_of, mission_names
from onrecord.web.paper import page

_ROOM = 220  # rows of the page

router = APIRouter(dependencies=[needs("reader")])


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


@router.get("/brief.pdf")
def as_pdf(request: Request, asked: Filters) -> Response:
    """The rows of the page as PDF; it says itself how many more there are."""
    edition = edition_of(request, asked)
    try:
        found = edition.once(_pdf, asked.selection(edition), _day(asked))
    except MissingError as error:
        raise HTTPException(status.HTTP_501_NOT_IMPLEMENTED, str(error)) from error
    headers = {"Content-Disposition": 'inline; filename="brief.pdf"'}
    return Response(found, media_type="application/pdf", headers=headers)


def _brief(request: Request, asked: Asked) -> Brief:
    edition = edition_of(request, asked)
    return brief(edition.record, asked.selection(edition), as_of=_day(asked))


def _day(asked: Asked) -> str | None:
    return asked.known.last.isoformat() if asked.known else None


def _pdf(record: Record, selection: Selection, as_of: str | None) -> bytes:
    told = _short(record, selection, as_of)
    return pdf(told.brief, told.left)


def _short(record: Record, selection: Selection, as_of: str | None) -> Excerpt:
    return excerpt(brief(record, selection, as_of=as_of), _ROOM)
