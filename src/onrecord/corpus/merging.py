"""A corpus -> its parties and happenings: the record's own rules, on parts that nothing links.

Each step is done for shards or for tasks, by whoever is idle; between two steps the rows are put in
the order of the tasks that they are for. A step that was done is not done again.
"""

from collections.abc import Callable, Iterable, Sequence
from contextlib import ExitStack
from itertools import count
from pathlib import Path
from shutil import rmtree

import msgspec

from onrecord.corpus import between
from onrecord.corpus.database import opened
from onrecord.corpus.folder import Folder, replaced
from onrecord.corpus.gathering import gather
from onrecord.corpus.happening import claims, merged_events
from onrecord.corpus.naming import copies, name_keys, parties, sift
from onrecord.corpus.seats import Seat, spread
from onrecord.corpus.tables import tables
from onrecord.corpus.work import Step
from onrecord.intake.attempts import engine
from onrecord.lexicon import overlays

MERGED = "merged.json"
Told = Callable[[str, int, int], object]
"""Hears of what, how many pieces are done, and of how many."""


class Merged(msgspec.Struct, frozen=True, kw_only=True):
    """What a merge came to; `cut` has for each step the keys that joined nothing (`gathering`)."""

    engine: str
    size: int
    parties: int
    happenings: int
    cut: dict[str, int]


def merged(folder: Folder) -> Merged | None:
    """What a merge of the whole corpus came to, if there has been one."""
    try:
        return msgspec.json.decode((folder.place / MERGED).read_bytes(), type=Merged)
    except FileNotFoundError:
        return None


def finished(folder: Folder, size: int) -> Merged | None:
    """A merge with parts of that size by this engine, if it has come to its end."""
    found = merged(folder)
    if found is None or (found.engine, found.size) != (engine(), size):
        return None
    rmtree(folder.merging, ignore_errors=True)
    return found


def merge(folder: Folder, seats: Sequence[Seat], size: int, told: Told) -> Merged:
    """Merge a whole corpus, or go on with it; `told` hears of every piece of work.

    Raises `ValueError` where workers die over a piece of work.
    """
    with ExitStack() as stack:
        for seat in seats:
            stack.callback(seat.close)
        making = engine()
        _begin(folder, making, size)
        return _Merge(folder, seats, making, size, told).run()


def _begin(folder: Folder, engine: str, size: int) -> None:
    """Make the folder of the work; what was made otherwise goes."""
    work = folder.merging
    making, marker = msgspec.json.encode([engine, size]), work / "merging.json"
    folder.clear()
    if not marker.exists() or marker.read_bytes() != making:
        (folder.place / MERGED).unlink(missing_ok=True)
        for old in (work, *(folder.place / table.name for table in tables("merged"))):
            rmtree(old, ignore_errors=True)
        work.mkdir()
        with replaced(marker) as file:
            file.write(making)


class _Merge:
    """A merge in the making."""

    def __init__(
        self, folder: Folder, seats: Sequence[Seat], engine: str, size: int, told: Told
    ) -> None:
        self._folder, self._seats, self._told = folder, seats, told
        self._engine, self._size = engine, size
        self._work = folder.merging
        self._shards = folder.shards()
        self._cut: dict[str, int] = {}

    def run(self) -> Merged:
        """All steps, one after the other."""
        work, shards = self._work, self._shards
        between.spare(work, self._files(shards, "reports"))
        self._do("texts", sift, shards, "sightings")
        texts = self._gather("texts", "text_keys", "report", alone=False)
        self._do("copies", copies, texts, "copies")
        between.codes(work, self._files(shards, "sightings"))
        self._do("names", name_keys, shards, "name_keys")
        names = self._gather("sightings", "name_keys", "report, place", alone=True)
        self._do("parties", parties, names, "identities")
        made = {name: self._files(names, name) for name in ("identities", "parties", "names")}
        read = {"texts": self._files(shards, "texts"), "copies": self._files(texts, "copies")}
        between.known(work, made | read)
        self._do("events", claims, shards, "claims")
        events = self._gather("claims", "event_keys", "report, thing", alone=True)
        self._do("happenings", merged_events, events, "happenings")
        return self._finish(names, events)

    def _do(
        self, what: str, job: Callable[[Step], None], numbers: Iterable[int], last: str
    ) -> None:
        """Do a job for each of these numbers where the table is missing that it writes last."""
        steps = [self._step(number) for number in numbers]
        left = [step for step in steps if not step.file(last).exists()]
        done = count(len(steps) - len(left) + 1)
        spread(self._seats, job, left, lambda: self._told(what, next(done), len(steps)))

    def _gather(self, rows: str, keys: str, order: str, *, alone: bool) -> range:
        """The tasks that the rows of a table make: what is linked lies in one."""
        found = gather(
            self._files(self._shards, rows),
            self._files(self._shards, keys),
            self._work / f"{rows}.parquet",
            order=order,
            size=self._size,
            alone=alone,
        )
        self._cut[rows] = found.cut
        return range(found.tasks)

    def _step(self, number: int) -> Step:
        return Step(place=self._folder.place, engine=self._engine, words=overlays(), number=number)

    def _files(self, numbers: Iterable[int], table: str) -> list[Path]:
        return [self._step(number).file(table) for number in numbers]

    def _finish(self, names: Iterable[int], events: Iterable[int]) -> Merged:
        """All is merged: the work goes."""
        files = {"parties": self._files(names, "parties")}
        files["happenings"] = self._files(events, "happenings")
        with opened(self._work, **files) as database:
            sql = "SELECT (SELECT count(*) FROM parties), (SELECT count(*) FROM happenings)"
            ((parties, happenings),) = database.execute(sql).fetchall()
        found = Merged(
            engine=self._engine,
            size=self._size,
            parties=parties,
            happenings=happenings,
            cut=self._cut,
        )
        with replaced(self._folder.place / MERGED) as file:
            file.write(msgspec.json.encode(found) + b"\n")
        rmtree(self._work)
        return found
