"""Parquet as DuckDB reads it."""

import duckdb
import pytest

from onrecord.exports import parquet
from onrecord.exports.chosen import choose
from onrecord.exports.tables import tables

SQL = {"text": "VARCHAR", "list": "VARCHAR[]", "integer": "BIGINT", "number": "DOUBLE"} | {
    "boolean": "BOOLEAN",
    "day": "DATE",
}


@pytest.fixture(scope="module")
def folder(samples, tmp_path_factory):
    made = tmp_path_factory.mktemp("parquet")
    for name, pieces in parquet.files(samples):
        (made / name).write_bytes(b"".join(pieces))
    return made


@pytest.mark.parametrize("table", tables(), ids=lambda table: table.name)
def test_duckdb_reads_every_row_with_its_types(samples, folder, table):
    file = folder / f"{table.name}.parquet"
    head = duckdb.sql(f"DESCRIBE SELECT * FROM '{file}'").fetchall()
    assert {row[0]: row[1] for row in head} == {c.name: SQL[c.type] for c in table.columns}
    rows = list(table.rows(choose(samples)))
    found = duckdb.sql(f"SELECT * FROM '{file}'").fetchall()
    assert [[plain(value) for value in row] for row in found] == [
        [plain(row[column.name]) for column in table.columns] for row in rows
    ]


def plain(value):
    if isinstance(value, list | tuple):
        return list(value)
    return value if isinstance(value, int | float | str | None) else value.isoformat()


def test_a_hostile_record(hostile, tmp_path):
    for name, pieces in parquet.files(hostile):
        (tmp_path / name).write_bytes(b"".join(pieces))
    query = f"SELECT max(item) FROM '{tmp_path}/ledger.parquet' WHERE item LIKE '%gold%'"
    assert "\u202e" in duckdb.sql(query).fetchall()[0][0]
