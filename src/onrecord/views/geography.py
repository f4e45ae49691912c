"""Where the record's facts are: the countries of a mission, the places of events."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, get_args

from onrecord.model import Event, Place
from onrecord.record import Claim, Happening, Party, Record
from onrecord.record.plainness import plain
from onrecord.views.ledger import lines
from onrecord.views.missions import contributors
from onrecord.views.selection import EVERYTHING, Selection
from onrecord.views.timeline import happened

Part = Literal["host", "lead", "contributor"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Land:
    """A country (ISO 3166-1 alpha-2) that a mission works in, or that has steps in the ledger.

    `parts` are what it is to a mission; `steps` and `events` how often the record has it there.
    """

    code: str
    name: str
    parts: tuple[Part, ...]
    steps: int
    events: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A place of events within a country, in WGS 84 degrees; `first` is the id of one of them."""

    name: str
    country: str | None
    latitude: float
    longitude: float
    events: int
    first: str


def lands(record: Record, selection: Selection = EVERYTHING) -> tuple[Land, ...]:
    """The countries that are asked for: hosts, leads, contributors by steps, scenes of events."""
    parts: dict[str, set[Part]] = defaultdict(set)
    for profile in record.profiles:
        if selection.missions is None or profile.mission.key in selection.missions:
            for party in profile.hosts:
                parts[party.country or ""].add("host")
            for party in profile.leads:
                parts[party.country or ""].add("lead")
    steps: Counter[str] = Counter()
    for line in lines(record, selection):
        code = _country(record, line.party)
        steps[code] += len(line.stages)
        if contributors([line]) and "host" not in parts[code]:
            parts[code].add("contributor")
    events = Counter(p.country or "" for _, p in _placed(record, selection))
    found = [
        Land(
            code=code,
            name=_name(record, code),
            parts=tuple(part for part in get_args(Part) if part in parts[code]),
            steps=steps[code],
            events=events[code],
        )
        for code in {*parts, *steps, *events} - {""}
        if parts[code] or steps[code] or events[code]
    ]
    return tuple(sorted(found, key=_weight))


def spots(record: Record, selection: Selection = EVERYTHING) -> tuple[Spot, ...]:
    """The places within countries where the events that are asked for happened, most first."""
    found: dict[tuple[float, float], list[tuple[Happening, Place]]] = defaultdict(list)
    for event, place in _placed(record, selection):
        whole = place.country and plain(_name(record, place.country)) == plain(place.name)
        if place.latitude is not None and place.longitude is not None and not whole:
            found[place.latitude, place.longitude].append((event, place))
    rows = [
        Spot(
            name=told[0][1].name,
            country=told[0][1].country,
            latitude=latitude,
            longitude=longitude,
            events=len(told),
            first=told[0][0].id,
        )
        for (latitude, longitude), told in found.items()
    ]
    return tuple(sorted(rows, key=lambda spot: (-spot.events, spot.name)))


def _placed(record: Record, selection: Selection) -> Iterator[tuple[Happening, Place]]:
    """The events whose place a report tells, each once, with that place."""
    for event in happened(record, selection):
        place = next((p for claim in event.claims if (p := _place(record, claim))), None)
        if place:
            yield event, place


def _place(record: Record, claim: Claim) -> Place | None:
    fact = claim.fact
    if not isinstance(fact, Event) or fact.place is None:
        return None
    told, asked = record.readings[claim.report].places, plain(fact.place.name)
    return next((place for place in told if plain(place.name) == asked), None)


def _country(record: Record, party: Party) -> str:
    state = party if party.kind == "state" else record.who.whole(party)
    return (state.country if state else None) or ""


def _name(record: Record, code: str) -> str:
    from onrecord.linking.states import states

    key = record.who.state(code)
    known = states().get(code)
    return record.who.parties[key].name if key else known.name if known else code


def _weight(land: Land) -> tuple[object, ...]:
    order = [get_args(Part).index(part) for part in land.parts]
    return (min(order, default=len(get_args(Part))), -land.steps, -land.events, land.name)
