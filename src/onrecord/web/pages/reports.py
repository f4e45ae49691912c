"""A report: its text with every claim in place, and the claims beside it."""

import re
from collections.abc import Sequence
from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse

from onrecord.model import Span
from onrecord.record import Claim, Record
from onrecord.views.gist import gist
from onrecord.web.asked import Filters
from onrecord.web.errors import missing
from onrecord.web.guard import needs
from onrecord.web.known import Edition
from onrecord.web.marked import Paragraph, paragraphs, part_at, parts
from onrecord.web.pages.listed import Part, edition_of
from onrecord.web.paper import page

router = APIRouter(dependencies=[needs("reader")])

_AT = re.compile(r"(\d{1,9})-(\d{1,9})")


@router.get("/reports/{key}")
def report(
    request: Request,
    key: str,
    asked: Filters,
    at: Annotated[str | None, Query(max_length=20)] = None,
) -> HTMLResponse:
    """The part of a report that was asked for, or that has the place `at` ("120-188")."""
    edition = edition_of(request, asked)
    reading = edition.record.readings.get(key)
    if reading is None:
        raise missing("No such report is on the record as it was known then.")
    lit = _span(at)
    blocks = parts(reading.report)
    number = part_at(blocks, lit.start) if lit else min(asked.page, len(blocks))
    claims = edition.by_report.get(key, ())
    shown = tuple(paragraphs(reading.report, blocks[number - 1], claims, lit))
    return page(
        request,
        "report.html",
        asked,
        report=reading.report,
        original=edition.record.families[key],
        paragraphs=shown,
        notes=_notes(edition, shown),
        part=Part(number, len(blocks), number - 1, number, len(blocks)),
        claims=len(claims),
    )


def _span(at: str | None) -> Span | None:
    found = _AT.fullmatch(at or "")
    span = Span(int(found[1]), int(found[2])) if found else None
    return span if span and span.start < span.end else None


def _notes(edition: Edition, shown: Sequence[Paragraph]) -> dict[str, str]:
    """What each claim beside the text says, as the record has its fact."""
    return {
        claim.id: _gist(edition.record, claim) for paragraph in shown for claim in paragraph.claims
    }


def _gist(record: Record, claim: Claim) -> str:
    return gist(record, (claim,))
