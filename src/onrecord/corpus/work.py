"""The folder of a merge in the making, and what one worker is given of it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec

from onrecord import wire
from onrecord.corpus.folder import Folder, name_of
from onrecord.corpus.rows import Row
from onrecord.corpus.seats import Job
from onrecord.corpus.tables import tables, write
from onrecord.model import Reading
from onrecord.record.blocking import mark
from onrecord.record.groups import Links

SPARE = "spare.json"
_BATCH = 100  # readings that are in memory at a time


@dataclass(frozen=True, slots=True, kw_only=True)
class Step(Job):
    """A shard or a task of a step of merging, by its number."""

    number: int

    @property
    def work(self) -> Path:
        """The folder of the merge."""
        return Folder(self.place).merging

    def file(self, table: str) -> Path:
        """Where a table of this shard or task lies."""
        if any(table == one.name for one in tables("between")):
            return self.work / table / f"{name_of(self.number)}.parquet"
        return Folder(self.place).file(table, self.number)

    def write(self, **rows: Iterable[Mapping[str, Any]]) -> None:
        """Write tables; where the last one is, all are."""
        told = {table.name: table for table in (*tables("between"), *tables("merged"))}
        for name, own in rows.items():
            file = self.file(name)
            file.parent.mkdir(parents=True, exist_ok=True)
            write(file, told[name], own)

    def readings(self) -> Iterator[tuple[int, Reading]]:
        """The readings of a shard, each with its place in the archive; of equal reports one."""
        from pyarrow import parquet as pq

        spare = frozenset(msgspec.json.decode((self.work / SPARE).read_bytes(), type=list[int]))
        file = pq.ParquetFile(Folder(self.place).file("reports", self.number))
        for batch in file.iter_batches(batch_size=_BATCH, columns=["number", "reading"]):
            for row in batch.to_pylist():
                if row["number"] not in spare:
                    yield row["number"], wire.decode(row["reading"])


def rows_of_links(thing: int, links: Links) -> Iterator[Row]:
    """The keys of a thing, a row each."""
    for key in links.kept | links.sought:
        kept, sought = key in links.kept, key in links.sought
        yield {"thing": thing, "key": mark(key), "kept": kept, "sought": sought}
