"""Groups of like things, the same in any order of their coming."""

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass, field
from typing import Generic, TypeVar

T = TypeVar("T")

APART = -1
OPEN = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Likeness(Generic[T]):
    """How things of one kind are compared.

    `name` tells a thing from all others. `traits` is all that `fit` looks at: things of equal
    traits are not compared again. `place` is the sentence that a thing stands in: what one
    sentence tells apart is never put together.
    A thing is compared only with the groups that lie under the keys that it seeks; the one that
    it joins fits better than any other by more than `margin`.
    """

    name: Callable[[T], Hashable]
    traits: Callable[[T], Hashable]
    place: Callable[[T], Hashable]
    keys: Callable[[T], Iterable[Hashable]]
    seek: Callable[[T], Iterable[Hashable]]
    fit: Callable[[T, T], int]
    margin: int = 0


@dataclass(frozen=True, slots=True)
class Grouping(Generic[T]):
    """Groups of like things; `torn` has what fits several groups, with one member of each."""

    groups: list[list[T]]
    torn: list[tuple[T, list[T]]]


@dataclass(slots=True)
class _Group(Generic[T]):
    number: int
    members: list[T] = field(default_factory=list)
    kinds: list[T] = field(default_factory=list)
    places: set[Hashable] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class Links:
    """The keys under which a thing lies, and those under which it looks for others.

    Things that are linked by none, not through others either, are never put together: they can be
    grouped apart.
    """

    kept: frozenset[Hashable]
    sought: frozenset[Hashable]


Course = list[tuple[tuple[Hashable, ...], Hashable]]
"""The groups that a kind fitted best, and the one that took it; the same for each rest of it.

Groups are called by the names of their founders.
"""


@dataclass(slots=True)
class Past(Generic[T]):
    """How things were grouped the last time: kinds with their courses, by their first thing's name.

    With `keeps` False it stays empty.
    """

    keeps: bool = True
    courses: dict[Hashable, tuple[list[T], Course]] = field(default_factory=dict)
    groups: dict[Hashable, _Group[T]] = field(default_factory=dict)


def group(items: Iterable[T], like: Likeness[T], past: Past[T] | None = None) -> Grouping[T]:
    """Put together what fits.

    `items` must come in a canonical order, the most specific first. Those of equal traits go
    together, so that a text copied a thousand times is compared once. A kind joins the group
    of which it fits one kind best (`fit` > 0) and is kept from none (`APART`); one that fits two
    groups equally well stays apart, and opens its own. The work grows with the neighbourhood,
    not with the record.

    With a `past` only what came or went is compared, and what seeks it or the groups that changed
    by it; the rest goes where it went before. The result is the same.
    """
    run = _Run(like, past or Past(keeps=False))
    run.take(_kinds(items, like))
    return Grouping([found.members for found in run.groups.values()], run.torn)


def links(item: T, like: Likeness[T]) -> Links:
    """What links a thing with others in `group`: its keys, and equal traits."""
    own = ("traits", like.traits(item))
    return Links(frozenset((own, *like.keys(item))), frozenset((own, *like.seek(item))))


