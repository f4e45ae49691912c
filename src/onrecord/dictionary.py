"""Columns of tables as a data dictionary tells them, and their Arrow schema."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Literal

Type = Literal["text", "integer", "number", "boolean", "day", "list"]


@dataclass(frozen=True, slots=True)
class Column:
    """A column, the type of its cells, and what they say."""

    name: str
    type: Type
    meaning: str


def schema(row: str, columns: Iterable[Column]) -> Any:
    """The Arrow schema of a table, with what a row of it is and what its columns mean."""
    import pyarrow as pa

    types = {
        "text": pa.string(),
        "integer": pa.int64(),
        "number": pa.float64(),
        "boolean": pa.bool_(),
        "day": pa.date32(),
        "list": pa.list_(pa.string()),
    }
    told = [pa.field(c.name, types[c.type], metadata={"meaning": c.meaning}) for c in columns]
    return pa.schema(told, metadata={"row": row})
