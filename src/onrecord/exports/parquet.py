"""The tidy tables as Parquet: one file for each kind of thing, columns of the types told."""

import os
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import islice
from tempfile import TemporaryFile

from onrecord.dictionary import schema
from onrecord.exports.chosen import Chosen, choose
from onrecord.exports.streams import pieces
from onrecord.exports.tables import Row, Table, tables
from onrecord.record import Record
from onrecord.views.selection import EVERYTHING, Selection

os.environ.setdefault("ARROW_DEFAULT_MEMORY_POOL", "system")  # Arrow's own keeps what is freed
import pyarrow as pa
from pyarrow import parquet as pq

_ROWS = 2_000  # of a row group: what is in memory at a time


def files(
    record: Record, selection: Selection = EVERYTHING
) -> Iterator[tuple[str, Iterator[bytes]]]:
    """Each file's name, and its pieces."""
    chosen = choose(record, selection)
    for table in tables():
        yield f"{table.name}.parquet", _file(table, chosen)


def _file(table: Table, chosen: Chosen) -> Iterator[bytes]:
    told = schema(table.row, table.columns)
    days = [column.name for column in table.columns if column.type == "day"]
    rows = (_with_days(row, days) for row in table.rows(chosen))
    with TemporaryFile() as file:
        with pq.ParquetWriter(file, told, compression="zstd") as writer:
            while batch := list(islice(rows, _ROWS)):
                writer.write_table(pa.Table.from_pylist(batch, schema=told))
        yield from pieces(file)


def _with_days(row: Row, names: Iterable[str]) -> Row:
    """A row with the days, else ISO 8601 as everywhere, as days."""
    return row | {name: date.fromisoformat(row[name]) for name in names if row[name]}
