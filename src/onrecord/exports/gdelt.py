"""Events as GDELT 2.0 has them: the events table and the mentions table, without heads.

Columns and their order are those of the GDELT event codebook 2.0 (19 February 2015): 61 of an
event, 16 of a mention. A side of an event that is not coded is empty, and so is what GDELT reckons
and the record does not: tone, FIPS codes of countries, the length of documents. Sentences are
named by where they begin; offsets are code points into the report's text.
"""

import hashlib
from collections.abc import Iterator
from datetime import date

from onrecord.exports.cells import plain_cell
from onrecord.exports.chosen import Chosen, choose
from onrecord.exports.coding_actors import unknown
from onrecord.exports.coding_record import CodedParty
from onrecord.exports.coding_states import is_alpha3
from onrecord.exports.dyads import Dyad, dyads
from onrecord.exports.locations import Location
from onrecord.model import Event
from onrecord.record import Claim, Record
from onrecord.views.selection import EVERYTHING, Selection

_CHARS = 3  # of each part of an actor code
_TYPES = 3  # columns for the roles of an actor
_COUNTRY, _CITY = 1, 4  # values of Geo_Type: a country, a city of the world
_WEB, _CITATION = 1, 2  # values of MentionType
_YEAR = 365.0


def files(
    record: Record, selection: Selection = EVERYTHING
) -> Iterator[tuple[str, Iterator[bytes]]]:
    """Each file's name, and its lines."""
    chosen = choose(record, selection)
    yield "events.export.csv", (_line(_event(record, pair)) for pair in _pairs(chosen))
    yield "events.mentions.csv", _mentions(chosen)


def _pairs(chosen: Chosen) -> Iterator[Dyad]:
    return dyads(chosen.record, chosen.events)


def _line(cells: tuple[object, ...]) -> bytes:
    return "\t".join(map(plain_cell, cells)).encode() + b"\n"


def number(pair: Dyad) -> int:
    """GLOBALEVENTID: a whole number that stays the same as long as event and parties do."""
    named = f"{pair.found.event.id}\x1f{pair.source.name}\x1f{pair.target.name}"
    return int(hashlib.sha256(named.encode("utf-8", "surrogatepass")).hexdigest()[:15], 16)


def _event(record: Record, pair: Dyad) -> tuple[object, ...]:
    best, claims = pair.found.best, pair.found.event.claims
    day = date.fromisoformat(pair.date)
    compact = pair.date.replace("-", "")
    reports = {claim.report for claim in claims}
    known = [record.readings[key].report for key in sorted(reports)]
    added = min((report.published for report in known if report.published), default=pair.date)
    code = best.cameo or ""
    url = record.readings[best.report].report.url
    return (
        number(pair),
        compact,
        compact[:6],
        compact[:4],
        f"{day.year + day.timetuple().tm_yday / _YEAR:.4f}",
        *_actor(pair.source),
        *_actor(pair.target),
        1,
        code,
        code[:3],
        best.root,
        best.quad,
        best.goldstein,
        len(claims),
        record.independent(claims),
        len(reports),
        None,
        *_nowhere(),
        *_nowhere(),
        *_where(pair.found.location),
        f"{added.replace('-', '')}000000",
        url or f"urn:onrecord:{best.report}",
    )


def _actor(party: CodedParty) -> tuple[object, ...]:
    """Code, name, country, known group, ethnic code, two religions, three types."""
    code = "" if party.code == unknown() else party.code
    country = code[:_CHARS] if is_alpha3(code[:_CHARS]) else ""
    rest = code[len(country) :]
    parts = [rest[at : at + _CHARS] for at in range(0, len(rest), _CHARS)]
    types = (*parts[:_TYPES], *[""] * (_TYPES - len(parts)))
    return (code, party.name.upper(), country, "", "", "", "", *types)


def _where(found: Location | None) -> tuple[object, ...]:
    """Type, name, country, two administrative codes, latitude, longitude, feature."""
    if found is None or found.latitude is None:
        return _nowhere()
    kind = _CITY if found.geonames else _COUNTRY
    return (kind, found.name, "", "", "", found.latitude, found.longitude, found.geonames)


def _nowhere() -> tuple[object, ...]:
    return (0, "", "", "", "", "", "", "")


def _mentions(chosen: Chosen) -> Iterator[bytes]:
    for pair in _pairs(chosen):
        for claim in pair.found.event.claims:
            yield _line(_mention(chosen.record, pair, claim))


def _mention(record: Record, pair: Dyad, claim: Claim) -> tuple[object, ...]:
    report = record.readings[claim.report].report
    sure = claim.fact.confidence if isinstance(claim.fact, Event) else 0
    when = f"{pair.date.replace('-', '')}000000"
    told = f"{report.published.replace('-', '')}000000" if report.published else when
    best = claim.report == pair.found.best.report
    return (
        number(pair),
        when,
        told,
        _WEB if report.url else _CITATION,
        report.publisher,
        report.url or f"urn:onrecord:{report.id}",
        claim.sentence.start,
        pair.source.at if best and pair.source.at is not None else -1,
        pair.target.at if best and pair.target.at is not None else -1,
        claim.mark.start,
        1,
        round(sure * 100),
        len(report.text.encode("utf-8", "surrogatepass")),
        None,
        None,
        None,
    )
