"""The tidy tables as Parquet: one file for each kind of thing, columns of the types told."""

import os
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import islice
from tempfile import TemporaryFile

from onrecord.exports.chosen import Chosen, choose
from onrecord.exports.streams import pieces
from onrecord.exports.tables import Row, Table, tables
from onrecord.record import Record
from onrecord.views.selection import EVERYTHING, Selection

os.environ.setdefault("ARROW_DEFAULT_MEMORY_POOL", "system")  # Arrow's own keeps what is freed
import pyarrow as pa
from pyarrow import parquet as pq

_ROWS = 2_000  # of a row group: what is in memory at a time
_TYPES = {
    "text": pa.string(),
    "integer": pa.int64(),
    "number": pa.float64(),
    "boolean": pa.bool_(),
    "day": pa.date32(),
    "list": pa.list_(pa.string()),
}


def files(
    record: Record, selection: Selection = EVERYTHING
) -> Iterator[tuple[str, Iterator[bytes]]]:
    """Each file's name, and its pieces."""
    chosen = choose(record, selection)
    for table in tables():
        yield f"{table.name}.parquet", _file(table, chosen)


def _file(table: Table, chosen: Chosen) -> Iterator[bytes]:
    told = [
        pa.field(c.name, _TYPES[c.type], metadata={"meaning": c.meaning}) for c in table.columns
    ]
    schema = pa.schema(told, metadata={"row": table.row})
    days = [column.name for column in table.columns if column.type == "day"]
    rows = (_with_days(row, days) for row in table.rows(chosen))
    with TemporaryFile() as file:
        with pq.ParquetWriter(file, schema, compression="zstd") as writer:
            while batch := list(islice(rows, _ROWS)):
                writer.write_table(pa.Table.from_pylist(batch, schema=schema))
        yield from pieces(file)


def _with_days(row: Row, names: Iterable[str]) -> Row:
    """A row with the days, else ISO 8601 as everywhere, as days."""
    return row | {name: date.fromisoformat(row[name]) for name in names if row[name]}
