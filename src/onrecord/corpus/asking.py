"""A corpus, and what can be asked of it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from datetime import date
from decimal import Decimal
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

from onrecord import wire
from onrecord.corpus.database import connected, view
from onrecord.corpus.folder import Folder
from onrecord.corpus.merging import merged
from onrecord.corpus.tables import tables
from onrecord.model import Reading

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_ROWS = 100  # readings that are in memory at a time


@dataclass(frozen=True, slots=True, kw_only=True)
class Slice:
    """What is asked for: of this mission, this actor, these days; None for all."""

    mission: str | None = None
    actor: str | None = None
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """The names of the columns, and the rows."""

    columns: tuple[str, ...]
    rows: Sequence[tuple[Any, ...]]


WHOLE = Slice()


class Corpus:
    """The tables of all shards that were whole when it was opened."""

    def __init__(self, place: Path) -> None:
        folder = Folder(place)
        folder.making()
        shards = folder.shards()
        if not shards:
            raise ValueError(f"nothing of {place} has been read yet")
        self._database = connected()
        for table in tables():
            view(self._database, table.name, [folder.file(table.name, shard) for shard in shards])
        self._view("views")
        self._is_merged = merged(folder) is not None
        if self._is_merged:
            for table in tables("merged"):
                view(self._database, table.name, sorted((place / table.name).glob("*.parquet")))
            self._view("merged_views")

    def _view(self, group: str) -> None:
        for name, sql in _asked()[group].items():
            self._database.execute(f"CREATE VIEW {name} AS {sql}")

    def ask(self, question: str, part: Slice = WHOLE) -> Answer:
        """The answer to a question of `questions`.

        Raises `LookupError` for another one, and for one that a corpus answers when it is merged.
        """
        try:
            told = _asked()["questions"][question]
        except KeyError:
            known = ", ".join(questions())
            raise LookupError(f"no question {question!r}: ask {known}") from None
        if told.get("merged") and not self._is_merged:
            raise LookupError(f"{question} needs a merged corpus: onrecord corpus merge")
        return self.sql(told["sql"], part)

    def sql(self, sql: str, part: Slice = WHOLE) -> Answer:
        """The answer to a query in DuckDB's SQL over the tables and views.

        Raises `ValueError` for what DuckDB does not understand.
        """
        found = self._run(sql, part)
        columns = tuple(name for name, *_ in found.description or ())
        rows = found.fetchall() if columns else []
        return Answer(columns, [tuple(map(_plain, row)) for row in rows])

    def readings(self, part: Slice = WHOLE) -> Iterator[Reading]:
        """The readings of the reports that a part of the corpus is in, in their order."""
        found = self._run("SELECT reading FROM chosen_reports ORDER BY number", part)
        while rows := found.fetchmany(_ROWS):
            yield from (wire.decode(text) for (text,) in rows)

    def _run(self, sql: str, part: Slice) -> "DuckDBPyConnection":
        import duckdb

        for field in fields(part):
            value = getattr(part, field.name)
            told = value.isoformat() if isinstance(value, date) else value
            self._database.execute(f"SET VARIABLE {field.name} = ?", [told])
        try:
            return self._database.execute(sql)
        except duckdb.Error as error:
            raise ValueError(str(error).partition("\n")[0]) from error


def open(place: str | Path) -> Corpus:  # noqa: A001
    """The corpus in a folder. Raises `ValueError` where there is none, or nothing read yet."""
    return Corpus(Path(place))


def questions() -> dict[str, str]:
    """What can be asked by name, with what it answers."""
    return {name: told["what"] for name, told in _asked()["questions"].items()}


def _plain(value: Any) -> Any:
    """Days and times as ISO 8601, exact numbers as numbers, lists as tuples."""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return float(value)
    return tuple(map(_plain, value)) if isinstance(value, list) else value


@cache
def _asked() -> dict[str, Any]:
    text = (files("onrecord.corpus") / "questions.yaml").read_text("utf-8")
    found: dict[str, Any] = yaml.safe_load(text)
    return found
