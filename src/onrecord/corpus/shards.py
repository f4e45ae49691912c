"""A shard -> its tables: what one process does at a time, here or on another machine."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.corpus.cutting import Shard
from onrecord.corpus.folder import Count, Done, Folder
from onrecord.corpus.rows import Row, refused, rows_of
from onrecord.corpus.seats import Job
from onrecord.corpus.tables import tables, write
from onrecord.intake.attempts import read_one
from onrecord.intake.processes import overlaid
from onrecord.model import Reading, Report


@dataclass(frozen=True, slots=True, kw_only=True)
class Task(Job):
    """A shard to be read; `first` is the place of its first report in the archive."""

    shard: Shard
    first: int


def read_shard(task: Task) -> Done:
    """Read the reports of a shard, as far as they have not been, and write its tables."""
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
        write(folder.file(table.name, shard.number), table, rows[table.name])
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
