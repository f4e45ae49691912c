"""A Parquet file of articles, one a row -> reports."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO

from onrecord.documents import Refusal, UnreadableError, row_report
from onrecord.model import Report

_BATCH = 100  # rows that are in memory at a time


def parquet_reports(
    file: BinaryIO, path: Path, *, published: str | None
) -> Iterator[tuple[Report | Refusal, float]]:
    """A report or a refusal for each row, with the share of the rows that has been read.

    Columns have the names that fields have in JSON Lines; days and times are taken as ISO 8601.
    """
    import pyarrow as pa
    from pyarrow import parquet as pq

    number = 0
    try:
        table = pq.ParquetFile(file)
        rows = table.metadata.num_rows
        for batch in table.iter_batches(batch_size=_BATCH):
            for row in batch.to_pylist():
                number += 1
                yield _row(row, path, number, published), number / rows
    except (pa.ArrowException, OSError, ValueError):
        yield Refusal(path, "not a Parquet file, or a broken one", number + 1), 1.0


def _row(row: dict[str, Any], path: Path, number: int, published: str | None) -> Report | Refusal:
    fields = {name: _plain(value) for name, value in row.items() if value is not None}
    try:
        return row_report(fields, path, published=published)
    except UnreadableError as error:
        return Refusal(path, str(error), number)


def _plain(value: Any) -> Any:
    return value.isoformat() if hasattr(value, "isoformat") else value
