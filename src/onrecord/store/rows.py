"""Reports, readings and claims as rows, both ways."""

from dataclasses import replace
from typing import Any

import msgspec
import sqlalchemy as sa

from onrecord import wire
from onrecord.model import Block, Declared, Reading, Report
from onrecord.record import claims_of
from onrecord.store.tables import reports

_LISTS: dict[str, msgspec.json.Decoder[Any]] = {
    "blocks": msgspec.json.Decoder(tuple[Block, ...]),
    "declared": msgspec.json.Decoder(tuple[Declared, ...]),
}
"""Columns that hold JSON."""
_FIELDS = tuple(column.name for column in reports.columns if column.name != "number")


def report_row(report: Report) -> dict[str, Any]:
    """The row of a report."""
    row = {name: getattr(report, name) for name in _FIELDS}
    return {**row, **{name: msgspec.json.encode(row[name]).decode() for name in _LISTS}}


def reading_row(reading: Reading, engine: str) -> dict[str, Any]:
    """The row of a reading, without the report's text, which is on the record once."""
    report = reading.report.id
    bare = replace(reading, report=Report(id=report, text=""))
    return {"report": report, "engine": engine, "body": wire.encode(bare).decode()}


def claim_rows(reading: Reading) -> list[dict[str, Any]]:
    """The rows of the claims of a reading."""
    return [
        {
            "id": claim.id,
            "report": claim.report,
            "kind": claim.kind,
            "type": claim.type,
            "start": claim.sentence.start,
            "end": claim.sentence.end,
            "quote": claim.sentence.of(reading.report.text),
        }
        for claim in claims_of(reading)
    ]


def report_of(row: sa.RowMapping) -> Report:
    """The report of a row. Raises `msgspec.DecodeError` where its blocks are none."""
    fields = {name: row[name] for name in _FIELDS}
    fields.update({name: decoder.decode(row[name]) for name, decoder in _LISTS.items()})
    return Report(**fields)


def reading_of(row: sa.RowMapping, known: wire.Known | None = None) -> Reading:
    """The reading of a row of reports with the reading's `body`; raises as `report_of`.

    `known` is as in `wire.decode`.
    """
    return replace(wire.decode(row["body"], known), report=report_of(row))
