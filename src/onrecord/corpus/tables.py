"""The tables of a corpus, as the data file tells them."""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Literal

import yaml

Type = Literal["text", "integer", "number", "boolean", "day", "list"]


@dataclass(frozen=True, slots=True)
class Column:
    """A column, the type of its cells, and what they say."""

    name: str
    type: Type
    meaning: str


@dataclass(frozen=True, slots=True)
class Table:
    """A table: what a row of it is, and its columns."""

    name: str
    row: str
    columns: tuple[Column, ...]


@cache
def tables() -> tuple[Table, ...]:
    """All tables, in the order of the data file."""
    told = yaml.safe_load((files("onrecord.corpus") / "tables.yaml").read_text("utf-8"))
    return tuple(
        Table(name, table["row"], tuple(_columns(table, told["shared"])))
        for name, table in told["tables"].items()
    )


def _columns(table: dict[str, Any], shared: dict[str, Any]) -> list[Column]:
    """Whose row it is, the table's own columns, and the others that it shares."""
    groups = [shared[name] for name in table.get("with", ())]
    own = [*groups[:1], table["columns"], *groups[1:]]
    return [Column(name, *told) for group in own for name, told in group.items()]
