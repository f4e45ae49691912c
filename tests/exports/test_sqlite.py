"""The database as SQL and Datasette read it."""

import json
import sqlite3
from contextlib import closing

import pytest
from datasette_shown import answer

from onrecord.exports import sqlite
from onrecord.exports.chosen import choose
from onrecord.exports.tables import tables


def written(record, folder):
    for name, pieces in sqlite.files(record):
        (folder / name).write_bytes(b"".join(pieces))
    return folder


@pytest.fixture(scope="module")
def folder(samples, tmp_path_factory):
    return written(samples, tmp_path_factory.mktemp("sqlite"))


def asked(folder, query, *terms):
    with closing(sqlite3.connect(folder / "record.db")) as connection:
        return connection.execute(query, terms).fetchall()


@pytest.mark.parametrize("table", tables(), ids=lambda table: table.name)
def test_every_row_is_there(samples, folder, table):
    rows = [
        tuple(
            json.dumps(v, ensure_ascii=False, separators=(",", ":")) if isinstance(v, tuple) else v
            for v in (row[column.name] for column in table.columns)
        )
        for row in table.rows(choose(samples))
    ]
    assert asked(folder, f"SELECT * FROM {table.name}") == rows


def test_keys_hold(folder):
    assert asked(folder, "PRAGMA foreign_key_check") == []
    assert asked(folder, "PRAGMA integrity_check") == [("ok",)]
    for table in ("claims", "events", "ledger", "participants"):
        assert asked(folder, f"PRAGMA foreign_key_list({table})")


def test_words_are_found_in_any_form(folder):
    query = "SELECT count(*) FROM claims_fts WHERE claims_fts MATCH ?"
    assert asked(folder, query, "officer") == asked(folder, query, "officers") != [(0,)]


def test_views_have_plain_names(folder, samples):
    views = {name for (name,) in asked(folder, "SELECT name FROM sqlite_master WHERE type='view'")}
    assert views == {"timeline", "evidence"}
    dates = [day for (day,) in asked(folder, "SELECT first_day FROM timeline") if day]
    assert dates == sorted(dates)
    assert len(asked(folder, "SELECT * FROM evidence")) == len(list(claims(samples)))


def claims(record):
    return (claim for found in choose(record).facts() for claim in found)


def test_the_same_record_gives_the_same_bytes(world):
    made = [{name: b"".join(pieces) for name, pieces in sqlite.files(world)} for _ in range(2)]
    assert made[0] == made[1]


def test_hostile_text_is_data(hostile, tmp_path):
    found = asked(written(hostile, tmp_path), "SELECT item FROM ledger WHERE item LIKE '%gold%'")
    assert "\u202e" in found[0][0]


@pytest.mark.parametrize(
    "page",
    [
        *(f"/record/{table.name}.json?_shape=array" for table in tables()),
        "/record/timeline.json?_shape=array",
        "/record.json?_shape=array&sql=select+*+from+evidence+limit+3",
        "/record/ledger?_facet=party",
    ],
)
def test_datasette_answers(folder, page):
    shown = answer(folder / "record.db", folder / "metadata.json", page)
    if ".json" in page:
        assert json.loads(shown) or "conflicts" in page or "roles" in page
    else:
        assert "who undertakes it" in shown


@pytest.mark.parametrize("word", ["police", "nobodyeversaidthis"])
def test_datasette_searches(folder, word):
    page = f"/record/claims.json?_shape=array&_search={word}&_size=max"
    found = json.loads(answer(folder / "record.db", folder / "metadata.json", page))
    query = "SELECT count(*) FROM claims_fts WHERE claims_fts MATCH ?"
    assert [(len(found),)] == asked(folder, query, word)
