"""The record's store: add readings, and ask for them."""

import errno
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from types import TracebackType
from typing import TYPE_CHECKING, Literal, Self

import sqlalchemy as sa
from sqlalchemy.engine import URL

from onrecord.model import Decision, Reading
from onrecord.store.checking import faults, mend
from onrecord.store.database import database
from onrecord.store.decisions import listed, put
from onrecord.store.kin import keep_sketch, kin
from onrecord.store.location import record_url, shown
from onrecord.store.rows import claim_rows, reading_of, reading_row, report_row
from onrecord.store.schema import bring_up
from onrecord.store.state import State, state
from onrecord.store.tables import claims, readings, reports

if TYPE_CHECKING:
    from onrecord import wire

Added = Literal["added", "copy", "version", "known", "reread"]

_AT_ONCE = 50  # readings that a server hands over together
_NO_WORDS = str.maketrans('"\0', "  ")  # what would end a phrase of the full-text index


def open_record(place: str | Path) -> "Records":
    """The record at a path or URL, made where there is none, migrated where it is older.

    Raises `ValueError` for an address that cannot be a record, `OSError` where it cannot be
    opened or its folder made, `NoRecordError` where the file is something else, `TooNewError`
    where a newer onrecord made it.
    """
    return _opened(record_url(place))


def _opened(url: URL) -> "Records":
    engine = database(url).connect(url)
    try:
        bring_up(engine)
    except BaseException:
        engine.dispose()
        raise
    return Records(engine)


def is_there(place: str | Path) -> bool:
    """Whether there is a record, or something else, at a path or URL. Raises as `open_record`."""
    url = record_url(place)
    return database(url).exists(url)


def restore(source: Path, place: str | Path, *, force: bool = False) -> tuple[str, ...]:
    """Make a record at a path or URL from a backup, unless that has faults, which are given back.

    Raises `FileExistsError` where there is a record already; with `force` it is replaced.
    Raises `ValueError` where `source` is no backup of that kind of record, and as `open_record`.
    """
    if not force and is_there(place):
        raise FileExistsError(errno.EEXIST, "there is a record already", shown(place))
    url = record_url(place)
    return database(url).load(source, url, _faults)


def _faults(url: URL) -> tuple[str, ...]:
    with _opened(url) as records:
        return records.check()


