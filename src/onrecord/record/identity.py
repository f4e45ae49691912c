"""Who is who across reports."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import product

from onrecord.model import Actor, ActorKind, Reading, Ref
from onrecord.record.claims import Claim
from onrecord.record.declared import declared
from onrecord.record.groups import group
from onrecord.record.memory import FORGETFUL, Memory
from onrecord.record.naming import actor_of, is_office_only, sort_of
from onrecord.record.plainness import plain
from onrecord.record.portraits import Portrait, Surroundings, portraits, surroundings
from onrecord.record.ties import Tie, tied


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
class Doubt:
    """The keys of two parties that may be one, and what speaks for it and against it.

    More is told of `one` than of `other`.
    """

    one: str
    other: str
    because: str


@dataclass(frozen=True, slots=True)
class Identities:
    """The parties of the record and the way from a report's references to them.

    `local` has for each report the keys of the parties by the ids of its actors, `sightings` for
    each party the actors of reports that it is, the best first.
    """

    parties: dict[str, Party]
    local: dict[str, dict[str, str]]
    named: dict[str, str]
    sightings: dict[str, tuple[Claim, ...]]
    doubts: tuple[Doubt, ...] = ()

    def of(self, report: str, ref: Ref) -> Party:
        """The party that `ref` stands for in `report`; a merely named one where none is kept."""
        key = self.key(report, ref.actor) or self.named.get(plain(ref.name))
        if key is None:
            return Party(key=f"named:{plain(ref.name)}", name=ref.name)
        return self.parties[key]

    def key(self, report: str, actor: str | None) -> str | None:
        """The key of the actor of that id in `report`; None for one whom analysts have rejected."""
        return self.local.get(report, {}).get(actor) if actor else None

    def all_of(self, report: str, refs: Iterable[Ref]) -> tuple[Party, ...]:
        """The parties that `refs` stand for, each once."""
        found: dict[str, Party] = {}
        for party in (self.of(report, ref) for ref in refs):
            found.setdefault(party.key, party)
        return tuple(found.values())

    def keys(self, report: str, actors: Iterable[Actor]) -> frozenset[str]:
        """The keys of actors of a report; none for those whom analysts have rejected."""
        found = (self.key(report, actor.id) for actor in actors)
        return key_set(tuple(key for key in found if key))

    def whole(self, party: Party) -> Party | None:
        """The state that an organ or an official belongs to; None for others."""
        if party.kind not in {"organisation", "person"} or party.country is None:
            return None
        key = self.state(party.country)
        return self.parties[key] if key else None

    def state(self, code: str) -> str | None:
        """The key of the state with that ISO 3166-1 alpha-2 code, if it is on the record."""
        return self.named.get(f"\x1f{code}")


def identify(
    sightings: Sequence[Claim],
    readings: Mapping[str, Reading],
    ties: Sequence[Tie] = (),
    memory: Memory = FORGETFUL,
) -> Identities:
    """The parties of all sightings in the readings, by report; `ties` are analysts' own.

    Two actors are one where reports declare it (`declared`), where their names and what is known
    around them say so clearly (`likeness`), and where one is called by an office that only the
    other held then (`incumbents`). What is doubtful stays apart, and `doubts` names it.
    """
    from onrecord.record.likeness import doubtful  # it reads the lexicon: not for --help

    around = surroundings(sightings, readings)
    found = _grouped(sightings, around, memory)
    told = _told(found, around, ties)
    parties = {party.key: party for party, _ in told}
    local: dict[str, dict[str, str]] = defaultdict(dict)
    for party, own in told:
        for s in own:
            local[s.report][actor_of(s).id] = party.key
    home = {s.id: party.key for party, own in told for s in own}
    return Identities(
        parties=parties,
        local=dict(local),
        named=_names(parties.values()),
        sightings={party.key: own for party, own in told},
        doubts=_doubts(doubtful(found), home, ties),
    )


def parties_in(
    sightings: Sequence[Claim], around: Surroundings
) -> list[tuple[Party, tuple[Claim, ...]]]:
    """The parties of some sightings, each with those that it is, the best first.

    They are those that `identify` finds, if the others share no key with these (`blocking`) and
    `around` tells what all of them tell.
    """
    return _told(_grouped(sightings, around, FORGETFUL), around, ())


def _grouped(
    sightings: Sequence[Claim], around: Surroundings, memory: Memory
) -> list[list[Portrait]]:
    from onrecord.record.likeness import alike

    drawn = portraits(declared(sightings), around)
    return group(
        sorted(drawn, key=lambda portrait: portrait.order), alike(), memory.past("actors")
    ).groups


def _told(
    groups: Iterable[Sequence[Portrait]], around: Surroundings, ties: Sequence[Tie]
) -> list[tuple[Party, tuple[Claim, ...]]]:
    from onrecord.record.incumbents import resolved

    clear = ([s for portrait in members for s in portrait.sightings] for members in groups)
    return _keyed(tied(resolved(clear, around), ties, lambda s: s.id, lambda s: s.place))


@lru_cache(maxsize=1 << 10)
def key_set(keys: tuple[str, ...]) -> frozenset[str]:
    """Keys of parties as a set, in memory once: a few parties are in most facts."""
    return frozenset(keys)


def _keyed(groups: Iterable[list[Claim]]) -> list[tuple[Party, tuple[Claim, ...]]]:
    """The parties with their sightings, that of their name first; of one name each has its key."""
    made = []
    for told in groups:
        party = _party([(sighting.report, actor_of(sighting)) for sighting in told])
        best = sorted(told, key=lambda s: (actor_of(s).name != party.name, s.place))
        made.append((party, tuple(best)))
    keys = Counter(party.key for party, _ in made)
    named = (
        (party if keys[party.key] == 1 else replace(party, key=f"{party.key}:{own[0].id}"), own)
        for party, own in made
    )
    return sorted(named, key=lambda pair: pair[0].key)


def _doubts(
    pairs: Iterable[tuple[Claim, Claim, str]], home: Mapping[str, str], ties: Sequence[Tie]
) -> tuple[Doubt, ...]:
    """The doubts that are left, after the offices are resolved and the analysts have spoken.

    Who has been made one with one of several is in doubt with the others no more.
    """
    pairs = tuple(pairs)
    settled = {other.id for one, other, _ in pairs if home[one.id] == home[other.id]}
    ruled = (pair for tie in ties for pair in product(tie.claims, tie.apart))
    apart = {frozenset(map(home.get, pair)) for pair in ruled}
    found: dict[frozenset[str], Doubt] = {}
    for one, other, because in pairs:
        keys = (home[one.id], home[other.id])
        if other.id not in settled and frozenset(keys) not in apart:
            found.setdefault(frozenset(keys), Doubt(*keys, because))
    return tuple(sorted(found.values(), key=lambda doubt: (doubt.one, doubt.other)))


def _party(actors: list[tuple[str, Actor]]) -> Party:
    name = _name([actor for _, actor in actors])
    kinds: Counter[ActorKind] = Counter(actor.kind for _, actor in actors)
    countries = Counter(actor.country or "" for _, actor in actors if actor.country)
    named = [actor for _, actor in actors if not is_office_only(actor)]
    known = {alias for actor in named for alias in (*actor.aliases, actor.name)}
    return Party(
        key=f"{sort_of(actors[0][1])}:{plain(name)}",
        name=name,
        kind=max(sorted(kinds.items()), key=lambda k: (k[1], k[0] == "mission"))[0],
        country=max(sorted(countries), key=countries.__getitem__, default=None),
        aliases=tuple(sorted(known - {name})),
        reports=tuple(sorted({report for report, _ in actors})),
    )


def _name(actors: list[Actor]) -> str:
    """The name rather than an office, a surname or an alias, then the commonest, the longest."""
    names = Counter(actor.name for actor in actors)
    short = {alias for actor in actors for alias in actor.aliases}
    offices = {actor.name for actor in actors if is_office_only(actor)}

    def rank(name: str) -> tuple[bool, bool, bool, int, int]:
        whole = actors[0].kind != "person" or " " in name
        return name not in offices, whole, name not in short, names[name], len(name)

    return max(sorted(names), key=rank)


def _names(parties: Iterable[Party]) -> dict[str, str]:
    owners: dict[str, list[tuple[str, bool]]] = defaultdict(list)
    for party in parties:
        for name, is_own in names_of(party):
            owners[name].append((party.key, is_own))
    return {name: key for name, told in owners.items() if (key := owner(told))}


def names_of(party: Party) -> Iterator[tuple[str, bool]]:
    """By what a party may be meant: its name (True) and its aliases, plain.

    A state also by U+001F and its code.
    """
    yield plain(party.name), True
    yield from ((plain(alias), False) for alias in party.aliases)
    if party.kind == "state" and party.country:
        yield f"\x1f{party.country}", False


def owner(told: Iterable[tuple[str, bool]]) -> str | None:
    """The key of the single party that is meant by a name, of those that `names_of` gives it to.

    What is the name of one is no alias of another.
    """
    told = tuple(told)
    keys = {key for key, is_own in told if is_own} or {key for key, _ in told}
    return next(iter(keys)) if len(keys) == 1 else None
