"""Tidy CSV as DuckDB reads it."""

import csv
import io
import zipfile

import duckdb
import made_up
import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.exports import tidy
from onrecord.exports.archive import archive
from onrecord.exports.cells import cell, csv_line
from onrecord.exports.chosen import choose
from onrecord.exports.tables import tables
from onrecord.views import select

TEXT = st.text(st.characters(codec="utf-8"))
NASTY = st.text(st.sampled_from("=+-@\t\r\n\"',;＝a \u202e\x1b"))
SQL = {"text": "VARCHAR", "list": "VARCHAR", "integer": "BIGINT", "number": "DOUBLE"} | {
    "boolean": "BOOLEAN",
    "day": "DATE",
}


def written(record, folder, *selection):
    for name, pieces in tidy.files(record, *selection):
        (folder / name).write_bytes(b"".join(pieces))


def loaded(folder, table):
    """The table as DuckDB reads it with the types of the data dictionary."""
    columns = {column.name: SQL[column.type] for column in table.columns}
    return duckdb.sql(
        f"SELECT * FROM read_csv('{folder / table.name}.csv', columns={columns}, header=true, "
        "auto_detect=false, quote='\"', escape='\"', delim=',', nullstr='', strict_mode=true, "
        "allow_quoted_nulls=false, new_line='\\n')"
    )


@pytest.mark.parametrize("table", tables(), ids=lambda table: table.name)
def test_duckdb_reads_every_row_with_its_types(samples, tmp_path, table):
    written(samples, tmp_path)
    rows = list(table.rows(choose(samples)))
    found = loaded(tmp_path, table).fetchall()
    assert len(found) == len(rows)
    assert rows or table.name in {"roles", "conflicts"}
    numbers = [c.name for c in table.columns if c.type in {"number", "integer", "boolean"}]
    names = [column.name for column in table.columns]
    told = [{name: row[name] for name in numbers} for row in rows]
    assert [
        {name: value for name, value in zip(names, row, strict=True) if name in numbers}
        for row in found
    ] == told


def test_tables_join(samples, tmp_path):
    written(samples, tmp_path)
    for name in ("ledger", "events", "statements", "figures", "claims", "sources"):
        loaded(tmp_path, next(t for t in tables() if t.name == name)).create_view(name)
    try:
        for name in ("ledger", "events", "statements", "figures"):
            lost = f"SELECT id FROM {name} WHERE id NOT IN (SELECT fact FROM claims)"
            assert duckdb.sql(lost).fetchall() == []
        lost = "SELECT id FROM claims WHERE report NOT IN (SELECT report FROM sources)"
        assert duckdb.sql(lost).fetchall() == []
    finally:
        for name in ("ledger", "events", "statements", "figures", "claims", "sources"):
            duckdb.sql(f"DROP VIEW {name}")


def test_the_dictionary_tells_of_every_column(hostile):
    told = list(csv.DictReader(io.StringIO(b"".join(tidy.dictionary()).decode())))
    shown = dict(tidy.files(hostile))
    for table in tables():
        head = next(iter(shown[f"{table.name}.csv"])).decode().strip().split(",")
        assert head == [row["column"] for row in told if row["table"] == table.name]
    assert all(row["meaning"] and row["type"] in SQL for row in told)


@pytest.mark.parametrize("table", tables(), ids=lambda table: table.name)
def test_cells_are_of_the_type_that_the_dictionary_tells(hostile, table):
    kinds = {"text": str, "day": str, "integer": int, "number": int | float, "boolean": bool}
    kinds["list"] = tuple
    for row in table.rows(choose(hostile)):
        for column in table.columns:
            assert row[column.name] is None or isinstance(row[column.name], kinds[column.type])


@given(st.lists(st.one_of(TEXT, NASTY, st.integers(), st.none(), st.booleans()), min_size=2))
def test_a_row_comes_back_as_it_was_and_holds_no_formula(values):
    line = csv_line([cell(value) for value in values]).decode()
    (found,) = csv.reader(io.StringIO(line, newline=""), strict=True)
    assert len(found) == len(values)
    for value, read in zip(values, found, strict=True):
        if isinstance(value, str):
            assert not read.startswith(("=", "+", "-", "@", "\t", "\r", "\n", "＝"))
            assert read in {value, f"'{value}"}
        elif isinstance(value, int) and not isinstance(value, bool):
            assert int(read) == value


def test_hostile_text_is_text(hostile):
    for name, pieces in tidy.files(hostile):
        for row in csv.reader(io.StringIO(b"".join(pieces).decode(), newline="")):
            assert not [c for c in row if c.startswith(("=", "+", "-", "@"))], name
    parts = dict(tidy.files(hostile))
    assert "\u202e" in b"".join(parts["events.csv"]).decode()


def test_filters_pick_what_the_listings_pick(hostile):
    selection = select(hostile, actor="Sudmark")
    chosen = choose(hostile, selection)
    found = {table.name: list(table.rows(chosen)) for table in tables()}
    assert {row["party"] for row in found["ledger"]} == {"Sudmark"}
    assert [row["name"] for row in found["actors"]] == ["Sudmark"]
    assert [row["report"] for row in found["sources"]] == ["1a" * 32]
    nothing = choose(hostile, select(hostile, mission="STABMAR", actor="Thieves"))
    assert not list(nothing.facts())
    assert nothing.reports == ()


def test_the_archive_holds_the_files_and_is_the_same_twice():
    record = made_up.record()
    packed = []
    for _ in range(2):
        parts = []
        archive(tidy.files(record), parts.append)
        packed.append(b"".join(parts))
    assert packed[0] == packed[1]
    with zipfile.ZipFile(io.BytesIO(packed[0])) as found:
        assert found.testzip() is None
        held = {name: found.read(name) for name in found.namelist()}
    assert held == {name: b"".join(pieces) for name, pieces in tidy.files(record)}
