"""The tidy tables as a SQLite database that is pleasant in Datasette, with its metadata file.

Tables have keys and point to each other, sentences and statements can be searched, lists are JSON.
Two views join what is asked for most: `timeline` and `evidence`.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import msgspec

from onrecord.exports.chosen import Chosen, choose
from onrecord.exports.datasette import exported
from onrecord.exports.streams import pieces
from onrecord.exports.tables import Table, tables
from onrecord.record import Record
from onrecord.views.selection import EVERYTHING, Selection

_TYPES = {"text": "TEXT", "day": "TEXT", "list": "TEXT", "integer": "INTEGER"}
_TYPES |= {"boolean": "INTEGER", "number": "NUMERIC"}
# The column that names a row, where it is not `id`; None where several rows are of one thing.
_KEYS = {"actors": "key", "sources": "report", "participants": None, "conflicts": None}
_POINTERS = {"report": ("sources", "report"), "event": ("events", "id")}
_SEARCHED = {"claims": "sentence", "events": "sentence", "ledger": "sentence"}
_SEARCHED |= {"statements": "content", "figures": "measure", "actors": "name"}
_VIEWS = """\
CREATE VIEW timeline AS
SELECT first_day, date, actors, type, what, recipients, mission, place, certainty, sentence,
  publisher, url
FROM events ORDER BY first_day IS NULL, first_day;
CREATE VIEW evidence AS
SELECT fact, kind, sentence, words, publisher, title, published, url
FROM claims JOIN sources USING (report);
"""


def files(
    record: Record, selection: Selection = EVERYTHING
) -> Iterator[tuple[str, Iterator[bytes]]]:
    """Each file's name, and its pieces."""
    yield "record.db", _database(choose(record, selection))
    yield "metadata.json", exported()


def _database(chosen: Chosen) -> Iterator[bytes]:
    with TemporaryDirectory() as folder:
        file = Path(folder) / "record.db"
        with closing(sqlite3.connect(file)) as connection, connection:
            for table in tables():
                _fill(connection, table, chosen)
            connection.executescript(_VIEWS)
        with file.open("rb") as made:
            yield from pieces(made)


def _fill(connection: sqlite3.Connection, table: Table, chosen: Chosen) -> None:
    key = _KEYS.get(table.name, "id")
    names = [column.name for column in table.columns]
    told = ", ".join(
        _column(c.name, c.type, table.name, is_key=c.name == key) for c in table.columns
    )
    connection.execute(f"CREATE TABLE {table.name} ({told})")
    slots = ", ".join("?" * len(names))
    connection.executemany(
        f"INSERT INTO {table.name} VALUES ({slots})",  # noqa: S608 - names of our own dictionary
        ([_cell(row[name]) for name in names] for row in table.rows(chosen)),
    )
    searched = _SEARCHED.get(table.name)
    if searched:
        index = f"{table.name}_fts"
        connection.execute(
            # Datasette finds an index by the way in which this is written.
            f'CREATE VIRTUAL TABLE {index} USING fts5({searched}, content="{table.name}", '
            "tokenize = 'porter unicode61 remove_diacritics 2')"
        )
        connection.execute(f"INSERT INTO {index} ({index}) VALUES ('rebuild')")  # noqa: S608


def _column(name: str, type_: str, table: str, *, is_key: bool) -> str:
    told = f'"{name}" {_TYPES[type_]}'
    if is_key:
        return f"{told} PRIMARY KEY"
    if name in _POINTERS and _POINTERS[name][0] != table:
        return "{} REFERENCES {} ({})".format(told, *_POINTERS[name])
    return told


def _cell(value: Any) -> Any:
    return msgspec.json.encode(value).decode() if isinstance(value, tuple) else value
