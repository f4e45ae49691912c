"""Actors whom reports themselves declare to be one: by equal names, and by aliases."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from onrecord.model import Actor
from onrecord.record.claims import Claim
from onrecord.record.groups import Union
from onrecord.record.naming import (
    actor_of,
    initials,
    is_office_only,
    is_proper,
    sort_of,
    with_initials,
)
from onrecord.record.plainness import plain

_ROUNDS = 4

Node = tuple[str, str, str, str]
"""Sort, plain name, and, where it may be that of several, their state and initial or offices."""


def declared(sightings: Sequence[Claim]) -> list[list[Claim]]:
    """The sightings of each actor, by name.

    Equal names are one actor, but for persons and organisations of two states and for persons of
    two initials ("John A. Smith", "John B. Smith"), and surnames alone of different offices. A name
    that a single other actor has as an alias is that actor's; the surname of a person is no alias,
    for others may have it.
    """
    nodes = _nodes(sightings)
    named: dict[tuple[str, str], set[Node]] = defaultdict(set)
    for node in nodes:
        named[node[:2]].add(node)
    union = _joined(nodes, named)
    found: dict[object, list[Claim]] = defaultdict(list)
    for node in sorted(nodes):
        found[union.root(node)] += nodes[node]
    return list(found.values())


def _nodes(sightings: Iterable[Claim]) -> dict[Node, list[Claim]]:
    """The sightings by name; by state and mark as well where these may tell namesakes apart."""
    by_name: dict[tuple[str, str], list[tuple[str, str, Claim]]] = defaultdict(list)
    for sighting in sightings:
        actor, name = actor_of(sighting), bare_name(actor_of(sighting))
        of_state = actor.kind in {"person", "organisation"}
        told = ((actor.country or "") if of_state else "", _mark(actor, name), sighting)
        by_name[sort_of(actor), name].append(told)
    found: dict[Node, list[Claim]] = defaultdict(list)
    for (sort, name), all_told in by_name.items():
        states = len({state for state, _, _ in all_told if state}) > 1
        marks = " " not in name or len({mark for _, mark, _ in all_told if mark}) > 1
        for state, mark, sighting in all_told:
            found[sort, name, state * states, mark * marks].append(sighting)
    return found


def bare_name(actor: Actor) -> str:
    """The plain name, that of a person without initials where two words are left."""
    words = plain(actor.name).split()
    full = [word for word in words if len(word) > 1]
    return " ".join(full if actor.kind == "person" and len(full) > 1 else words)


def _mark(actor: Actor, name: str) -> str:
    """What may tell a person from others of the name: initials, or offices of a surname alone."""
    if actor.kind != "person":
        return ""
    if " " in name:
        return initials(with_initials(actor))
    told = {f"{plain(role.title)} of {plain(role.of or '')}" for role in actor.roles}
    return ", ".join(sorted(told))


def _joined(nodes: dict[Node, list[Claim]], named: dict[tuple[str, str], set[Node]]) -> Union:
    union = Union()
    aliases = sorted(
        {(node, alias) for node, told in nodes.items() for s in told for alias in other_names(s)}
    )
    for _ in range(_ROUNDS):
        owners: dict[tuple[str, str], set[object]] = defaultdict(set)
        for node, alias in aliases:
            if (node[0], alias) in named and alias != node[1]:
                owners[node[0], alias].add(union.root(node))
        joined = [
            union.join(node, next(iter(roots)))
            for name, roots in sorted(owners.items())
            if len(roots) == 1 and _are_one(named[name])
            for node in named[name]
        ]
        if not any(joined):
            break
    return union


def _are_one(namesakes: set[Node]) -> bool:
    """Whether those of one name are the same: one word is one's, whatever offices go with it."""
    states = {state for _, _, state, _ in namesakes}
    return len(namesakes) == 1 or (len(states) == 1 and all(" " not in n[1] for n in namesakes))


def other_names(sighting: Claim) -> set[str]:
    """Other plain names that are proper ones; of a person not just the surname."""
    actor = actor_of(sighting)
    if actor.kind != "person":
        return {plain(alias) for alias in actor.aliases if not alias.islower()}
    if is_office_only(actor) or not is_proper(actor.name):
        return set()
    own = set(plain(actor.name).split())
    names = (plain(alias) for alias in actor.aliases if is_proper(alias))
    return {name for name in names if name not in own}
