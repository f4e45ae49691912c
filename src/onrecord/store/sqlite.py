"""How SQLite is spoken to: durable, with keys checked, patient with other writers."""

import errno
import os
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import sqlalchemy as sa
from sqlalchemy import PoolProxiedConnection
from sqlalchemy.engine import URL

_PATIENCE = 30_000  # milliseconds that a writer waits for another one
_BESIDE = ("-wal", "-journal")  # what a dead writer leaves: it would be taken for a new file's own


def connect(url: URL) -> sa.Engine:
    """An engine whose every connection is set up alike; its folder is made, no file opened yet."""
    if url.database:
        Path(url.database).parent.mkdir(parents=True, exist_ok=True)
    engine = sa.create_engine(url)
    sa.event.listen(engine, "connect", _set_up)
    sa.event.listen(engine, "begin", _begin)
    return engine


def exists(url: URL) -> bool:
    """Whether there is a file."""
    return Path(url.database or "").is_file()


def is_foreign(error: sa.exc.DatabaseError) -> bool:
    """Whether the error says that the file is no database at all."""
    return getattr(error.orig, "sqlite_errorcode", None) == sqlite3.SQLITE_NOTADB


def search(
    connection: sa.Connection, table: str, words: Sequence[str], limit: int
) -> tuple[str, ...]:
    """Ids of the rows of `table` (reports or claims) that have all of the words, best first."""
    index = _index(table)
    query = sa.text(
        f"SELECT id FROM {index} JOIN {table} ON number = {index}.rowid "  # noqa: S608
        f"WHERE {index} MATCH :terms ORDER BY rank, id LIMIT :limit"
    )
    terms = " ".join(f'"{word}"' for word in words)
    return tuple(connection.execute(query, {"terms": terms, "limit": limit}).scalars())


def unsound(connection: sa.Connection) -> Iterator[str]:
    """What SQLite itself finds wrong with the file, in its words."""
    for line in connection.exec_driver_sql("PRAGMA integrity_check").scalars():
        if line != "ok":
            yield from line.splitlines()


def drifted(connection: sa.Connection, table: str) -> bool:
    """Whether the index of words does not fit the rows of `table`. Needs a writer."""
    index = _index(table)
    try:
        with connection.begin_nested():
            connection.exec_driver_sql(
                f"INSERT INTO {index} ({index}, rank) VALUES ('integrity-check', 1)"  # noqa: S608
            )
    except sa.exc.DatabaseError:
        return True
    return False


def reindex(connection: sa.Connection, table: str) -> None:
    """Make the index of words anew."""
    index = _index(table)
    connection.exec_driver_sql(f"INSERT INTO {index} ({index}) VALUES ('rebuild')")  # noqa: S608


def dump(engine: sa.Engine, target: Path) -> None:
    """Write the record as it is now to a new file, while others write on."""
    with closing(engine.raw_connection()) as connection:
        _copy(connection, target)


def load(source: Path, url: URL, check: Callable[[URL], tuple[str, ...]]) -> tuple[str, ...]:
    """Put what `dump` wrote in the place of what is at the address; `source` stays as it is.

    It is copied to a file beside first, where `check` finds its faults. With any, they are given
    back, and the address is left alone. Raises `ValueError` where `source` is no record, `OSError`
    where it cannot be read.
    """
    target = Path(url.database or "")
    target.parent.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(dir=target.parent, prefix=".onrecord-") as folder:
        part = Path(folder) / target.name
        try:
            with closing(_opened(source)) as old:
                old.execute("SELECT version_num FROM alembic_version")
                _copy(old, part)
        except sqlite3.DatabaseError as error:
            if error.sqlite_errorcode == sqlite3.SQLITE_CANTOPEN:
                raise OSError(f"{source}: {error}") from error
            raise ValueError(f"{source} is no backup of a record: {error}") from error
        faults = check(url.set(database=str(part)))
        if not faults:
            _move(part, target)
    return faults


def _opened(file: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{file.resolve().as_uri()}?mode=rw", uri=True)


def _copy(connection: sqlite3.Connection | PoolProxiedConnection, target: Path) -> None:
    connection.cursor().execute("VACUUM INTO ?", (str(target),))
    with target.open("rb") as file:
        os.fsync(file.fileno())


def _move(part: Path, target: Path) -> None:
    """Put the file there; a record that is there is overwritten, for all who have it open."""
    if target.exists():
        with closing(_opened(part)) as new, closing(sqlite3.connect(target)) as old:
            try:
                new.backup(old)
            except sqlite3.DatabaseError as error:
                raise OSError(f"{target} cannot be replaced: {error}") from error
        return
    for left in (Path(f"{target}{end}") for end in _BESIDE):
        if left.exists():
            raise FileExistsError(errno.EEXIST, "left by another record", str(left))
    part.rename(target)


def _index(table: str) -> str:
    return f"{table.removesuffix('s')}_words"


def _set_up(connection: sqlite3.Connection, _record: Any) -> None:
    # The driver's own habit of opening transactions late would leave migrations half done.
    connection.isolation_level = None
    cursor = connection.cursor()
    cursor.execute(f"PRAGMA busy_timeout = {_PATIENCE}")
    cursor.execute("PRAGMA journal_mode = WAL")
    cursor.execute("PRAGMA synchronous = FULL")
    cursor.execute("PRAGMA foreign_keys = ON")
    cursor.close()


def _begin(connection: sa.Connection) -> None:
    # Readers see one state throughout; a writer takes its place in the queue at once, because
    # one that begins as a reader is turned away when it first writes.
    writing = connection.get_execution_options().get("writing", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")
