"""Pages with drawings: the timeline, the figures and the map, each with its list beside it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse, StreamingResponse
from markupsafe import Markup

from onrecord.exports.listings import Form, Listing
from onrecord.linking.states import states
from onrecord.record import Record
from onrecord.views import figures, timeline
from onrecord.views.figures import Row as Figure
from onrecord.views.geography import Land, Spot, lands, spots
from onrecord.views.measures import Measure, measures
from onrecord.views.timeline import Entry, entry, happened
from onrecord.web import addresses
from onrecord.web.asked import FILTERS, Asked, Filters
from onrecord.web.drawings import atlas
from onrecord.web.drawings import figures as plot
from onrecord.web.drawings import timeline as lanes
from onrecord.web.guard import needs
from onrecord.web.pages.listed import Rows, data, edition_of, mission_names, part_of
from onrecord.web.paper import page

router = APIRouter(dependencies=[needs("reader")])

_EVENTS = 60  # events of a page of the list
_MEASURES = 12  # measures of a page
_DRAWN = 24  # figures of a measure that are drawn
_SPOTS = 60  # places of the list

Choice = Annotated[str | None, Query(max_length=60)]


@router.get("/timeline", name="timeline")
def timeline_page(request: Request, asked: Filters) -> HTMLResponse:
    """What happened: drawn, and as a list."""
    edition = edition_of(request, asked)
    selection = asked.selection(edition)
    found = edition.once(happened, selection)
    part = part_of(len(found), asked.page, _EVENTS)
    return page(
        request,
        "timeline.html",
        asked,
        drawing=Markup(edition.once(_timeline, replace(asked, page=1), selection)),  # noqa: S704
        rows=[entry(edition.record, event) for event in found[part.first : part.last]],
        undated=sum(event.period is None for event in found),
        part=part,
        missions=edition.once(mission_names),
    )


@router.get("/figures", name="figures")
def figures_page(request: Request, asked: Filters) -> HTMLResponse:
    """Each measure over time, with its sources."""
    edition = edition_of(request, asked)
    found = edition.once(measures, asked.selection(edition))
    part = part_of(len(found), asked.page, _MEASURES)
    fact = partial(addresses.fact, as_of=asked.as_of)
    shown = found[part.first : part.last]
    drawn = [(m, Markup(plot.figures(_latest(m), fact))) for m in shown if len(m.rows) > 1]  # noqa: S704
    return page(
        request,
        "figures.html",
        asked,
        drawn=drawn,
        rows=[m.rows[0] for m in shown if len(m.rows) == 1],
        most=_DRAWN,
        part=part,
        missions=edition.once(mission_names),
    )


@router.get("/map", name="map")
def map_page(
    request: Request, asked: Filters, country: Choice = None, zoom: Choice = None
) -> HTMLResponse:
    """The countries of missions and the places of events."""
    edition = edition_of(request, asked)
    selection = asked.selection(edition)
    countries, places = edition.once(lands, selection), edition.once(spots, selection)
    chosen = next((land for land in countries if land.code == country), None)
    here = partial(addresses.address, "/map", **asked.kept(*FILTERS))
    drawing = atlas.world(
        countries,
        places,
        country=lambda code: here(country=code, zoom=zoom) + "#chosen",
        fact=partial(addresses.fact, as_of=asked.as_of),
        view=_view(zoom, countries, places),
        chosen=country,
    )
    return page(
        request,
        "map.html",
        asked,
        drawing=Markup(drawing),  # noqa: S704
        lands=countries,
        spots=[s for s in places if chosen is None or s.country == chosen.code][:_SPOTS],
        chosen=chosen,
        zooms=_zooms(countries),
        zoom=zoom or "record",
        describe=atlas.describe,
        missions=edition.once(mission_names),
    )


def _files(name: str, kind: type, view: Callable[..., Any]) -> None:
    """The list at the address of the page, as a file."""

    def machines(request: Request, asked: Filters, form: Form, wanted: Rows) -> StreamingResponse:
        edition = edition_of(request, asked)
        found = edition.once(view, asked.selection(edition))
        return data(request, Listing(name, kind, found), form, wanted)

    router.get(f"/{name}.{{form}}", name=f"{name} as data")(machines)


_files("timeline", Entry, timeline)
_files("figures", Figure, figures)
_files("map", Land, lands)


def _timeline(record: Record, asked: Asked, selection: Any) -> str:
    """The drawing for these filters: it leads to facts and to shorter times."""

    def between(first: date, last: date) -> str:
        changed = {**asked.kept(*FILTERS), "since": f"{first}", "until": f"{last}"}
        return addresses.address("/timeline", **changed)

    fact = partial(addresses.fact, as_of=asked.as_of)
    return lanes.timeline(timeline(record, selection), fact, between)


def _latest(measure: Measure) -> Measure:
    """The last figures of a long measure, with the disagreements among them."""
    rows = measure.rows[-_DRAWN:]
    ids = {row.id for row in rows}
    return replace(
        measure, rows=rows, against=tuple(pair for pair in measure.against if ids.issuperset(pair))
    )


def _zooms(countries: tuple[Land, ...]) -> tuple[str, ...]:
    """The parts of the world that have something: subregions of the UN geoscheme."""
    known = states()
    return tuple(sorted({known[c.code].subregion for c in countries if c.code in known} - {""}))


def _view(zoom: str | None, countries: tuple[Land, ...], places: tuple[Spot, ...]) -> atlas.Box:
    """The world, a subregion, or what the missions have to do with."""
    if zoom == "world":
        return atlas.WORLD
    if zoom in (None, "record"):
        involved = [land.code for land in countries if land.parts]
        return atlas.around(involved or [land.code for land in countries], ())
    known = states()
    inside = [c.code for c in countries if c.code in known and known[c.code].subregion == zoom]
    return atlas.around(inside, [spot for spot in places if spot.country in inside])
