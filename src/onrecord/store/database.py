"""What the record asks of a database, whichever it is."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Protocol

import sqlalchemy as sa
from sqlalchemy.engine import URL

from onrecord.store import sqlite


class Database(Protocol):
    """The few things that databases do each in their own way; a module of each has them.

    `table` is "reports" or "claims" throughout.
    """

    def connect(self, url: URL) -> sa.Engine:
        """An engine whose every connection is set up alike; nothing is opened yet.

        Its transactions read one state throughout. Those of connections with the execution option
        `writing` wait for each other.
        """

    def exists(self, url: URL) -> bool:
        """Whether there is something at the address."""

    def is_foreign(self, error: sa.exc.DatabaseError) -> bool:
        """Whether the error says that something else than a database is there."""

    def search(
        self, connection: sa.Connection, table: str, words: Sequence[str], limit: int
    ) -> tuple[str, ...]:
        """Ids of the rows that have all of the words, the best first; each word has a letter."""

    def unsound(self, connection: sa.Connection) -> Iterator[str]:
        """What the database itself finds wrong, a line for each fault."""

    def drifted(self, connection: sa.Connection, table: str) -> bool:
        """Whether the index of words does not fit the rows. Needs a writer."""

    def reindex(self, connection: sa.Connection, table: str) -> None:
        """Make the index of words anew."""

    def dump(self, engine: sa.Engine, target: Path) -> None:
        """Write the record as it is now to a new file, while others write on."""

    def load(
        self, source: Path, url: URL, check: Callable[[URL], tuple[str, ...]]
    ) -> tuple[str, ...]:
        """Put what `dump` wrote in the place of what is at the address; `source` stays as it is.

        It is brought to another place first, where `check` finds its faults. With any, they are
        given back, and the address is left alone. Raises `ValueError` where `source` is something
        else.
        """


_DATABASES: dict[str, Database] = {"sqlite": sqlite}


def database(url: URL) -> Database:
    """The one of that address. Raises `ValueError` where onrecord keeps no record in it."""
    name = url.get_backend_name()
    if name not in _DATABASES:
        raise ValueError(f"no store for {name} databases: use a SQLite file or PostgreSQL")
    return _DATABASES[name]
