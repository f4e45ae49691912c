"""An archive -> a corpus: shards to whoever is idle, and what happens when a reader dies."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, wait
from contextlib import ExitStack
from dataclasses import dataclass

from onrecord.corpus.cutting import Shard, cut
from onrecord.corpus.folder import Count, Done, Folder
from onrecord.corpus.seats import TRIES, Seat
from onrecord.corpus.shards import Task, read_shard
from onrecord.intake.attempts import READER_DIED
from onrecord.lexicon import overlays
from onrecord.model import Report


@dataclass(frozen=True, slots=True, kw_only=True)
class Advance:
    """How far a run is: what was there at its beginning and what is now, as shares of all bytes."""

    before: Count
    now: Count
    share_before: float
    share: float

    @property
    def fresh(self) -> int:
        """How many reports this run has dealt with."""
        return self.now.tried - self.before.tried

    @property
    def fresh_share(self) -> float:
        """The share of the archive that this run has dealt with."""
        return self.share - self.share_before


Told = Callable[[Advance], object]


def make(folder: Folder, seats: Sequence[Seat], told: Told) -> Count:
    """Read what has not been read of an archive, and return what is in the whole corpus.

    `folder` has been begun. `told` hears after each shard how far that is.
    """
    with ExitStack() as stack:
        for seat in seats:
            stack.callback(seat.close)
        making, begin = folder.making(), folder.first_open()
        shards = cut(making.inputs, making.size, making.published, begin)
        _Desk(folder, seats, told).read(shards)
        folder.finish()
    return folder.count()


class _Desk:
    """Gives out shards, and knows who reads which."""

    def __init__(self, folder: Folder, seats: Sequence[Seat], told: Told) -> None:
        self._folder, self._told = folder, told
        self._making = folder.making()
        self._bytes = sum(one.bytes for one in self._making.inputs) or 1
        self._idle = list(seats)
        self._busy: dict[Future[Done], tuple[Seat, Shard]] = {}
        self._deaths: Counter[tuple[int, int]] = Counter()
        self._before = self._now = folder.count()
        self._reached = self._begun = folder.first_open().bytes

    def read(self, shards: Iterable[Shard]) -> None:
        for shard in shards:
            if self._folder.done(shard.number):
                continue
            while not self._idle:
                self._settle()
            self._give(self._idle.pop(), shard)
        while self._busy:
            self._settle()

    def _give(self, seat: Seat, shard: Shard) -> None:
        task = Task(
            shard=shard,
            place=self._folder.place,
            first=shard.number * self._making.size,
            engine=self._making.engine,
            words=overlays(),
        )
        self._busy[seat.do(read_shard, task)] = seat, shard

    def _settle(self) -> None:
        """Wait for somebody, and see how it went."""
        for future in wait(self._busy, return_when=FIRST_COMPLETED).done:
            seat, shard = self._busy.pop(future)
            try:
                done = future.result()
            except seat.death:
                self._bury(shard)
                self._give(seat, shard)
            else:
                self._idle.append(seat)
                self._now += done.count
                self._reached = max(self._reached, shard.next.bytes)
                self._told(self._advance())

    def _advance(self) -> Advance:
        return Advance(
            before=self._before,
            now=self._now,
            share_before=self._begun / self._bytes,
            share=self._reached / self._bytes,
        )

    def _bury(self, shard: Shard) -> None:
        """Set aside the report that a reader died over, if it was not the first one."""
        spool = self._folder.spool(shard.number)
        known = spool.found()
        places = (p for p, item in enumerate(shard.items) if isinstance(item, Report))
        last = next((place for place in places if place not in known), len(shard.items))
        self._deaths[shard.number, last] += 1
        if self._deaths[shard.number, last] < TRIES:
            return
        if last == len(shard.items):
            raise RuntimeError(f"the tables of shard {shard.number} cannot be written")
        spool.add(last, READER_DIED)
