"""What one fold worked out, kept for the next: what is as it was is not worked out again."""

from collections.abc import Callable, Hashable
from functools import partial
from typing import Any, Generic, ParamSpec, TypeVar

from onrecord.record.groups import Past

P = ParamSpec("P")
T = TypeVar("T")


class Part(Generic[T]):
    """The answers of one question, each kept as long as every fold asks for it again."""

    def __init__(self, *, keeps: bool) -> None:
        self._keeps = keeps
        self._last: dict[Hashable, tuple[object, T]] = {}
        self._now: dict[Hashable, tuple[object, T]] = {}

    def get(self, key: Hashable, given: object, work: Callable[[], T]) -> T:
        """The answer that is kept under `key`, if it was worked out from what equals `given`."""
        if not self._keeps:
            return work()
        kept = self._now.get(key) or self._last.get(key)
        if kept is None or kept[0] != given:
            kept = (given, work())
        self._now[key] = kept
        return kept[1]

    def turn(self) -> None:
        """A fold begins: what the last one that asked did not ask for is forgotten."""
        if self._now:
            self._last, self._now = self._now, {}


class Memory:
    """What folds of one record remember of each other; one at a time may use it.

    Whatever is kept is kept with all that it follows from, so that a fold with a memory gives
    what a fold without one does, whatever was folded before. With `keeps` False nothing is kept.
    """

    def __init__(self, *, keeps: bool = True) -> None:
        self._keeps = keeps
        self._parts: dict[str, Part[Any]] = {}

    def part(self, name: str) -> Part[Any]:
        """The answers of the question of that name."""
        return self._parts.setdefault(name, Part(keeps=self._keeps))

    def once(self, work: Callable[P, T], *given: P.args, **named: P.kwargs) -> T:
        """What a pure function makes of these; what it made the last time, if these are as then."""
        make: Callable[[], T] = partial(work, *given, **named)
        made: T = self.part("once").get(work, (given, named), make)
        return made

    def past(self, name: str, key: Hashable = None) -> Past[Any]:
        """How the grouping of that name went the last time; one of several by its key."""
        found: Past[Any] = self.part(f"past {name}").get(
            key, None, partial(Past, keeps=self._keeps)
        )
        return found

    def turn(self) -> None:
        """A fold begins."""
        for part in self._parts.values():
            part.turn()


FORGETFUL = Memory(keeps=False)
"""What a single fold uses."""
