"""Arguments that the text makes plain from another sentence: the mission, and where it is."""

from collections import Counter, defaultdict
from collections.abc import Collection, Sequence
from dataclasses import replace

from onrecord.linking.states import states
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
    known = {g.name for e in events if e.mission and (g := goal(e, cast))}
    return tuple(
        replace(event, mission=only)
        if event.mission is None and event.type in bound and _fits(event, known, cast)
        else event
        for event in events
    )


def _fits(event: Event, known: set[str], cast: Cast) -> bool:
    found = goal(event, cast)
    return found is None or found.name in known


def goal(event: Event, cast: Cast) -> Ref | None:
    """The state that the event goes to: its place, or the state that its place lies in."""
    place = event.place
    if place is None or place.actor or place.span is None:
        return place if place and place.actor else None
    found = cast.place_at(place.span)
    state = states().get(found.country or "") if found else None
    return replace(cast.state(state.name), span=place.span) if state else None


def hosts(events: Sequence[Event], cast: Cast) -> dict[str, Ref]:
    """Name of each mission -> the state that the report most often sends it to."""
    goals: dict[str, list[Ref]] = defaultdict(list)
    for event in events:
        found = goal(event, cast) if event.mission else None
        if event.mission and found:
            goals[event.mission.name].append(found)
    return {mission: _commonest(refs) for mission, refs in goals.items()}


def _commonest(refs: Sequence[Ref]) -> Ref:
    counted = Counter(ref.name for ref in refs)
    name = max(sorted(counted), key=counted.__getitem__)
    return next(ref for ref in refs if ref.name == name)
