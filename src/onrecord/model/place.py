"""Where."""

from dataclasses import dataclass

from onrecord.model.span import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A toponym with its GeoNames id, WGS 84 degrees and ISO 3166-1 alpha-2 country."""

    span: Span
    name: str
    geonames: int | None = None
    latitude: float | None = None
    longitude: float | None = None
    country: str | None = None
