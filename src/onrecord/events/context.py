"""Arguments that the text makes plain from another sentence: the mission, and where it is."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from onrecord.lexicon import words
from onrecord.linking.states import states
from onrecord.model import Cast, Event, Ref

_WIDEST = 2  # words between a mission and where it is


def with_missions(
    text: str, events: Sequence[Event], cast: Cast, bound: Collection[str]
) -> tuple[Event, ...]:
    """Events of the types in `bound` that name no mission, given the report's only one.

    Declined where the report has several missions or has not named it yet, or where the event goes
    to a state that the report does not connect with the mission.
    """
    missions = [actor for actor in cast.actors if actor.kind == "mission"]
    if len(missions) != 1:
        return tuple(events)
    only = Ref(name=missions[0].name, actor=missions[0].id)
    named = min((m.span.start for m in cast.mentions if only.actor in m.actors), default=0)
    known = {g.name for e in events if e.mission and (g := goal(e, cast))}
    known |= {ref.name for ref in hosts(text, events, cast).values()}
    return tuple(
        replace(event, mission=only)
        if event.mission is None
        and event.type in bound
        and event.sentence.end > named
        and _fits(event, known, cast)
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


def hosts(text: str, events: Sequence[Event], cast: Cast) -> dict[str, Ref]:
    """Name of each mission -> the state that the report most often puts it in or sends it to."""
    goals: dict[str, list[Ref]] = defaultdict(list)
    for event in events:
        found = goal(event, cast) if event.mission else None
        if event.mission and found:
            goals[event.mission.name].append(found)
    for mission, state in _named_together(text, cast):
        goals[mission].append(state)
    return {mission: _commonest(refs) for mission, refs in goals.items()}


def _named_together(text: str, cast: Cast) -> Iterator[tuple[str, Ref]]:
    """Missions with the state right behind them: "the monitoring mission in Georgia"."""
    for one, other in pairwise(cast.mentions):
        between = text[one.span.end : other.span.start].casefold().split()
        if between and between[0] in words("control", "towards") and len(between) <= _WIDEST:
            left, right = ([cast.actor(a) for a in m.actors] for m in (one, other))
            if [a.kind for a in left] == ["mission"] and [a.kind for a in right] == ["state"]:
                yield left[0].name, Ref(name=right[0].name, actor=right[0].id, span=other.span)


def _commonest(refs: Sequence[Ref]) -> Ref:
    counted = Counter(ref.name for ref in refs)
    name = max(sorted(counted), key=counted.__getitem__)
    return next(ref for ref in refs if ref.name == name)
