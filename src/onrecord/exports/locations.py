"""Where facts of the record are on the map."""

from collections.abc import Iterable
from dataclasses import dataclass

from onrecord.model import Event
from onrecord.record import Claim, Record


@dataclass(frozen=True, slots=True, kw_only=True)
class Location:
    """A place that a claim names: WGS 84 degrees, ISO 3166-1 alpha-2 country, GeoNames id.

    `words` are those of the report that `report` is the id of.
    """

    name: str
    words: str
    report: str
    geonames: int | None
    latitude: float | None
    longitude: float | None
    country: str | None

    @property
    def is_mapped(self) -> bool:
        """Whether it is known where it lies."""
        return self.latitude is not None and self.longitude is not None


def location(record: Record, claims: Iterable[Claim]) -> Location | None:
    """The place of an event with these claims: of the best one that is on the map, else of any."""
    found = [place for claim in claims if (place := _named(record, claim))]
    mapped = (place for place in found if place.is_mapped)
    return next(mapped, found[0] if found else None)


def _named(record: Record, claim: Claim) -> Location | None:
    where = claim.fact.place if isinstance(claim.fact, Event) else None
    if where is None:
        return None
    reading = record.readings[claim.report]
    place = next((place for place in reading.places if place.span == where.span), None)
    return Location(
        name=where.name,
        words=where.span.of(reading.report.text) if where.span else where.name,
        report=claim.report,
        geonames=place.geonames if place else None,
        latitude=place.latitude if place else None,
        longitude=place.longitude if place else None,
        country=place.country if place else None,
    )
