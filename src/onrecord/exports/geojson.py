"""Events on the map: GeoJSON (RFC 7946), a point for each event whose place is known."""

from collections.abc import Iterator
from typing import Any

from onrecord.exports.chosen import choose
from onrecord.exports.locations import Location, location
from onrecord.exports.streams import json_list
from onrecord.exports.tables import event_row
from onrecord.record import Happening, Record
from onrecord.views.selection import EVERYTHING, Selection


def lines(record: Record, selection: Selection = EVERYTHING) -> Iterator[bytes]:
    """The file, in pieces."""
    events = choose(record, selection).events
    found = ((event, location(record, event.claims)) for event in events)
    features = (
        _feature(record, event, place) for event, place in found if place and place.is_mapped
    )
    return json_list('{"type":"FeatureCollection","features":', features, "}")


def _feature(record: Record, event: Happening, place: Location) -> dict[str, Any]:
    """Longitude comes first; the properties are the columns of the table of events."""
    return {
        "type": "Feature",
        "id": event.id,
        "geometry": {"type": "Point", "coordinates": [place.longitude, place.latitude]},
        "properties": {
            **event_row(record, event),
            "place": place.name,
            "geonames": place.geonames,
            "country": place.country,
        },
    }
