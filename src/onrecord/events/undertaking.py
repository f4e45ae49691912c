"""Whether an event is an undertaking for the record: by whom, and of what."""

import re
from functools import cache

from onrecord.events.fillers import classes_of_word
from onrecord.lexicon import words
from onrecord.linking.register import register
from onrecord.linking.states import states
from onrecord.model import Actor, Cast, Event, Ref, Status

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_BODIES = ("mission", "group")


@cache
def _listed(key: str) -> frozenset[str]:
    return frozenset(words("commitments", key))


def is_undertaken(event: Event, status: Status) -> bool:
    """Whether the item is something that is given, sent or led, not an opinion or a text."""
    found = [word.casefold() for word in _WORD.findall(event.item or "")]
    if _listed("never") & set(found):
        return False
    return status in _listed("any_item") or any(
        word in _listed("words") or classes_of_word(word) & _listed("undertaken") for word in found
    )


def party(ref: Ref, cast: Cast) -> Ref | None:
    """Who is bound: an official's or an organ's state, else a public body; None for others."""
    actor = cast.actor(ref.actor) if ref.actor else None
    if actor is None:
        return None
    if actor.country and actor.kind in ("organisation", "person"):
        name = states()[actor.country].name
        known = next((a.id for a in cast.actors if a.kind == "state" and a.name == name), None)
        return Ref(name=name, actor=known, span=ref.span)
    return ref if _is_public(actor) else None


def _is_public(actor: Actor) -> bool:
    """A state, a mission, a group, or a body that the lexicon knows; no firm, no private person."""
    if actor.kind == "state" or actor.kind in _BODIES:
        return True
    return actor.kind == "organisation" and register().match(actor.name, 0) is not None
