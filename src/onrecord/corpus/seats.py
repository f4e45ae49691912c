"""Where work on a corpus is done, and how it is given out."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, wait
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol, TypeVar

T = TypeVar("T")

TRIES = 2  # deaths over one piece of work until it is given up: a worker may die of something else


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """A piece of work: the folder of its corpus, and what does it.

    `words` are the folders that are laid over the lexicon.
    """

    place: Path
    engine: str
    words: tuple[Path, ...]


J = TypeVar("J", bound=Job)


class Seat(Protocol):
    """Where one job is done at a time."""

    @property
    def death(self) -> tuple[type[BaseException], ...]:
        """What a future raises whose worker is gone."""

    def do(self, job: Callable[[J], T], task: J) -> "Future[T]":
        """Begin a job."""

    def close(self) -> None:
        """End whatever is done here."""


def spread(
    seats: Sequence[Seat],
    job: Callable[[J], object],
    tasks: Iterable[J],
    told: Callable[[], object],
) -> None:
    """Have all tasks done, in any order; `told` hears of each.

    Raises `ValueError` where workers die over one of them.
    """
    idle, waiting = list(seats), iter(tasks)
    busy: dict[Future[object], tuple[Seat, J]] = {}
    deaths: Counter[J] = Counter()
    while True:
        while idle and (task := next(waiting, None)):
            seat = idle.pop()
            busy[seat.do(job, task)] = seat, task
        if not busy:
            return
        for future in wait(busy, return_when=FIRST_COMPLETED).done:
            seat, task = busy.pop(future)
            try:
                future.result()
            except seat.death as error:
                deaths[task] += 1
                if deaths[task] >= TRIES:
                    raise ValueError("workers died over the same piece of work") from error
                busy[seat.do(job, task)] = seat, task
            else:
                idle.append(seat)
                told()
