"""Groups of like things, the same in any order of their coming."""

from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import TypeVar

T = TypeVar("T")

APART = 0


def group(
    items: Sequence[T],
    keys: Callable[[T], Iterable[Hashable]],
    fit: Callable[[T, T], int],
    seek: Callable[[T], Iterable[Hashable]] | None = None,
) -> list[list[T]]:
    """Put together what fits.

    `items` must come in a canonical order, the most specific first. Each item is compared only
    with the groups under the keys that it seeks (its own `keys` where `seek` is not given), so
    that the work grows with the neighbourhood, not with the record. It joins the group whose
    every member it fits (`fit` > 0) and fits best; an item that fits two groups equally well
    stays apart, and opens its own.
    """
    groups: list[list[T]] = []
    by_key: dict[Hashable, set[int]] = {}
    for item in items:
        sought = (seek or keys)(item)
        near = sorted({number for key in sought for number in by_key.get(key, ())})
        home = _home(item, [(n, groups[n]) for n in near], fit)
        if home is None:
            home = len(groups)
            groups.append([])
        groups[home].append(item)
        for key in keys(item):
            by_key.setdefault(key, set()).add(home)
    return groups


def _home(item: T, near: list[tuple[int, list[T]]], fit: Callable[[T, T], int]) -> int | None:
    best, home, tied = APART, None, False
    for number, members in near:
        score = _fit_all(item, members, fit)
        if score > best:
            best, home, tied = score, number, False
        elif score == best and score > APART:
            tied = True
    return None if tied else home


def _fit_all(item: T, members: list[T], fit: Callable[[T, T], int]) -> int:
    best = APART
    for member in members:
        score = fit(item, member)
        if score == APART:
            return APART
        best = max(best, score)
    return best


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
