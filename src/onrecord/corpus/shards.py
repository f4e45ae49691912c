"""A shard -> its tables: what one process does at a time, here or on another machine."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from onrecord.corpus.cutting import Shard
from onrecord.corpus.folder import Count, Done, Folder, replaced
from onrecord.corpus.rows import Row, refused, rows_of
from onrecord.corpus.tables import Table, tables
from onrecord.intake.attempts import read_one
from onrecord.intake.processes import overlaid
from onrecord.model import Reading, Report


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """A shard, the folder of its corpus, and what reads it."""

    shard: Shard
    place: Path
    first: int
    engine: str
    words: tuple[Path, ...]


def read_shard(task: Task) -> Done:
    """Read the reports of a shard, as far as they have not been, and write its tables.

    `first` is the place of its first report in the archive, `words` are the folders that are laid
    over the lexicon.
    """
    overlaid(task.words)
    shard, folder = task.shard, Folder(task.place)
    spool = folder.spool(shard.number)
    known = spool.found()
    for place, item in enumerate(shard.items):
        if isinstance(item, Report) and place not in known:
            spool.add(place, read_one(item))
    rows: dict[str, list[Row]] = defaultdict(list)
    for name, row in _rows(task, spool.found()):
        rows[name].append(row)
    for table in tables():
        _write(folder.file(table.name, shard.number), table, rows[table.name])
    counts = {table.name: len(rows[table.name]) for table in tables()}
    done = Done(count=Count(shards=1, **counts), next=shard.next)
    folder.mark(shard.number, done)
    return done


def _rows(task: Task, known: dict[int, Reading | str]) -> Iterator[tuple[str, Row]]:
    for place, item in enumerate(task.shard.items):
        number = task.first + place
        found = known[place] if isinstance(item, Report) else item.reason
        if isinstance(found, Reading):
            yield from rows_of(number, found, task.engine)
        else:
            yield "set_aside", refused(number, item, found)


def _write(file: Path, table: Table, rows: list[Row]) -> None:
    """The rows as one row group; the same rows give the same bytes."""
    import pyarrow as pa
    from pyarrow import parquet as pq

    schema = _schema(table)
    with replaced(file) as part:
        pq.write_table(pa.Table.from_pylist(rows, schema=schema), part, compression="zstd")


def _schema(table: Table) -> Any:
    import pyarrow as pa

    types = {
        "text": pa.string(),
        "integer": pa.int64(),
        "number": pa.float64(),
        "boolean": pa.bool_(),
        "day": pa.date32(),
        "list": pa.list_(pa.string()),
    }
    told = [pa.field(c.name, types[c.type], metadata={"meaning": c.meaning}) for c in table.columns]
    return pa.schema(told, metadata={"row": table.row})