class Records:
    """Reports with their readings, in one database. Close it, or use it in a `with`."""

    def __init__(self, engine: sa.Engine) -> None:
        self._engine = engine
        self._database = database(engine.url)
        self._writer = engine.execution_options(writing=True)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Give back the connections."""
        self._engine.dispose()

    def holds(self, report: str, engine: str) -> bool:
        """Whether the report was read by this version of the engine or a newer one."""
        query = sa.select(readings.c.engine).where(readings.c.report == report)
        with self._engine.connect() as connection:
            found = connection.execute(query).scalar()
        return found is not None and version(found) >= version(engine)

    def add(self, reading: Reading, engine: str) -> Added:
        """Put a reading on the record, whole or not at all.

        A report that is known stays as it is; its reading is replaced by that of a newer engine.
        Copies of known texts and new versions of them are put on the record, too, and told.
        """
        with self._writer.begin() as connection:
            query = sa.select(readings.c.engine).where(readings.c.report == reading.report.id)
            found = connection.execute(query).scalar()
            if found is not None and version(found) >= version(engine):
                return "known"
            told: Added = "reread"
            if found is None:
                told = kin(connection, reading.report) or "added"
                connection.execute(sa.insert(reports), report_row(reading.report))
                keep_sketch(connection, reading.report)
            else:
                _forget_reading(connection, reading.report.id)
            _insert_reading(connection, reading, engine)
        return told

    def stale(self, engine: str) -> tuple[str, ...]:
        """Ids of the reports that another engine has read, none that is newer than this one.

        `engine` is a version with a mark of its lexicon behind a plus sign: "0.1.0+3f9a01bc".
        """
        return tuple(
            report
            for report, read_by in self.marks().items()
            if read_by != engine and version(read_by) <= version(engine)
        )

    def reading(self, report: str) -> Reading:
        """The reading of that report. Raises `KeyError` where it is not on the record."""
        query = sa.select(reports, readings.c.body).join(readings).where(reports.c.id == report)
        with self._engine.connect() as connection:
            row = connection.execute(query).mappings().first()
        if row is None:
            raise KeyError(report)
        return reading_of(row)

    def renew(self, reading: Reading, engine: str) -> None:
        """Put another reading of a known report in the place of its last one, whole or not at all.

        Decisions stay as they are.
        """
        with self._writer.begin() as connection:
            _forget_reading(connection, reading.report.id)
            _insert_reading(connection, reading, engine)

    def count(self) -> int:
        """How many reports there are."""
        with self._engine.connect() as connection:
            return connection.execute(sa.select(sa.func.count()).select_from(reports)).scalar_one()

    def undated(self) -> int:
        """How many reports have no published date."""
        query = sa.select(sa.func.count()).where(reports.c.published.is_(None))
        with self._engine.connect() as connection:
            return connection.execute(query).scalar_one()

    def readings(self, as_of: str | None = None) -> Iterator[Reading]:
        """All readings by report id; with `as_of` (ISO date) of what was published until then.

        A report without a published date was not known on any day, and is left out then.
        """
        query = sa.select(reports, readings.c.body).join(readings).order_by(reports.c.id)
        if as_of is not None:
            query = query.where(reports.c.published <= as_of)
        query = query.execution_options(yield_per=_AT_ONCE)
        known: wire.Known = {}
        with self._engine.connect() as connection, connection.execute(query) as rows:
            for row in rows.mappings():
                yield reading_of(row, known)

    def marks(self) -> dict[str, str]:
        """For each report the engine that read it: a reading changes only together with it."""
        query = sa.select(readings.c.report, readings.c.engine).order_by(readings.c.report)
        with self._engine.connect() as connection:
            return {row.report: row.engine for row in connection.execute(query)}

    def state(self, as_of: str | None = None) -> State:
        """What is known, in numbers that change with it; with `as_of` (ISO date) until that day."""
        with self._engine.connect() as connection:
            return state(connection, as_of)

    def decide(self, decision: Decision, *, seen: int | None = None) -> bool:
        """Keep a decision; False where it is kept already.

        With `seen`, the count of decisions that its author knew, nobody is overruled unawares.
        Raises `OvertakenError` where somebody has decided on the same words since, `ValueError`
        where it is about nothing, or undoes what was never decided.
        """
        with self._writer.begin() as connection:
            return put(connection, decision, seen)

    def decisions(self, as_of: str | None = None) -> tuple[Decision, ...]:
        """All decisions as they came in; with `as_of` (ISO date) those made until that day."""
        with self._engine.connect() as connection:
            return listed(connection, as_of)

    def search(self, words: str, limit: int = 50) -> tuple[str, ...]:
        """Ids of claims whose sentence holds all of the words, the best match first."""
        return self._search("claims", words, limit)

    def search_reports(self, words: str, limit: int = 50) -> tuple[str, ...]:
        """Ids of reports whose title and text hold all of the words, the best match first."""
        return self._search("reports", words, limit)

    def _search(self, table: str, words: str, limit: int) -> tuple[str, ...]:
        terms = _terms(words)
        if not terms:
            return ()
        with self._engine.connect() as connection:
            return self._database.search(connection, table, terms, limit)

    def check(self) -> tuple[str, ...]:
        """What is wrong with the record, a line for each fault; others write when it is done."""
        with self._writer.connect() as connection:  # and never a commit: checking changes nothing
            return tuple(faults(self._database, connection))

    def mend(self) -> None:
        """Make anew what follows from reports and readings: claims, and the index of words."""
        with self._writer.begin() as connection:
            mend(self._database, connection)

    def backup(self, target: Path) -> None:
        """Write the record as it is now to a new file, whole or not at all; others write on.

        Raises `FileExistsError` where there is a file already, `OSError` where none can be made.
        """
        if target.exists():
            raise FileExistsError(errno.EEXIST, "there is a file already", str(target))
        with TemporaryDirectory(dir=target.parent, prefix=".onrecord-") as folder:
            part = Path(folder) / target.name
            self._database.dump(self._engine, part)
            part.rename(target)


def version(text: str) -> tuple[int, ...]:
    """An engine's version for comparison: "0.10.2+3f9a" -> (0, 10, 2); no number counts 0."""
    bare = text.partition("+")[0]
    return tuple(int(part) if part.isdecimal() else 0 for part in bare.split("."))


def _terms(words: str) -> tuple[str, ...]:
    """The words that have something to look for, without what a query could take for more."""
    clean = words.encode(errors="replace").decode().translate(_NO_WORDS)
    return tuple(word for word in clean.split() if any(map(str.isalnum, word)))


def _insert_reading(connection: sa.Connection, reading: Reading, engine: str) -> None:
    connection.execute(sa.insert(readings), reading_row(reading, engine))
    if rows := claim_rows(reading):
        connection.execute(sa.insert(claims), rows)


def _forget_reading(connection: sa.Connection, report: str) -> None:
    connection.execute(sa.delete(claims).where(claims.c.report == report))
    connection.execute(sa.delete(readings).where(readings.c.report == report))
