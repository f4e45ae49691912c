"""Rows as JSON, CSV or Markdown."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import msgspec

from onrecord.exports.cells import cell, csv_line
from onrecord.exports.columns import COLUMNS
from onrecord.exports.markdown import escaped
from onrecord.exports.visible import visible
from onrecord.views.rows import columns


class Form(StrEnum):
    """The file formats of a listing."""

    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"
    MD = "md"


@dataclass(frozen=True, slots=True)
class Listing:
    """Rows of one kind: the listing's name, the class of its rows, and the rows."""

    name: str
    kind: type
    rows: Sequence[Any]


def written(listing: Listing, form: Form) -> Iterator[bytes]:
    """The listing in pieces of UTF-8: every field for machines, for Markdown its columns."""
    if form is Form.JSON:
        yield from _json(listing)
    elif form is Form.JSONL:
        yield from (msgspec.json.encode(_fields(listing, row)) + b"\n" for row in listing.rows)
    elif form is Form.CSV:
        yield from _csv(listing)
    else:
        yield from _markdown(listing)


def _fields(listing: Listing, row: Any) -> dict[str, Any]:
    return {name: getattr(row, name) for name in columns(listing.kind)}


def _json(listing: Listing) -> Iterator[bytes]:
    text = msgspec.json.encode([_fields(listing, row) for row in listing.rows])
    yield msgspec.json.format(text, indent=2) + b"\n"


def _csv(listing: Listing) -> Iterator[bytes]:
    names = columns(listing.kind)
    yield csv_line(names)
    for row in listing.rows:
        yield csv_line([cell(getattr(row, name)) for name in names])


def _markdown(listing: Listing) -> Iterator[bytes]:
    shown = COLUMNS[listing.name]
    yield _row([column.head for column in shown])
    yield _row(["--:" if column.right else "---" for column in shown])
    for row in listing.rows:
        yield _row([escaped(visible(column.cell(row))) for column in shown])


def _row(cells: Sequence[str]) -> bytes:
    return f"| {' | '.join(cells)} |\n".encode()
