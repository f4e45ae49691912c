"""The folder of a corpus: what it was made from, which shards are done, where their tables lie.

`corpus.json` tells what the corpus is of, `done/` has a marker for each shard that is whole, each
table has a folder with a file for each shard, `work/` is for shards in the making, and
`complete.json` says that all is done. Every file gets its name when it is whole; nothing in it
depends on when or by how many processes it was made.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from functools import reduce
from pathlib import Path
from shutil import rmtree
from tempfile import NamedTemporaryFile
from typing import IO

import msgspec

from onrecord.corpus.cutting import Input, Place
from onrecord.corpus.spool import Spool


class Making(msgspec.Struct, frozen=True, kw_only=True):
    """What a corpus is made of: the archive, the reports of a shard, what reads them."""

    inputs: tuple[Input, ...]
    engine: str
    size: int
    published: str | None = None
    version: int = 1


class Count(msgspec.Struct, frozen=True, kw_only=True):
    """How much there is of everything."""

    shards: int = 0
    reports: int = 0
    set_aside: int = 0
    actors: int = 0
    events: int = 0
    commitments: int = 0
    figures: int = 0
    statements: int = 0

    @property
    def tried(self) -> int:
        """How many reports have been read or set aside."""
        return self.reports + self.set_aside

    def __add__(self, other: "Count") -> "Count":
        names = self.__struct_fields__
        return Count(**{name: getattr(self, name) + getattr(other, name) for name in names})


class Done(msgspec.Struct, frozen=True, kw_only=True):
    """The marker of a shard: what is in it, and where the next one begins."""

    count: Count
    next: Place


class Folder:
    """A corpus on the disk."""

    def __init__(self, place: Path) -> None:
        self.place = place

    def begin(self, making: Making) -> None:
        """Make the folder, or take up the work in it.

        Raises `ValueError` where the folder holds another corpus, or something else.
        """
        told = self.place / "corpus.json"
        if told.exists():
            before = self.making()
            for name in ("size", "engine", "published", "inputs"):
                if getattr(before, name) != getattr(making, name):
                    raise ValueError(
                        f"{self.place} holds a corpus with other {name}: choose another folder"
                    )
        elif self.place.exists() and any(self.place.iterdir()):
            raise ValueError(f"{self.place} is not empty, and no corpus: choose another folder")
        for name in ("done", "work"):
            (self.place / name).mkdir(parents=True, exist_ok=True)
        self.clear()
        if not told.exists():
            with replaced(told) as file:
                file.write(msgspec.json.encode(making) + b"\n")

    def clear(self) -> None:
        """Take away the half files of readers that died."""
        for part in self.place.glob("*/.*.part"):
            part.unlink(missing_ok=True)

    def making(self) -> Making:
        """What it is made of. Raises `ValueError` where this is no corpus."""
        try:
            return msgspec.json.decode((self.place / "corpus.json").read_bytes(), type=Making)
        except (FileNotFoundError, NotADirectoryError, msgspec.MsgspecError) as error:
            raise ValueError(f"{self.place} is no corpus") from error

    def spool(self, shard: int) -> Spool:
        """What has been read of a shard so far."""
        return Spool(self.place / "work" / f"{name_of(shard)}.jsonl")

    def mark(self, shard: int, done: Done) -> None:
        """A shard is whole."""
        with replaced(self._marker(shard)) as file:
            file.write(msgspec.json.encode(done) + b"\n")
        self.spool(shard).remove()

    def done(self, shard: int) -> Done | None:
        """The marker of a shard, if it is whole."""
        try:
            return msgspec.json.decode(self._marker(shard).read_bytes(), type=Done)
        except FileNotFoundError:
            return None

    def shards(self) -> list[int]:
        """The shards that are whole."""
        return sorted(int(file.stem) for file in (self.place / "done").glob("[0-9]*.json"))

    def first_open(self) -> Place:
        """Where the first shard begins that is not whole."""
        place = Place()
        while done := self.done(place.shard):
            place = done.next
        return place

    def count(self) -> Count:
        """How much is in the shards that are whole."""
        found = (done.count for shard in self.shards() if (done := self.done(shard)))
        return reduce(Count.__add__, found, Count())

    def finish(self) -> None:
        """All shards are whole."""
        self.clear()
        rmtree(self.place / "work", ignore_errors=True)
        with replaced(self.place / "complete.json") as file:
            file.write(msgspec.json.encode(self.count()) + b"\n")

    @property
    def merging(self) -> Path:
        """Where what is needed while it is merged lies."""
        return self.place / "merging"

    @property
    def is_complete(self) -> bool:
        """Whether the whole archive has been read."""
        return (self.place / "complete.json").exists()

    def file(self, table: str, shard: int) -> Path:
        """Where a table of a shard lies."""
        return self.place / table / f"{name_of(shard)}.parquet"

    def _marker(self, shard: int) -> Path:
        return self.place / "done" / f"{name_of(shard)}.json"


def name_of(shard: int) -> str:
    """The number of a shard so that names sort as numbers do."""
    return f"{shard:08}"


@contextmanager
def replaced(target: Path) -> Iterator[IO[bytes]]:
    """A file that gets its name when it is whole and on the disk."""
    target.parent.mkdir(exist_ok=True)
    with NamedTemporaryFile(
        dir=target.parent, prefix=f".{target.name}.", suffix=".part", delete=False
    ) as part:
        try:
            yield part
            part.flush()
            os.fsync(part.fileno())
        except BaseException:
            Path(part.name).unlink(missing_ok=True)
            raise
    Path(part.name).chmod(0o644)
    Path(part.name).replace(target)
