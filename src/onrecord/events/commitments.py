"""Events -> what each party undertakes."""

from collections.abc import Iterator, Sequence
from functools import cache

from onrecord.events.context import host
from onrecord.events.explanation import rule_of
from onrecord.events.gapping import gapped
from onrecord.events.undertaking import is_undertaken, party
from onrecord.lexicon.frames import frames
from onrecord.model import Amount, Cast, Commitment, Event, Quantity, Ref, Status


def find_commitments(
    events: Sequence[Event], cast: Cast, quantities: Sequence[Quantity]
) -> tuple[Commitment, ...]:
    """One commitment for each party of each event whose frame or rule sets a status.

    An organ's or an official's act binds its state; a request is put to whom it names. What is
    denied binds nobody.
    """
    return tuple(
        commitment
        for event in events
        if event.polarity == "positive" and event.certainty != "denied"
        for commitment in _commitments(event, events, cast, quantities)
    )


def _commitments(
    event: Event, events: Sequence[Event], cast: Cast, quantities: Sequence[Quantity]
) -> Iterator[Commitment]:
    status = _status(event)
    if status is None or not is_undertaken(event, status):
        return
    asked = status == "requested"
    shares = [(ref, event.quantity) for ref in (event.recipient if asked else event.actor)]
    shares += gapped(event, cast, quantities)
    seen: set[tuple[str, Amount | None]] = set()
    for ref, amount in shares:
        bound = party(ref, cast)
        if bound is None or (bound.name, amount) in seen:
            continue
        seen.add((bound.name, amount))
        others = event.actor if asked else event.recipient
        yield Commitment(
            party=bound,
            mission=event.mission,
            beneficiary=_beneficiary(event, bound, others, events, cast),
            item=event.item,
            quantity=amount,
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


def _beneficiary(
    event: Event, party: Ref, others: Sequence[Ref], events: Sequence[Event], cast: Cast
) -> Ref | None:
    """For whom: another party, the state that it goes to, or the one that the mission is in."""
    for ref in others:
        if ref.name != party.name and not _is_mission(ref, cast):
            return ref
    place = event.place
    if place and place.actor and place.name != party.name:
        return place
    found = host(event.mission, events) if event.mission else None
    return found if found and found.name != party.name else None


def _is_mission(ref: Ref, cast: Cast) -> bool:
    return ref.actor is not None and cast.actor(ref.actor).kind == "mission"
