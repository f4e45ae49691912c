"""Rows as JSON, CSV or Markdown."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import msgspec

from onrecord.exports.cells import cell, csv_line
from onrecord.exports.columns import COLUMNS, Column, flat
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

    @property
    def fields(self) -> tuple[str, ...]:
        """The names of all that a row has, for machines."""
        return columns(self.kind)

    @property
    def shown(self) -> tuple[Column, ...]:
        """The columns for people."""
        return COLUMNS[self.name]

    def values(self, row: Any) -> list[Any]:
        """What a row has, in the order of the fields."""
        return [getattr(row, name) for name in self.fields]


@dataclass(frozen=True, slots=True)
class Grid:
    """Rows of any columns, as a database answers."""

    fields: tuple[str, ...]
    rows: Sequence[tuple[Any, ...]]

    @property
    def shown(self) -> tuple[Column, ...]:
        """The columns for people: all of them."""
        return tuple(_column(number, name, self.rows) for number, name in enumerate(self.fields))

    def values(self, row: tuple[Any, ...]) -> list[Any]:
        """What a row has."""
        return list(row)


def _column(number: int, name: str, rows: Sequence[tuple[Any, ...]]) -> Column:
    is_number = all(isinstance(row[number], int | float | None) for row in rows)
    share = 0 if is_number else 1
    return Column(name, lambda row: flat(row[number]), share, right=is_number)


def written(listing: Listing | Grid, form: Form) -> Iterator[bytes]:
    """The listing in pieces of UTF-8: every field for machines, for Markdown its columns."""
    if form is Form.JSON:
        yield from _json(listing)
    elif form is Form.JSONL:
        yield from (msgspec.json.encode(_fields(listing, row)) + b"\n" for row in listing.rows)
    elif form is Form.CSV:
        yield from _csv(listing)
    else:
        yield from _markdown(listing)


def _fields(listing: Listing | Grid, row: Any) -> dict[str, Any]:
    return dict(zip(listing.fields, listing.values(row), strict=True))


def _json(listing: Listing | Grid) -> Iterator[bytes]:
    text = msgspec.json.encode([_fields(listing, row) for row in listing.rows])
    yield msgspec.json.format(text, indent=2) + b"\n"


def _csv(listing: Listing | Grid) -> Iterator[bytes]:
    yield csv_line(listing.fields)
    for row in listing.rows:
        yield csv_line([cell(value) for value in listing.values(row)])


def _markdown(listing: Listing | Grid) -> Iterator[bytes]:
    shown = listing.shown
    yield _row([escaped(visible(column.head)) for column in shown])
    yield _row(["--:" if column.right else "---" for column in shown])
    for row in listing.rows:
        yield _row([escaped(visible(column.cell(row))) for column in shown])


def _row(cells: Sequence[str]) -> bytes:
    return f"| {' | '.join(cells)} |\n".encode()
