"""The record's store: add readings, and ask for them."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from types import TracebackType
from typing import Any, Literal, Self

import msgspec
import sqlalchemy as sa

from onrecord import wire
from onrecord.model import Block, Decision, Declared, Reading, Report
from onrecord.record import claims_of
from onrecord.store.connection import connect
from onrecord.store.decisions import listed, put
from onrecord.store.location import record_url
from onrecord.store.schema import bring_up
from onrecord.store.state import State, state
from onrecord.store.tables import claims, readings, reports

Added = Literal["added", "known", "reread"]

_NO_WORDS = str.maketrans('"\0', "  ")  # what would end a phrase of the full-text index

_LISTS: dict[str, msgspec.json.Decoder[Any]] = {
    "blocks": msgspec.json.Decoder(tuple[Block, ...]),
    "declared": msgspec.json.Decoder(tuple[Declared, ...]),
}
"""Columns that hold JSON."""


def open_record(place: str | Path) -> "Records":
    """The record at a path or URL, made where there is none, migrated where it is older.

    Raises `ValueError` for an address that cannot be a record, `OSError` where it cannot be
    opened or its folder made, `NoRecordError` where the file is something else, `TooNewError`
    where a newer onrecord made it.
    """
    engine = connect(record_url(place))
    try:
        bring_up(engine)
    except BaseException:
        engine.dispose()
        raise
    return Records(engine)


class Records:
    """Reports with their readings, in one database. Close it, or use it in a `with`."""

    def __init__(self, engine: sa.Engine) -> None:
        self._engine = engine
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
        """
        with self._writer.begin() as connection:
            query = sa.select(readings.c.engine).where(readings.c.report == reading.report.id)
            found = connection.execute(query).scalar()
            if found is not None and version(found) >= version(engine):
                return "known"
            if found is None:
                connection.execute(sa.insert(reports), _report_row(reading.report))
            else:
                _forget_reading(connection, reading.report.id)
            _insert_reading(connection, reading, engine)
        return "added" if found is None else "reread"

    def stale(self, engine: str) -> tuple[str, ...]:
        """Ids of the reports that another engine has read, none that is newer than this one.

        `engine` is a version with a mark of its lexicon behind a plus sign: "0.1.0+3f9a01bc".
        """
        query = sa.select(readings.c.report, readings.c.engine).order_by(readings.c.report)
        with self._engine.connect() as connection:
            return tuple(
                row.report
                for row in connection.execute(query)
                if row.engine != engine and version(row.engine) <= version(engine)
            )

    def reading(self, report: str) -> Reading:
        """The reading of that report. Raises `KeyError` where it is not on the record."""
        query = sa.select(reports, readings.c.body).join(readings).where(reports.c.id == report)
        with self._engine.connect() as connection:
            row = connection.execute(query).mappings().first()
        if row is None:
            raise KeyError(report)
        return _reading(row)

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
        with self._engine.connect() as connection:
            for row in connection.execute(query).mappings():
                yield _reading(row)

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
        terms = _terms(words)
        if not terms:
            return ()
        query = sa.text(
            "SELECT claim FROM claim_words WHERE claim_words MATCH :terms "
            "ORDER BY rank, claim LIMIT :limit"
        )
        with self._engine.connect() as connection:
            found = connection.execute(query, {"terms": terms, "limit": limit})
            return tuple(str(row[0]) for row in found)


def version(text: str) -> tuple[int, ...]:
    """An engine's version for comparison: "0.10.2+3f9a" -> (0, 10, 2); no number counts 0."""
    bare = text.partition("+")[0]
    return tuple(int(part) if part.isdecimal() else 0 for part in bare.split("."))


def _terms(words: str) -> str:
    """The words as phrases of the full-text index, in which nothing is an operator."""
    clean = words.encode(errors="replace").decode()
    return " ".join(f'"{word}"' for word in clean.translate(_NO_WORDS).split())


def _report_row(report: Report) -> dict[str, Any]:
    row = {column.name: getattr(report, column.name) for column in reports.columns}
    return {**row, **{name: msgspec.json.encode(row[name]).decode() for name in _LISTS}}


def _insert_reading(connection: sa.Connection, reading: Reading, engine: str) -> None:
    report = reading.report
    bare = replace(reading, report=Report(id=report.id, text=""))
    body = wire.encode(bare).decode()
    connection.execute(sa.insert(readings), {"report": report.id, "engine": engine, "body": body})
    rows = [
        {
            "id": claim.id,
            "report": claim.report,
            "kind": claim.kind,
            "type": claim.type,
            "start": claim.sentence.start,
            "end": claim.sentence.end,
            "quote": claim.sentence.of(report.text),
        }
        for claim in claims_of(reading)
    ]
    if rows:
        connection.execute(sa.insert(claims), rows)
        connection.execute(
            sa.text("INSERT INTO claim_words (quote, claim) VALUES (:quote, :id)"),
            [{"quote": row["quote"], "id": row["id"]} for row in rows],
        )


def _forget_reading(connection: sa.Connection, report: str) -> None:
    connection.execute(
        sa.text(
            "DELETE FROM claim_words WHERE claim IN (SELECT id FROM claims WHERE report = :report)"
        ),
        {"report": report},
    )
    connection.execute(sa.delete(claims).where(claims.c.report == report))
    connection.execute(sa.delete(readings).where(readings.c.report == report))


def _reading(row: sa.RowMapping) -> Reading:
    fields = {column.name: row[column.name] for column in reports.columns}
    fields.update({name: decoder.decode(row[name]) for name, decoder in _LISTS.items()})
    report = Report(**fields)
    return replace(wire.decode(row["body"]), report=report)
