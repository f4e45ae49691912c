"""Events -> what each party undertakes."""

from collections.abc import Iterator, Sequence
from functools import cache

from onrecord.events.context import host
from onrecord.events.explanation import rule_of
from onrecord.lexicon.frames import frames
from onrecord.linking.states import states
from onrecord.model import Cast, Commitment, Event, Ref, Status


def find_commitments(events: Sequence[Event], cast: Cast) -> tuple[Commitment, ...]:
    """One commitment for each party of each event whose frame or rule sets a status.

    An organ's or an official's act binds its state. Negated and denied events bind nobody.
    """
    return tuple(c for event in events for c in _commitments(event, events, cast))


def _commitments(event: Event, events: Sequence[Event], cast: Cast) -> Iterator[Commitment]:
    status = _status(event)
    if status is None or event.polarity == "negative" or event.certainty == "denied":
        return
    seen = set()
    for ref in event.actor:
        party = _bound(ref, cast)
        if party.name in seen:
            continue
        seen.add(party.name)
        yield Commitment(
            party=party,
            mission=event.mission,
            beneficiary=_beneficiary(event, party, cast, events),
            item=event.item,
            quantity=event.quantity,
            status=status,
            date=event.date,
            certainty=event.certainty,
            event=event.id,
        )


@cache
def _statuses() -> dict[str, Status]:
    """Rule or type -> the status that it sets."""
    found: dict[str, Status] = {}
    for frame in frames().values():
        if frame.commitment:
            found[frame.type] = frame.commitment
        for pattern in frame.patterns:
            if pattern.status:
                found[pattern.rule] = pattern.status
    return found


@cache
def binding() -> frozenset[str]:
    """The types that can set a status."""
    rules = _statuses()
    return frozenset(f.type for f in frames().values() if f.commitment) | frozenset(
        f.type for f in frames().values() for p in f.patterns if p.rule in rules
    )


def _status(event: Event) -> Status | None:
    return _statuses().get(rule_of(event)) or _statuses().get(event.type)


def _bound(ref: Ref, cast: Cast) -> Ref:
    """The state behind an organ or an official; the party itself where there is none."""
    actor = cast.actor(ref.actor) if ref.actor else None
    if actor is None or actor.country is None or actor.kind not in ("organisation", "person"):
        return ref
    name = states()[actor.country].name
    known = next((a.id for a in cast.actors if a.kind == "state" and a.name == name), None)
    return Ref(name=name, actor=known, span=ref.span)


def _beneficiary(event: Event, party: Ref, cast: Cast, events: Sequence[Event]) -> Ref | None:
    """For whom: a recipient, the state that it goes to, or the one that the mission is in."""
    for ref in event.recipient:
        if ref.name != party.name and not _is_mission(ref, cast):
            return ref
    place = event.place
    if place and place.actor and place.name != party.name:
        return place
    found = host(event.mission, events) if event.mission else None
    return found if found and found.name != party.name else None


def _is_mission(ref: Ref, cast: Cast) -> bool:
    return ref.actor is not None and cast.actor(ref.actor).kind == "mission"
