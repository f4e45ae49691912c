"""What Datasette shows beside a database of the record: that of its own file, or of an export."""

from collections.abc import Iterator, Mapping
from importlib.resources import files
from typing import Any

import msgspec
import yaml

from onrecord.exports.tables import tables

_TITLE = {
    "title": "The record",
    "description": "Who did or promised what, when, how many, who says so, in which sentence.",
}


def exported() -> Iterator[bytes]:
    """The metadata of the tidy tables in a file `record.db`."""
    told = {
        table.name: _told(table.row, {column.name: column.meaning for column in table.columns})
        for table in tables()
    }
    return _metadata("record", told)


def own(name: str) -> Iterator[bytes]:
    """The metadata of a record's own file, whose name without its ending is `name`."""
    data = yaml.safe_load((files("onrecord.exports") / "datasette.yaml").read_text("utf-8"))
    told: dict[str, Any] = {name: {"hidden": True} for name in data["hidden"]}
    for table, kept in data["tables"].items():
        known = _meanings(table)
        columns = {column: own or known[column] for column, own in kept["columns"].items()}
        told[table] = _told(kept["row"], columns)
        if "searched" in kept:
            told[table] |= {"fts_table": kept["searched"], "fts_pk": "number"}
        if "label" in kept:
            told[table]["label_column"] = kept["label"]
    return _metadata(name, told)


def _meanings(name: str) -> dict[str, str]:
    """What each column of the tidy tables says; its own words before those of others."""
    ordered = sorted(tables(), key=lambda table: table.name == name)
    return {column.name: column.meaning for table in ordered for column in table.columns}


def _told(row: str, columns: Mapping[str, str]) -> dict[str, Any]:
    return {"description": f"Each row is {row}.", "columns": columns}


def _metadata(database: str, told: Mapping[str, Any]) -> Iterator[bytes]:
    document = {**_TITLE, "databases": {database: {"tables": told}}}
    yield msgspec.json.format(msgspec.json.encode(document))
    yield b"\n"
