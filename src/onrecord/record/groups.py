"""Groups of like things, the same in any order of their coming."""

from collections import Counter
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass, field
from typing import Generic, TypeVar

T = TypeVar("T")

APART = -1
OPEN = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Likeness(Generic[T]):
    """How things of one kind are compared.

    `traits` is all that `fit` looks at: things of equal traits are not compared again. `place`
    is the sentence that a thing stands in: what one sentence tells apart is never put together.
    A thing is compared only with the groups that lie under the keys that it seeks; the one that
    it joins fits better than any other by more than `margin`.
    """

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
    members: list[T] = field(default_factory=list)
    kinds: list[T] = field(default_factory=list)
    places: set[Hashable] = field(default_factory=set)


def group(items: Iterable[T], like: Likeness[T]) -> Grouping[T]:
    """Put together what fits.

    `items` must come in a canonical order, the most specific first. Those of equal traits go
    together, so that a text copied a thousand times is compared once. A kind joins the group
    of which it fits one kind best (`fit` > 0) and is kept from none (`APART`); one that fits two
    groups equally well stays apart, and opens its own. The work grows with the neighbourhood,
    not with the record.
    """
    groups: list[_Group[T]] = []
    torn: list[tuple[T, list[T]]] = []
    by_key: dict[Hashable, set[int]] = {}
    for kind in _kinds(items, like):
        near = sorted({n for key in like.seek(kind[0]) for n in by_key.get(key, ())})
        left = kind
        while left:
            homes = _homes(left, [(n, groups[n]) for n in near], like)
            if len(homes) > 1:
                torn.append((left[0], [groups[n].members[0] for n in homes]))
            home = homes[0] if len(homes) == 1 else len(groups)
            if home == len(groups):
                groups.append(_Group())
            left = _moved(left, groups[home], like)
            for key in like.keys(kind[0]):
                by_key.setdefault(key, set()).add(home)
    return Grouping([found.members for found in groups], torn)


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


def _homes(kind: list[T], near: list[tuple[int, _Group[T]]], like: Likeness[T]) -> list[int]:
    """The groups that it fits best; none where it fits no group."""
    fits = {}
    for number, found in near:
        score = _best_fit(kind[0], found.kinds, like.fit)
        if score > OPEN and not all(like.place(item) in found.places for item in kind):
            fits[number] = score
    best = max(fits.values(), default=OPEN)
    return [number for number, score in fits.items() if score >= best - like.margin]


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
