"""Finds the places that a report names."""

from collections.abc import Sequence

from onrecord.linking.states import states
from onrecord.linking.toponym_choice import choose
from onrecord.linking.toponym_evidence import believed
from onrecord.linking.toponym_features import find_features
from onrecord.linking.toponym_spots import Spot, spots
from onrecord.linking.toponym_table import Candidate, country
from onrecord.model import Place, Report, Span


def find_places(report: Report, taken: Sequence[Span]) -> tuple[Place, ...]:
    """The places that a report names, in text order, none overlapping.

    `taken` are the spans of names of persons, organisations and missions: no place lies in them.
    A place may have the whole span of one, where what stands around it tells that it is a place:
    a town is easily taken for a person of whom nothing else is known.
    Names are GeoNames's (of states: the lexicon's, so that a state as place and as actor has one
    name), coordinates WGS 84 degrees. A name that may be a person's or a common
    word is no place unless what stands around it says so.
    """
    found = spots(report, taken)
    chosen = choose(found, _home(report))
    known = [
        _place(spot, place)
        for spot, place, real in zip(found, chosen, believed(report, found, chosen), strict=True)
        if real and not spot.people
    ]
    closed = [*taken, *(place.span for place in known)]
    features = find_features(report, closed)
    return tuple(sorted((*known, *features), key=lambda place: place.span))


def _place(spot: Spot, place: Candidate) -> Place:
    state = states().get(place.country or "") if place.kind == "C" else None
    return Place(
        span=spot.span,
        name=state.name if state else place.name,
        geonames=place.geonames,
        latitude=place.latitude,
        longitude=place.longitude,
        country=place.country,
    )


def _home(report: Report) -> tuple[str, ...]:
    """The country that a publisher's domain ends in, if any ("nation.co.ke": Kenya)."""
    end = (report.publisher or "").rpartition(".")[2].upper()
    return (end,) if country(end) else ()
