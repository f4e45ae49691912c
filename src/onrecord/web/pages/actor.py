"""One actor: who it is, what it did and said, what it undertook and what came of that."""

from dataclasses import replace

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from onrecord.record import Happening, Record
from onrecord.views.actors import actors
from onrecord.views.promises import promises
from onrecord.views.selection import Selection
from onrecord.views.statements import quote, said
from onrecord.views.timeline import entry, happened
from onrecord.web.asked import Filters, UnusableError
from onrecord.web.guard import needs
from onrecord.web.pages.listed import edition_of
from onrecord.web.paper import page

router = APIRouter(dependencies=[needs("reader")])

_SHOWN = 40  # events and statements each; their own pages have all of them
_ALIASES = 30


def _events(record: Record, selection: Selection) -> tuple[Happening, ...]:
    """The last first; those without a date behind the others."""
    found = happened(record, selection)[::-1]
    return tuple(sorted(found, key=lambda event: event.period is None))


@router.get("/actor")
def actor(request: Request, asked: Filters) -> HTMLResponse:
    """The page of an actor."""
    if asked.actor is None:
        raise UnusableError("The address of an actor needs a name: /actor?actor=…")
    edition = edition_of(request, asked)
    selection = asked.selection(edition)
    own = Selection(actors=selection.actors, window=selection.window)
    rows = edition.once(actors, Selection(actors=selection.actors))
    events = edition.once(_events, own)
    sayings = edition.once(said, replace(own, actors=None), speaker=asked.actor)
    record = edition.record
    named = [row for row in rows if asked.actor in {row.name, *row.aliases}]
    return page(
        request,
        "actor.html",
        asked,
        parties=(named or rows)[:5],
        aliases=_ALIASES,
        events=[entry(record, event) for event in events[:_SHOWN]],
        happened=len(events),
        statements=[quote(record, saying) for saying in sayings[::-1][:_SHOWN]],
        said=len(sayings),
        promises=edition.once(promises, own)[:_SHOWN],
    )
