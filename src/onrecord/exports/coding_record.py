"""Events of the record as event coders have them: once each, parties with their codes."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from onrecord.exports.coding import Coded, coded_one
from onrecord.exports.coding_actors import actor_code, code_of_name
from onrecord.exports.locations import Location, location
from onrecord.model import Actor, Event, Role
from onrecord.record import Happening, Party, Record


@dataclass(frozen=True, slots=True, kw_only=True)
class CodedParty:
    """A party of an event: its CAMEO code ("---" for none), and the words that name it there.

    `at` is where these begin, in code points of the report's text; None where they do not stand
    in the report of the event's best claim.
    """

    name: str
    code: str
    words: str
    at: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CodedEvent:
    """An event of the record; `best` is the coding of its best claim."""

    event: Happening
    best: Coded
    actors: tuple[CodedParty, ...]
    recipients: tuple[CodedParty, ...]
    location: Location | None


def coded_events(record: Record, events: Sequence[Happening]) -> Iterator[CodedEvent]:
    """The events with their codes, in the order given."""
    offices: dict[str, list[Role]] = {}
    for office in record.offices:
        offices.setdefault(office.holder.key, []).append(office.role)
    for event in events:
        claim = event.claims[0]
        if not isinstance(claim.fact, Event):
            raise TypeError(claim.kind)
        yield CodedEvent(
            event=event,
            best=coded_one(record.readings[claim.report], claim.fact.id),
            actors=tuple(_party(record, event, p, offices) for p in event.actors),
            recipients=tuple(_party(record, event, p, offices) for p in event.recipients),
            location=location(record, event.claims),
        )


def _party(
    record: Record, event: Happening, party: Party, offices: dict[str, list[Role]]
) -> CodedParty:
    """The code of a party as the best claim speaks of it, with the roles that it ever has."""
    claim = event.claims[0]
    fact, text = claim.fact, record.readings[claim.report].report.text
    refs = (*fact.actor, *fact.recipient) if isinstance(fact, Event) else ()
    spans = (r.span for r in refs if r.span and record.who.of(claim.report, r).key == party.key)
    span = next(spans, None)
    says = span.of(text) if span else ""
    return CodedParty(
        name=party.name,
        code=_code(party, tuple(offices.get(party.key, ())), says),
        words=says or party.name,
        at=span.start if span else None,
    )


@cache
def _code(party: Party, roles: tuple[Role, ...], says: str) -> str:
    if party.kind is None:
        return code_of_name(party.name)
    actor = Actor(
        id=party.key, name=party.name, kind=party.kind, country=party.country, roles=roles
    )
    return actor_code(actor, says)
