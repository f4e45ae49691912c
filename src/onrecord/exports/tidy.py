"""Tidy CSV: one file for each kind of thing, and a data dictionary that says what is in them."""

from collections.abc import Iterator

from onrecord.exports.cells import cell, csv_line
from onrecord.exports.chosen import Chosen, choose
from onrecord.exports.tables import Table, tables
from onrecord.record import Record
from onrecord.views.selection import EVERYTHING, Selection


def files(
    record: Record, selection: Selection = EVERYTHING
) -> Iterator[tuple[str, Iterator[bytes]]]:
    """Each file's name, and its lines."""
    chosen = choose(record, selection)
    yield "dictionary.csv", dictionary()
    for table in tables():
        yield f"{table.name}.csv", _lines(table, chosen)


def dictionary() -> Iterator[bytes]:
    """The data dictionary: a row for each column of each table."""
    yield csv_line(("table", "row", "column", "type", "meaning"))
    for table in tables():
        for column in table.columns:
            yield csv_line((table.name, table.row, column.name, column.type, column.meaning))


def _lines(table: Table, chosen: Chosen) -> Iterator[bytes]:
    names = [column.name for column in table.columns]
    yield csv_line(names)
    for row in table.rows(chosen):
        yield csv_line([cell(row[name]) for name in names])
