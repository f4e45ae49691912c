"""How SQLite is spoken to: durable, with keys checked, patient with other writers."""

import sqlite3
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import URL

_PATIENCE = 30_000  # milliseconds that a writer waits for another one


def connect(url: URL) -> sa.Engine:
    """An engine whose every connection is set up alike; no file is opened yet."""
    engine = sa.create_engine(url)
    sa.event.listen(engine, "connect", _set_up)
    sa.event.listen(engine, "begin", _begin)
    return engine


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
