"""Whether an event is an undertaking for the record: by whom, and of what."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache, partial

from onrecord.events.fillers import classes_of_word
from onrecord.lexicon import table, word_set
from onrecord.linking.register import register
from onrecord.linking.states import states
from onrecord.model import Actor, Amount, Cast, Event, Ref, Status

_listed = partial(word_set, "commitments")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_CURRENCY = 3  # letters of an ISO 4217 code


@cache
def _classes(status: Status) -> frozenset[str]:
    return frozenset(table("commitments")["undertaken"][status].split())


def is_undertaken(event: Event, status: Status, cast: Cast) -> bool:
    """Whether something is given, sent or led for somebody: not an opinion, not a text."""
    found = [word.casefold() for word in _WORD.findall(event.item or "")]
    if _listed("never") & set(found):
        return False
    if status in _listed("any_item") and (event.quantity or event.mission or event.place):
        return True
    if _counts(event.quantity, status) or _is_mission(event, found, cast):
        return True
    return any(
        word in _listed("words") or classes_of_word(word) & _classes(status) for word in found
    )


def _counts(amount: Amount | None, status: Status) -> bool:
    """Whether the number tells what it is: money, forces, or nothing ("Norway delivered eight")."""
    if amount is None:
        return False
    unit = amount.unit
    return (
        unit is None
        or _is_currency(unit)
        or bool(classes_of_word(unit.split()[-1]) & _classes(status))
    )


def _is_mission(event: Event, item: Sequence[str], cast: Cast) -> bool:
    """Whether what is undertaken is the mission, by name, pronoun or paper, or unsaid."""
    if event.mission is None or event.mission.actor is None:
        return False
    actor = cast.actor(event.mission.actor)
    names = {name.casefold() for name in (actor.name, *actor.aliases)}
    if not item or _listed("papers") & set(item):
        return True
    words_of_item = " ".join(item)
    return words_of_item in names or (bool(item) and set(item) <= _listed("pronouns"))


def _is_currency(unit: str) -> bool:
    return len(unit) == _CURRENCY and unit.isupper()


def may_stop(event: Event, cast: Cast) -> bool:
    """Whether an organ or an official of a state blocks, or a state that stops itself.

    What an armed group or another state obstructs was not called off.
    """
    actors = [cast.actor(ref.actor) for ref in event.actor if ref.actor]
    official = any(a.country and a.kind in ("organisation", "person") for a in actors)
    return official or (bool(actors) and not event.recipient and actors[0].kind == "state")


def party(ref: Ref, cast: Cast) -> Ref | None:
    """Who is bound: an official's or an organ's state, else a public body; None for others."""
    actor = cast.actor(ref.actor) if ref.actor else None
    if actor is None:
        return None
    if actor.country and actor.kind in ("organisation", "person"):
        return replace(cast.state(states()[actor.country].name), span=ref.span)
    return ref if _is_public(actor) else None


def _is_public(actor: Actor) -> bool:
    """A state, a mission, a group, or a body that the lexicon knows.

    No firm, no private person, and no people: what "Belizeans" do binds no state.
    """
    if actor.kind in ("state", "mission"):
        return True
    known = register().match(actor.name, 0)
    if actor.kind == "group":
        return known is None or known[0] < len(actor.name) or known[1].sort != "people"
    return actor.kind == "organisation" and known is not None
