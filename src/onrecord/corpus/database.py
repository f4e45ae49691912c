"""DuckDB over Parquet files in little memory: what does not fit goes to the disk."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from onrecord.corpus.tables import tables
from onrecord.dictionary import schema

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_MEMORY = "1GB"
_FETCHED = 10_000  # rows at a time
_GROUP = 5_000  # rows of a row group: a reader of some rows reads the groups that they are in

Row = tuple[Any, ...]


def connected(**config: str) -> "DuckDBPyConnection":
    """A database in memory that writes nothing of its progress between the data."""
    import duckdb

    database = duckdb.connect(config=dict(config))
    database.execute("SET enable_progress_bar = false")
    return database


@contextmanager
def opened(work: Path, **files: Sequence[Path]) -> "Iterator[DuckDBPyConnection]":
    """A database with views of tables, each over these files of it; it spills into `work`.

    Raises `ValueError` for files that cannot be read, and where there is no room left.
    """
    import duckdb

    spilt = {"memory_limit": _MEMORY, "temp_directory": str(work / "spilt")}
    try:
        with connected(**spilt, preserve_insertion_order="false") as database:
            for name, own in files.items():
                view(database, name, own)
            yield database
    except duckdb.Error as error:
        raise ValueError(str(error).partition("\n")[0]) from error


def view(database: "DuckDBPyConnection", table: str, files: Sequence[Path]) -> None:
    """A view of a table over its files, of which there may be none."""
    if files:
        database.read_parquet([str(file) for file in files]).create_view(table)
    else:
        told = {one.name: one for one in (*tables("merged"), *tables("between"))}[table]
        database.register(table, schema(told.row, told.columns).empty_table())


def streamed(database: "DuckDBPyConnection", sql: str) -> Iterator[Row]:
    """The rows of an answer; the database can be asked other things meanwhile."""
    found = database.cursor().execute(sql)
    while rows := found.fetchmany(_FETCHED):
        yield from rows


def fill(database: "DuckDBPyConnection", table: str, columns: Mapping[str, Any]) -> None:
    """Add rows to a table, made if it is not there, column by column."""
    import pyarrow as pa

    database.register("filling", pa.table(dict(columns)))
    database.execute(f"CREATE TABLE IF NOT EXISTS {table} AS FROM filling LIMIT 0")
    database.execute(f"INSERT INTO {table} FROM filling")
    database.unregister("filling")


def store(database: "DuckDBPyConnection", sql: str, file: Path) -> None:
    """The answer to a query as a Parquet file, which gets its name when it is whole."""
    part = file.with_name(f".{file.name}.part")
    quoted = str(part).replace("'", "''")
    database.execute(
        f"COPY ({sql}) TO '{quoted}' (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE {_GROUP})"
    )
    part.replace(file)


def rows_of(file: Path, *where: tuple[str, str, Any]) -> list[dict[str, Any]]:
    """The rows of a Parquet file, in their order: those of which all of these hold."""
    from pyarrow import parquet as pq

    rows: list[dict[str, Any]] = pq.read_table(file, filters=list(where) or None).to_pylist()
    return rows
