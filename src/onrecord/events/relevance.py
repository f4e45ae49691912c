"""Whether a report is about the field at all, or about one where its words mean something else."""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from onrecord.lexicon import table
from onrecord.model import Cast, Event, Ref, Sentence

_BELLIGERENT = ("mission", "group")
_PUBLIC = (*_BELLIGERENT, "state")
_PARTIES = (*_PUBLIC, "organisation")


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


def stands_elsewhere(event: Event, cast: Cast, other: str = "") -> bool:
    """Whether an event of a report of that other field is one all the same.

    It is where two parties are named and one of them acts in the field, or where one is and the
    event has a place or a date. Bodies act in every field, so they count as the second party
    alone; so do states where their names are those of teams.
    """
    refs = (*event.actor, *event.recipient)
    kinds = [cast.actor(ref.actor).kind for ref in refs if ref.actor and _is_named(ref, cast)]
    acting = _BELLIGERENT if other in table("domains")["teams"] else _PUBLIC
    if not any(kind in acting for kind in kinds):
        return False
    several = sum(kind in _PARTIES for kind in kinds) > 1
    return several or event.place is not None or event.date is not None


def _is_named(ref: Ref, cast: Cast) -> bool:
    if ref.span is None:
        return False
    inside = cast.within(ref.span)
    return any(ref.actor in m.actors and m.form in ("name", "demonym") for m in inside)
