"""Rows and their keys -> tasks: what is linked lies together, in one file in the order of tasks."""

from array import array
from collections.abc import Iterator, Sequence
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from onrecord.corpus.database import fill, opened, store, streamed
from onrecord.corpus.folder import replaced
from onrecord.corpus.parts import Parts, packed

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection


class Gathered(msgspec.Struct, frozen=True, kw_only=True):
    """How many tasks there are, and how many keys joined nothing because a part was full."""

    tasks: int
    cut: int


def gather(
    rows: Sequence[Path], keys: Sequence[Path], file: Path, *, order: str, size: int, alone: bool
) -> Gathered:
    """Find which things are linked, and put the rows of a task together, in `order`.

    A part has at most `size` things, and a task about as many rows; with `alone` False things that
    nothing links are left out. What has been gathered before is not gathered again.
    """
    marker = file.with_suffix(".json")
    if marker.exists():
        return msgspec.json.decode(marker.read_bytes(), type=Gathered)
    with opened(file.parent, rows=rows, keys=keys) as database:
        found = _place(database, size, alone=alone)
        sql = f"SELECT task, rows.* FROM rows JOIN tasks USING (thing) ORDER BY task, {order}"  # noqa: S608
        store(database, sql, file)
    with replaced(marker) as told:
        told.write(msgspec.json.encode(found))
    return found


def _place(database: "DuckDBPyConnection", size: int, *, alone: bool) -> Gathered:
    """Make a table that tells of which task each thing is."""
    database.execute(
        "CREATE TABLE things AS SELECT thing, weight, row_number() OVER (ORDER BY thing) - 1 AS n "
        "FROM (SELECT thing, count(*) AS weight FROM rows GROUP BY thing)"
    )
    ((many,),) = database.execute("SELECT count(*) FROM things").fetchall()
    parts = Parts(many, size)
    parts.join(_blocks(database))
    made = array("q", map(parts.of, range(many)))
    fill(database, "made", {"n": range(many), "part": made})
    least = 0 if alone else 1
    weighed = streamed(
        database,
        "SELECT part, sum(weight)::BIGINT FROM made JOIN things USING (n) "  # noqa: S608
        f"GROUP BY part HAVING count(*) > {least} ORDER BY part",
    )
    given = {"part": array("q"), "task": array("q")}
    for part, task in packed(weighed, size):
        given["part"].append(part)
        given["task"].append(task)
    fill(database, "given", given)
    database.execute(
        "CREATE TABLE tasks AS SELECT thing, task FROM things JOIN made USING (n) "
        "JOIN given USING (part)"
    )
    return Gathered(tasks=max(given["task"], default=-1) + 1, cut=parts.cut)


def _blocks(database: "DuckDBPyConnection") -> Iterator[list[int]]:
    """The things under each key that links some, the rarest key first."""
    rows = streamed(
        database,
        "SELECT key, n FROM (SELECT DISTINCT thing, key FROM keys) JOIN ("
        "  SELECT key, count(DISTINCT thing) AS many FROM keys GROUP BY key"
        "  HAVING many > 1 AND bool_or(kept) AND bool_or(sought)"
        ") USING (key) JOIN things USING (thing) ORDER BY many, key, n",
    )
    for _, block in groupby(rows, itemgetter(0)):
        yield [thing for _, thing in block]
