"""By what a report calls an actor: a proper name, an office alone, or words for people."""

import re

from onrecord.model import Actor, Role
from onrecord.record.claims import Claim
from onrecord.record.plainness import plain

_INITIAL = re.compile(r"\w\.?")


def actor_of(sighting: Claim) -> Actor:
    """The actor that a claim of the kind "actor" is of."""
    if not isinstance(sighting.fact, Actor):
        raise TypeError(sighting.kind)
    return sighting.fact


def sort_of(actor: Actor) -> str:
    """What can never be one with another sort: "person", "state", or "body"."""
    return actor.kind if actor.kind in {"person", "state"} else "body"


def is_proper(name: str) -> bool:
    """Whether a person's name is one, rather than words ("aid worker", "envoy of Norland")."""
    words = name.split()
    return bool(words) and "of" not in words and not words[-1].islower()


def with_initials(actor: Actor) -> str:
    """A person's name, with the initials that an alias has: "Ada M. Brink" for Ada Brink."""
    ends = [actor.name.split()[0], actor.name.split()[-1]] if actor.name.strip() else []
    for name in (actor.name, *actor.aliases):
        words = name.split()
        if words[1:-1] and [words[0], words[-1]] == ends and initials(name):
            return name
    return actor.name


def initials(name: str) -> str:
    """The initials between a given name and a surname; "" where something else stands there."""
    middle = name.split()[1:-1]
    return plain("".join(middle)) if all(map(_INITIAL.fullmatch, middle)) else ""


def is_office_only(actor: Actor) -> bool:
    """Whether a person is called by an office alone ("the president of Norland")."""
    return actor.kind == "person" and any(is_named_by(actor, role) for role in actor.roles)


def is_named_by(actor: Actor, role: Role) -> bool:
    """Whether that role is all that an actor is called by."""
    title, of = plain(role.title), plain(role.of or "")
    return plain(actor.name) in {title, f"{title} of {of}", f"{title} of the {of}"}
