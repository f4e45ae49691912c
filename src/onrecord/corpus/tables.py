"""The tables of a corpus, as the data file tells them, and their files."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any, Literal

import yaml

from onrecord.corpus.folder import replaced
from onrecord.dictionary import Column, schema

Group = Literal["tables", "merged", "between"]


@dataclass(frozen=True, slots=True)
class Table:
    """A table: what a row of it is, and its columns."""

    name: str
    row: str
    columns: tuple[Column, ...]


@cache
def tables(group: Group = "tables") -> tuple[Table, ...]:
    """Those that are read, merged or in between, in the order of the data file."""
    told = _told()
    return tuple(
        Table(name, table["row"], tuple(_columns(table, told["shared"])))
        for name, table in told[group].items()
    )


def write(file: Path, table: Table, rows: Iterable[Mapping[str, Any]]) -> None:
    """The rows as one row group; the same rows give the same bytes."""
    import pyarrow as pa
    from pyarrow import parquet as pq

    told = pa.Table.from_pylist(list(rows), schema=schema(table.row, table.columns))
    with replaced(file) as part:
        pq.write_table(told, part, compression="zstd")


@cache
def _told() -> dict[str, Any]:
    text = (files("onrecord.corpus") / "tables.yaml").read_text("utf-8")
    found: dict[str, Any] = yaml.safe_load(text)
    return found


def _columns(table: dict[str, Any], shared: dict[str, Any]) -> list[Column]:
    """Whose row it is, the table's own columns, and the others that it shares."""
    groups = [shared[name] for name in table.get("with", ())]
    own = [*groups[:1], table["columns"], *groups[1:]]
    return [Column(name, *told) for group in own for name, told in group.items()]