class _Run(Generic[T]):
    """A grouping in the making, beside the past one.

    `touched` are the groups that are not what they were at this point, `changed` their keys.
    """

    def __init__(self, like: Likeness[T], past: Past[T]) -> None:
        self._like, self._past = like, past
        self.groups: dict[Hashable, _Group[T]] = {}
        self.torn: list[tuple[T, list[T]]] = []
        self._by_key: dict[Hashable, list[Hashable]] = defaultdict(list)  # sets take much memory
        self._touched: set[Hashable] = set()
        self._changed: set[Hashable] = set()

    def take(self, kinds: list[list[T]]) -> None:
        """Put all kinds into groups, in their order."""
        name, past = self._like.name, self._past
        if not past.keeps:
            for kind in kinds:
                self._settle(kind)
            return
        courses: dict[Hashable, tuple[list[T], Course]] = {}
        for gone in past.courses.keys() - {name(kind[0]) for kind in kinds}:
            self._touch(past.courses[gone][1])
        for kind in kinds:
            before = past.courses.get(name(kind[0]))
            if before and before[0] == kind and not self._is_near_change(kind):
                self._follow(kind, before[1])
                courses[name(kind[0])] = before
                continue
            courses[name(kind[0])] = now = (kind, self._settle(kind))
            if before != now:
                self._touch(now[1])
                self._touch(before[1] if before else [])
        past.courses, past.groups = courses, self.groups

    def _is_near_change(self, kind: list[T]) -> bool:
        return bool(self._changed) and not self._changed.isdisjoint(self._like.seek(kind[0]))

    def _follow(self, kind: list[T], course: Course) -> None:
        """Where it went before."""
        left = kind
        for homes, _ in course:
            left, _ = self._put(kind, left, homes)

    def _settle(self, kind: list[T]) -> Course:
        """Where it fits best, and likewise what is left of it."""
        sought = {n for key in self._like.seek(kind[0]) for n in self._by_key.get(key, ())}
        near = sorted(((n, self.groups[n]) for n in sought), key=lambda pair: pair[1].number)
        course: Course = []
        left = kind
        while left:
            homes = tuple(_homes(left, near, self._like))
            left, home = self._put(kind, left, homes)
            course.append((homes, home))
        return course

    def _put(
        self, kind: list[T], left: list[T], homes: tuple[Hashable, ...]
    ) -> tuple[list[T], Hashable]:
        """Put what is left of a kind into its only home, or one of its own; what that left over."""
        if len(homes) == 1:
            home = homes[0]
        else:
            home = self._like.name(left[0])
            self.groups[home] = _Group(len(self.groups))
        if len(homes) > 1:
            self.torn.append((left[0], [self.groups[other].members[0] for other in homes]))
        keys = set(self._like.keys(kind[0]))
        for key in keys:
            self._by_key[key].append(home)
        if home in self._touched:
            self._changed |= keys
        return _moved(left, self.groups[home], self._like), home

    def _touch(self, course: Course) -> None:
        """The groups of a course are not what they were: whoever seeks them has to look again."""
        for home in {home for _, home in course} - self._touched:
            self._touched.add(home)
            for groups in (self._past.groups, self.groups):
                for one in groups[home].kinds if home in groups else ():
                    self._changed.update(self._like.keys(one))


def _kinds(items: Iterable[T], like: Likeness[T]) -> list[list[T]]:
    """Things of equal traits; the second of a sentence goes with the seconds of others."""
    numbers: dict[Hashable, int] = {}  # of the traits, which take much memory
    kinds: dict[tuple[int, int], list[T]] = {}
    seen: Counter[tuple[int, Hashable]] = Counter()
    for item in items:
        number = numbers.setdefault(like.traits(item), len(numbers))
        here = (number, like.place(item))
        kinds.setdefault((number, seen[here]), []).append(item)
        seen[here] += 1
    return list(kinds.values())


def _homes(
    kind: list[T], near: list[tuple[Hashable, _Group[T]]], like: Likeness[T]
) -> list[Hashable]:
    """The groups that it fits best; none where it fits no group."""
    fits = {}
    for name, found in near:
        score = _best_fit(kind[0], found.kinds, like.fit)
        if score > OPEN and not all(like.place(item) in found.places for item in kind):
            fits[name] = score
    best = max(fits.values(), default=OPEN)
    return [name for name, score in fits.items() if score >= best - like.margin]


def _best_fit(item: T, others: list[T], fit: Callable[[T, T], int]) -> int:
    best = OPEN
    for other in others:
        score = fit(item, other)
        if score == APART:
            return APART
        best = max(best, score)
    return best


def _moved(kind: list[T], home: _Group[T], like: Likeness[T]) -> list[T]:
    """Puts into a group what it can take; gives back what stands in sentences that it has."""
    left = [item for item in kind if like.place(item) in home.places]
    taken = [item for item in kind if like.place(item) not in home.places]
    home.members += taken
    home.kinds.append(kind[0])
    home.places.update(map(like.place, taken))
    return left


class Union:
    """Disjoint sets over hashable nodes; the partition does not depend on the order of joins."""

    def __init__(self) -> None:
        self._above: dict[Hashable, Hashable] = {}

    def root(self, node: Hashable) -> Hashable:
        """The node that stands for the set of `node`."""
        above = self._above
        while (parent := above.get(node, node)) != node:
            above[node] = above.get(parent, parent)
            node = parent
        return node

    def join(self, one: Hashable, other: Hashable) -> bool:
        """Put two sets together; tells whether they were apart before."""
        left, right = self.root(one), self.root(other)
        if left == right:
            return False
        low, high = sorted((left, right), key=repr)
        self._above[high] = low
        return True
