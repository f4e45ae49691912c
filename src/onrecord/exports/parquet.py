"""The tidy tables as Parquet: one file for each kind of thing, columns of the types told."""

import os
from collections.abc import Iterator
from itertools import islice
from tempfile import TemporaryFile

from onrecord.exports.chosen import Chosen, choose
from onrecord.exports.streams import pieces
from onrecord.exports.tables import Column, Table, tables
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
    "day": pa.string(),  # ISO 8601, as everywhere else; made a date32 below
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
    rows = table.rows(chosen)
    with TemporaryFile() as file:
        with pq.ParquetWriter(file, _stored(schema, table.columns), compression="zstd") as writer:
            while batch := list(islice(rows, _ROWS)):
                held = pa.Table.from_pylist(batch, schema=schema)
                writer.write_table(held.cast(_stored(schema, table.columns)))
        yield from pieces(file)


def _stored(schema: pa.Schema, columns: tuple[Column, ...]) -> pa.Schema:
    """With days as days."""
    for index, column in enumerate(columns):
        if column.type == "day":
            schema = schema.set(index, schema.field(index).with_type(pa.date32()))
    return schema
