"""Whether a report is about the field at all, or about one where its words mean something else."""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from onrecord.lexicon import table
from onrecord.model import Cast, Event, Ref, Sentence

_PUBLIC = ("state", "mission", "group", "organisation")


@cache
def _domains() -> dict[str, dict[str, int]]:
    """Other field -> lemma -> points."""
    return {name: _ranked(listed) for name, listed in table("domains")["elsewhere"].items()}


@cache
def _field() -> dict[str, int]:
    return _ranked(table("domains")["field"])


def _ranked(listed: Mapping[str, Any]) -> dict[str, int]:
    """Lemma -> points."""
    points = dict.fromkeys(listed["words"].split(), 1)
    return points | dict.fromkeys(listed["telling"].split(), 2)


def elsewhere(sentences: Sequence[Sentence]) -> str | None:
    """The other field that the report is about ("sport"), or None.

    It is the one with the most points among those that have enough and outweigh the field itself.
    A lemma counts once, and twice over where a headline has it.
    """
    times = {token.lemma.lower(): 1 for sentence in sentences for token in sentence.tokens}
    for sentence in sentences:
        if sentence.role == "headline":
            times.update((token.lemma.lower(), 2) for token in sentence.tokens)
    own = _points(times, _field())
    points = {name: _points(times, cues) for name, cues in _domains().items()}
    found = [name for name in points if _outweighs(name, points[name], own)]
    return max(found, key=lambda name: points[name], default=None)


def _points(times: Mapping[str, int], cues: Mapping[str, int]) -> int:
    return sum(cues[lemma] * times[lemma] for lemma in times.keys() & cues.keys())


def _outweighs(name: str, points: int, own: int) -> bool:
    against = own * table("domains")["elsewhere"][name].get("against", 1)
    steps = table("domains")["enough"]
    return any(points >= step["points"] and points >= against * step["times"] for step in steps)


def stands_elsewhere(event: Event, cast: Cast) -> bool:
    """Whether an event of such a report is one all the same.

    It is where both sides are named, or where one is and the event has a place or a date.
    """
    named = [ref for ref in (*event.actor, *event.recipient) if _is_named(ref, cast)]
    return bool(named) and (len(named) > 1 or event.place is not None or event.date is not None)


def _is_named(ref: Ref, cast: Cast) -> bool:
    if ref.actor is None or ref.span is None:
        return False
    inside = cast.within(ref.span)
    named = any(ref.actor in m.actors and m.form in ("name", "demonym") for m in inside)
    return named and cast.actor(ref.actor).kind in _PUBLIC
