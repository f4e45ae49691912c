"""How much speaks for two portraits being of one actor: names, and what is known around them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import product

from onrecord.lexicon import table
from onrecord.record.bodies import body_keys, body_relations
from onrecord.record.claims import Claim
from onrecord.record.groups import APART, OPEN, Likeness
from onrecord.record.personal import Relation, keys_of, personal_name, relations, sought
from onrecord.record.portraits import Portrait

_AGAINST = frozenset(("around", entry) for entry in ("other_country", "foreign", "apart"))


@dataclass(frozen=True, slots=True)
class Comparison:
    """The points for two being one with the evidence that gave them; None: they are two."""

    points: int | None
    evidence: tuple[Relation, ...] = ()

    @property
    def clear(self) -> bool:
        """Whether they are one."""
        return self.points is not None and self.points >= threshold("one")

    @property
    def doubtful(self) -> bool:
        """Whether an analyst should say."""
        return self.points is not None and self.points >= threshold("doubtful")

    @property
    def because(self) -> str:
        """The evidence in words: "the same surname, another state"."""
        phrases = table("identity")["phrases"]
        told = (phrases[" ".join(relation)] for relation in self.evidence)
        return ", ".join(dict.fromkeys(told))


@cache
def threshold(name: str) -> int:
    """The points from which two are "one", or "doubtful"; the "margin" of the best over others."""
    return int(table("identity")["thresholds"][name])


def compare(one: Portrait, other: Portrait) -> Comparison:
    """What speaks for two portraits being of one actor, and what against it.

    The points of all evidence are added, as Fellegi and Sunter (1969) add the logarithms of odds.
    """
    if one.is_person != other.is_person:
        return Comparison(None)
    named = _of_persons(one, other) if one.is_person else _of_bodies(one, other)
    if named is None:
        return Comparison(None)
    if not named:
        return Comparison(0)
    evidence = (*named, *_around(one, other))
    return Comparison(_points(evidence), evidence)


@cache
def alike() -> Likeness[Portrait]:
    """How portraits are put together."""
    return Likeness(
        name=_first,
        traits=_first,
        place=_first,
        keys=blocks,
        seek=searched,
        fit=_fit,
        margin=threshold("margin"),
    )


def _first(portrait: Portrait) -> str:
    return portrait.sightings[0].id


def _fit(one: Portrait, other: Portrait) -> int:
    """As `onrecord.record.groups` asks: more than 0 where the two are clearly one."""
    found = compare(one, other)
    if found.clear:
        return found.points or OPEN
    kept_apart = found.points is None or not _AGAINST.isdisjoint(found.evidence)
    return APART if kept_apart else OPEN


def doubtful(groups: Iterable[Sequence[Portrait]]) -> Iterator[tuple[Claim, Claim, str]]:
    """The pairs in different groups that may be one, each by a sighting, with the evidence."""
    placed = [(number, portrait) for number, group in enumerate(groups) for portrait in group]
    near: dict[str, list[int]] = defaultdict(list)
    for at, (_, portrait) in enumerate(placed):
        for key in blocks(portrait):
            near[key].append(at)
    pairs = {
        (min(at, other), max(at, other))
        for at, (home, portrait) in enumerate(placed)
        for key in searched(portrait)
        for other in near[key]
        if placed[other][0] != home
    }
    for at, other in sorted(pairs):
        one, rival = placed[at][1], placed[other][1]
        found = compare(one, rival)
        if found.doubtful:
            yield one.sightings[0], rival.sightings[0], found.because


def blocks(portrait: Portrait) -> frozenset[str]:
    """The keys under which a portrait is found."""
    if portrait.kinds == {"state"}:
        return frozenset()
    person = portrait.is_person
    return frozenset(key for name in portrait.names for key in blocks_of(name, is_person=person))


def searched(portrait: Portrait) -> frozenset[str]:
    """The keys under which those are found that it may be one with."""
    if not portrait.is_person:
        return blocks(portrait)
    return frozenset(key for name in portrait.names for key in searched_of(name, is_person=True))


def blocks_of(name: str, *, is_person: bool) -> frozenset[str]:
    """The keys under which a portrait with that name is found, unless it is of a state."""
    return keys_of(personal_name(name)) if is_person else body_keys(name)


def searched_of(name: str, *, is_person: bool) -> frozenset[str]:
    """The keys under which a portrait with that name looks for others."""
    return sought(personal_name(name)) if is_person else body_keys(name)


def _of_persons(one: Portrait, other: Portrait) -> tuple[Relation, ...] | None:
    pairs = product(map(personal_name, one.names), map(personal_name, other.names))
    found = [relations(*pair) for pair in pairs]
    return max(filter(None, found), key=_rank, default=None if None in found else ())


def _of_bodies(one: Portrait, other: Portrait) -> tuple[Relation, ...] | None:
    states = one.states & other.states
    pairs = product(one.names, other.names)
    return max((body_relations(*pair, states) for pair in pairs), key=_rank, default=())


def _around(one: Portrait, other: Portrait) -> Iterator[Relation]:
    """The evidence beside the names."""
    if one.states and other.states:
        other_state = "other_country" if one.is_person else "foreign"
        yield ("around", "country" if one.states & other.states else other_state)
    if one.is_person:
        yield from _of_offices(one, other)
    elif not one.kinds & other.kinds:
        yield ("around", "kind")
    if one.reports & other.reports:
        yield ("around", "apart")
        return
    shared, all_ = one.company & other.company, one.company | other.company
    share = len(shared) / len(all_) if all_ else 0
    steps = table("identity")["company_steps"]
    yield from (("around", "company") for step in steps if share >= step)


def _of_offices(one: Portrait, other: Portrait) -> Iterator[Relation]:
    """An office that both hold; or a title that both have, of something or of different things."""
    if any(of for _, of in one.offices & other.offices):
        yield ("around", "role")
        return
    pairs = product(one.offices, other.offices)
    known = [bool(a[1] and b[1]) for a, b in pairs if a[0] == b[0]]
    if known:
        yield ("around", "other_role" if all(known) else "title")


def _points(evidence: tuple[Relation, ...]) -> int:
    points = table("identity")
    return sum(points[kind][entry] for kind, entry in evidence)


def _rank(evidence: tuple[Relation, ...]) -> tuple[int, tuple[Relation, ...]]:
    return (_points(evidence), evidence)
