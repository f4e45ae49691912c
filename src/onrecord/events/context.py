"""Arguments that the text makes plain from another sentence: the mission, and where it is."""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from onrecord.model import Cast, Event, Ref


def with_missions(events: Sequence[Event], cast: Cast, bound: Collection[str]) -> tuple[Event, ...]:
    """Events of the types in `bound` that name no mission, given the report's only one.

    Declined where the report has several missions, or where the event goes to a state that the
    report does not connect with the mission.
    """
    missions = [actor for actor in cast.actors if actor.kind == "mission"]
    if len(missions) != 1:
        return tuple(events)
    only = Ref(name=missions[0].name, actor=missions[0].id)
    hosts = set(_destinations(e for e in events if e.mission))
    return tuple(
        replace(event, mission=only)
        if event.mission is None and event.type in bound and _fits(event, hosts)
        else event
        for event in events
    )


def _fits(event: Event, hosts: set[str]) -> bool:
    goals = set(_destinations([event]))
    return not goals or bool(goals & hosts)


def host(mission: Ref, events: Sequence[Event]) -> Ref | None:
    """The state that the report sends the mission to: the place most often given for it."""
    places = [
        event.place
        for event in events
        if event.place and event.place.actor and _same(event.mission, mission)
    ]
    if not places:
        return None
    name, _ = max(Counter(p.name for p in places).items(), key=lambda found: (found[1], found[0]))
    return next(place for place in places if place.name == name)


def _same(one: Ref | None, other: Ref) -> bool:
    return one is not None and (one.actor or one.name) == (other.actor or other.name)


def _destinations(events: Iterable[Event]) -> list[str]:
    return [e.place.name for e in events if e.place and e.place.actor]
