"""CAMEO codes of actors: a state's alpha-3 code and a role ("KENCOP"), or that of a body."""

from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from onrecord.exports.coding_roles import role_of
from onrecord.exports.coding_states import alpha3, state_in, state_named, words
from onrecord.lexicon import table
from onrecord.model import Actor, Role


def unknown() -> str:
    """The code of an actor that nothing tells about ("---")."""
    return str(table("cameo")["unknown"])


def actor_code(actor: Actor, says: str = "") -> str:
    """The code of an actor where the report speaks of it in the words `says`.

    A state that is spoken of as "Kenyan police officers" is coded as its police. A person has the
    code of the office that it holds, of the body that it speaks for, or of its state.
    """
    if actor.kind == "person":
        code = _person(actor, says)
    elif actor.kind == "state":
        code = (alpha3(actor.country) or state_named(actor.name)) + _of_state(says)
    elif actor.kind == "mission":
        code = _mission(actor.name)
    else:
        code = _organisation(actor, says)
    return code or unknown()


def code_of_name(name: str) -> str:
    """The code of a party that the report names and does not keep as an actor."""
    return state_named(name) or _named(name) or unknown()


def _of_state(says: str) -> str:
    return _organs().get(says, "") or role_of(says) or _forces().get(says, "")


def _organisation(actor: Actor, says: str) -> str:
    body = _body(actor.name)
    if body:
        return body
    listed = _lists().get(actor.name)
    if listed:
        return alpha3(actor.country) + listed
    state = alpha3(actor.country) or state_in(actor.name) or state_in(says)
    role = _organs().get(actor.name) or role_of(actor.name) or role_of(says)
    return state + role


def _named(name: str) -> str:
    """The code of a body, mission or organ that is known by name alone; empty for others."""
    if name in _mission_names():
        return _mission(name)
    return _organisation(Actor(id="", name=name, kind="organisation"), "")


def _mission(name: str) -> str:
    rules, sponsor = table("cameo")["missions"], _body(name)
    if sponsor:
        return f"{sponsor}{rules['known']}"
    military = frozenset(rules["military_words"].split())
    said = [word.casefold() for word in words(name)]
    pairs = {f"{one}_{other}" for one, other in pairwise(said)}
    return str(rules["military" if military & {*said, *pairs} else "alone"])


def _person(actor: Actor, says: str) -> str:
    for role in sorted(actor.roles, key=lambda role: role.until is not None):
        code = _in_office(actor, role, says)
        if code:
            return code
    return alpha3(actor.country) + _described(actor, says)


def _in_office(actor: Actor, role: Role, says: str) -> str:
    state = state_named(role.of or "")
    body = "" if state else _named(role.of or "")
    state = state or alpha3(actor.country)
    if role.until is not None:
        return f"{state}{table('cameo')['former']}"
    if body:
        return body
    title = role_of(role.title) or _described(actor, says)
    return state + title if title else ""


def _described(actor: Actor, says: str) -> str:
    """What the common nouns of a person's description tell ("Ghanaian judge")."""
    return role_of(says, common=True) or role_of(actor.name, common=True)


def _body(name: str) -> str:
    """The code of a body, or of the family of bodies that its name begins with."""
    known = _bodies()
    if name in known:
        return known[name]
    families = (family for family in table("cameo")["families"] if name.startswith(f"{family} "))
    return next((known[family] for family in families if family in known), "")


@cache
def _bodies() -> dict[str, str]:
    return {
        name: code for code, names in table("cameo")["bodies"].items() for name in _parted(names)
    }


@cache
def _organs() -> dict[str, str]:
    return {
        name: role for role, names in table("cameo")["organs"].items() for name in _parted(names)
    }


@cache
def _forces() -> dict[str, str]:
    forces = table("organs")["forces"].values()
    return {name: str(table("cameo")["forces"]) for names in forces for name in names}


@cache
def _lists() -> dict[str, str]:
    return {
        next(_parted(names)): code
        for file, key, code in table("cameo")["lists"]
        for names in table(file)[key]
    }


@cache
def _mission_names() -> frozenset[str]:
    return frozenset(next(_parted(names)) for names in table("missions")["missions"])


def _parted(names: str) -> Iterator[str]:
    return (name.strip() for name in names.split("|"))
