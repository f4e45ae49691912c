"""How PostgreSQL is spoken to: one writer at a time, readers see one state throughout."""

import os
import subprocess
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import uuid4

import sqlalchemy as sa
from sqlalchemy.engine import URL

_PATIENCE = "30s"  # that a writer waits for another one
_WRITER = 0x6F6E7265  # the key of the lock that writers hold, the same in every version
_MARK = b"PGDMP"  # how the custom format of pg_dump begins


def connect(url: URL) -> sa.Engine:
    """An engine whose every connection is set up alike; nothing is opened yet.

    Raises `ValueError` where the driver is not installed.
    """
    driver = url.set(drivername="postgresql+psycopg")
    try:
        engine = sa.create_engine(driver, connect_args={"client_encoding": "utf8"})
    except ModuleNotFoundError as error:
        raise ValueError(
            "a record in a PostgreSQL database needs more: pip install 'onrecord[postgres]'"
        ) from error
    sa.event.listen(engine, "begin", _begin)
    return engine


def exists(url: URL) -> bool:
    """Whether there is any table in the database."""
    with _opened(url) as connection:
        return bool(sa.inspect(connection).get_table_names())


def is_foreign(_error: sa.exc.DatabaseError) -> bool:
    """Whether the error says that something else is there: never, since the server has answered."""
    return False


def search(
    connection: sa.Connection, table: str, words: Sequence[str], limit: int
) -> tuple[str, ...]:
    """Ids of the rows of `table` (reports or claims) that have all of the words, best first."""
    query = sa.text(
        f"SELECT id FROM {table}, "  # noqa: S608
        "plainto_tsquery('onrecord', onrecord_plain(CAST(:terms AS text))) AS asked "
        "WHERE words @@ asked ORDER BY ts_rank(words, asked) DESC, id LIMIT :limit"
    )
    found = connection.execute(query, {"terms": " ".join(words), "limit": limit})
    return tuple(found.scalars())


def unsound(_connection: sa.Connection) -> Iterator[str]:
    """What the server finds wrong: it tells by itself, in the statement that meets the damage."""
    return iter(())


def drifted(_connection: sa.Connection, _table: str) -> bool:
    """Whether the index of words does not fit the rows: never, the server generates the words."""
    return False


def reindex(connection: sa.Connection, table: str) -> None:
    """Make the index of words anew."""
    connection.exec_driver_sql(f"REINDEX INDEX {table}_words")


def dump(engine: sa.Engine, target: Path) -> None:
    """Write the record as it is now to a new file, while others write on.

    Raises `OSError` where pg_dump does not, or is not there.
    """
    _run(engine.url, "pg_dump", "--format=custom", "--no-owner", f"--file={target}")


def load(source: Path, url: URL, check: Callable[[URL], tuple[str, ...]]) -> tuple[str, ...]:
    """Put what `dump` wrote in the place of what is at the address; `source` stays as it is.

    It is restored to a database of its own first, where `check` finds its faults. With any, they
    are given back, and the address is left alone. Raises `ValueError` where `source` is no dump,
    `OSError` where it cannot be restored, as where the user may not create a database.
    """
    with source.open("rb") as file:
        if file.read(len(_MARK)) != _MARK:
            raise ValueError(f"{source} is no backup of a record in a PostgreSQL database")
    with _another(url) as other, TemporaryDirectory(prefix="onrecord-") as folder:
        _run(other, "pg_restore", "--exit-on-error", "--no-owner", "--dbname=", str(source))
        faults = check(other)
        if not faults:
            whole = ("--single-transaction", "--clean", "--if-exists", "--no-owner")
            part = Path(folder) / "record"  # of the schema of this version, as what it replaces
            _run(other, "pg_dump", "--format=custom", "--no-owner", f"--file={part}")
            _run(url, "pg_restore", *whole, "--dbname=", str(part))
    return faults


@contextmanager
def _another(url: URL) -> Iterator[URL]:
    """A database on the same server, for a while."""
    name = f"onrecord_{uuid4().hex}"
    with _opened(url) as connection:
        connection.exec_driver_sql(f"CREATE DATABASE {name} TEMPLATE template0 ENCODING 'UTF8'")
        try:
            yield url.set(database=name)
        finally:
            connection.exec_driver_sql(f"DROP DATABASE {name} WITH (FORCE)")


@contextmanager
def _opened(url: URL) -> Iterator[sa.Connection]:
    """A connection outside of transactions. Raises `OSError` for what the server refuses."""
    engine = connect(url)
    try:
        with engine.execution_options(isolation_level="AUTOCOMMIT").connect() as connection:
            yield connection
    except sa.exc.DBAPIError as error:
        raise OSError(f"{url.database}: {error.orig}") from error
    finally:
        engine.dispose()


def _run(url: URL, program: str, *options: str) -> None:
    """A program of PostgreSQL on that database; the password is not on its command line."""
    from psycopg.conninfo import make_conninfo

    terms = {**url.translate_connect_args(username="user", database="dbname"), **url.query}
    secret = terms.pop("password", None)
    address = make_conninfo("", **terms)
    told = [o + address if o == "--dbname=" else o for o in options]
    if program == "pg_dump":
        told.append(f"--dbname={address}")
    known = {**os.environ, **({"PGPASSWORD": secret} if secret else {})}
    try:
        done = subprocess.run(  # noqa: S603
            [program, *told], env=known, capture_output=True, text=True, check=False
        )
    except FileNotFoundError as error:
        raise OSError(f"{program} is not installed: it comes with PostgreSQL") from error
    if done.returncode:
        lines = done.stderr.splitlines() or [f"{program} failed"]
        raise OSError(next((line for line in lines if "error:" in line), lines[-1]))


def _begin(connection: sa.Connection) -> None:
    # Readers see one state throughout. A writer takes its place in the queue before it looks at
    # anything; nobody else writes from then on, so that it sees one state, too.
    options = connection.get_execution_options()
    if options.get("isolation_level") == "AUTOCOMMIT":
        return
    if options.get("writing", False):
        connection.exec_driver_sql(f"SET LOCAL lock_timeout = '{_PATIENCE}'")
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_WRITER})")
    else:
        connection.exec_driver_sql("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
