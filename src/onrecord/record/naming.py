"""By what a report calls an actor: a proper name, an office alone, or words for people."""

from onrecord.model import Actor, Role
from onrecord.record.claims import Claim
from onrecord.record.plainness import plain


def actor_of(sighting: Claim) -> Actor:
    """The actor that a claim of the kind "actor" is of."""
    if not isinstance(sighting.fact, Actor):
        raise TypeError(sighting.kind)
    return sighting.fact


def sort_of(actor: Actor) -> str:
    """What can never be one with another sort: "person", "state", or "body"."""
    return actor.kind if actor.kind in {"person", "state"} else "body"


def is_proper(name: str) -> bool:
    """Whether a person's name is one, rather than words ("aid worker")."""
    words = name.split()
    return bool(words) and not words[-1].islower()


def is_office_only(actor: Actor) -> bool:
    """Whether a person is called by an office alone ("the president of Norland")."""
    return actor.kind == "person" and any(is_named_by(actor, role) for role in actor.roles)


def is_named_by(actor: Actor, role: Role) -> bool:
    """Whether that role is all that an actor is called by."""
    title, of = plain(role.title), plain(role.of or "")
    return plain(actor.name) in {title, f"{title} of {of}", f"{title} of the {of}"}
