"""Who is who across reports: by name and alias."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from onrecord.model import Actor, ActorKind, Reading, Ref
from onrecord.record.groups import Union
from onrecord.record.plainness import plain

_ROUNDS = 4

Node = tuple[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """An actor of the record: one identity under all names that reports give it.

    `key` is stable as long as the name is; `kind` None stands for a party that is only named.
    """

    key: str
    name: str
    kind: ActorKind | None = None
    country: str | None = None
    aliases: tuple[str, ...] = ()
    reports: tuple[str, ...] = ()

    def answers_to(self, words: str) -> bool:
        """Whether the name or an alias holds all of `words`, in their order."""
        asked = f" {plain(words)} "
        return any(asked in f" {plain(name)} " for name in (self.name, *self.aliases))


@dataclass(frozen=True, slots=True)
class Identities:
    """The parties of the record and the way from a report's references to them."""

    parties: dict[str, Party]
    local: dict[tuple[str, str], str]
    named: dict[str, str]

    def of(self, report: str, ref: Ref) -> Party:
        """The party that `ref` stands for in `report`; a merely named one where none is kept."""
        key = self.local.get((report, ref.actor)) if ref.actor else None
        key = key or self.named.get(plain(ref.name))
        if key is None:
            return Party(key=f"named:{plain(ref.name)}", name=ref.name)
        return self.parties[key]

    def whole(self, party: Party) -> Party | None:
        """The state that an organ or an official belongs to; None for others."""
        if party.kind not in {"organisation", "person"} or party.country is None:
            return None
        key = self.state(party.country)
        return self.parties[key] if key else None

    def state(self, code: str) -> str | None:
        """The key of the state with that ISO 3166-1 alpha-2 code, if it is on the record."""
        return self.named.get(f"\x1f{code}")


def identify(readings: Iterable[Reading]) -> Identities:
    """The parties of all readings.

    Two actors are the same where their names are equal (initials of persons aside), where one
    is named by an alias that a single other actor has, or by the surname of a single person.
    """
    told = [(reading.report.id, actor) for reading in readings for actor in reading.actors]
    union = _joined([actor for _, actor in told])
    members: dict[Node, list[tuple[str, Actor]]] = defaultdict(list)
    for report, actor in told:
        root = union.root(_node(actor))
        assert isinstance(root, tuple)  # noqa: S101
        members[root].append((report, actor))
    parties, local = {}, {}
    for node, actors in sorted(members.items()):
        party = _party(node, actors)
        parties[party.key] = party
        local.update({(report, actor.id): party.key for report, actor in actors})
    return Identities(parties, local, _names(parties.values()))


def _node(actor: Actor) -> Node:
    if actor.kind == "person":
        words = plain(actor.name).split()
        full = [word for word in words if len(word) > 1]
        return ("person", " ".join(full if len(full) > 1 else words))
    return ("state" if actor.kind == "state" else "body", plain(actor.name))


def _joined(actors: list[Actor]) -> Union:
    union = Union()
    nodes = {_node(actor) for actor in actors}
    aliases = sorted({(_node(a), plain(alias)) for a in actors for alias in a.aliases})
    surnames = sorted((node, node[1].split()[-1]) for node in nodes if _is_full_name(node))
    for _ in range(_ROUNDS):
        owners: dict[Node, set[object]] = defaultdict(set)
        for node, alias in (*aliases, *surnames):
            if (node[0], alias) in nodes and (node[0], alias) != node:
                owners[node[0], alias].add(union.root(node))
        joined = [
            union.join(node, next(iter(roots)))
            for node, roots in sorted(owners.items())
            if len(roots - {union.root(node)}) == 1 and len(roots) == 1
        ]
        if not any(joined):
            break
    return union


def _is_full_name(node: Node) -> bool:
    return node[0] == "person" and " " in node[1]


def _party(node: Node, actors: list[tuple[str, Actor]]) -> Party:
    name = _name(node, [actor for _, actor in actors])
    kinds: Counter[ActorKind] = Counter(actor.kind for _, actor in actors)
    countries = Counter(actor.country or "" for _, actor in actors if actor.country)
    known = {alias for _, actor in actors for alias in (*actor.aliases, actor.name)}
    return Party(
        key=f"{node[0]}:{plain(name)}",
        name=name,
        kind=max(sorted(kinds.items()), key=lambda k: (k[1], k[0] == "mission"))[0],
        country=max(sorted(countries), key=countries.__getitem__, default=None),
        aliases=tuple(sorted(known - {name})),
        reports=tuple(sorted({report for report, _ in actors})),
    )


def _name(node: Node, actors: list[Actor]) -> str:
    """The full name rather than a surname or an alias, then the commonest, then the longest."""
    names = Counter(actor.name for actor in actors)
    short = {alias for actor in actors for alias in actor.aliases}

    def rank(name: str) -> tuple[bool, bool, int, int]:
        return _is_full_name((node[0], name)), name not in short, names[name], len(name)

    return max(sorted(names), key=rank)


def _names(parties: Iterable[Party]) -> dict[str, str]:
    """Names and aliases that a single party has; a state also under U+001F and its code."""
    owners: dict[str, set[str]] = defaultdict(set)
    first: dict[str, str] = {}
    for party in parties:
        first.setdefault(plain(party.name), party.key)
        for name in (party.name, *party.aliases):
            owners[plain(name)].add(party.key)
        if party.kind == "state" and party.country:
            owners[f"\x1f{party.country}"].add(party.key)
    single = {name: next(iter(keys)) for name, keys in owners.items() if len(keys) == 1}
    return {**single, **first}
