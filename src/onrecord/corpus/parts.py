"""Things and the keys that link them -> parts that can be merged apart."""

from array import array
from collections.abc import Iterable, Iterator, Sequence


class Parts:
    """Disjoint sets of things, which are numbers from 0; each thing is a part until it is joined.

    `many` is how many things there are. A key that would make a part of more than `bound` things
    joins nothing: `cut` counts those keys. Takes 16 bytes for each thing.
    """

    def __init__(self, many: int, bound: int) -> None:
        self._above = array("q", range(many))
        self._sizes = array("q", [1]) * many
        self._bound = bound
        self.cut = 0

    def join(self, blocks: Iterable[Sequence[int]]) -> None:
        """Put together what lies under one key, key by key."""
        for block in blocks:
            first, *others = {self.of(thing) for thing in block}
            if not others:
                continue
            if self._sizes[first] + sum(self._sizes[other] for other in others) > self._bound:
                self.cut += 1
                continue
            top = min(first, *others)
            for root in (first, *others):
                if root != top:
                    self._above[root] = top
                    self._sizes[top] += self._sizes[root]

    def of(self, thing: int) -> int:
        """The least thing of the part that a thing is in."""
        above = self._above
        while (parent := above[thing]) != thing:
            above[thing] = above[parent]
            thing = parent
        return thing


def packed(parts: Iterable[tuple[int, int]], weight: int) -> Iterator[tuple[int, int]]:
    """For each part, with what it weighs, the task that takes it: up to that weight in all."""
    task = held = 0
    for part, heavy in parts:
        if held and held + heavy > weight:
            task, held = task + 1, 0
        held += heavy
        yield part, task
