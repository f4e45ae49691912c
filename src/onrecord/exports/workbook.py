"""The record as an XLSX workbook: a ledger as trackers publish it, and a sheet for each kind."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from tempfile import TemporaryFile
from typing import Any

from xlsxwriter import Workbook

from onrecord.exports.cells import is_formula, joined
from onrecord.exports.chosen import Chosen, choose
from onrecord.exports.streams import pieces
from onrecord.exports.tables import Table, tables
from onrecord.record import Record
from onrecord.views.change import Change
from onrecord.views.selection import EVERYTHING, Selection

_LONGEST = 32_767  # characters of a cell that Excel can hold
_MADE = datetime(1980, 1, 1)  # noqa: DTZ001  # as in the ZIP: the same record, the same bytes
# The columns of the ledger sheet: heading, column of the table, width in characters.
_LEDGER = (
    ("Party", "party", 22),
    ("Mission", "mission", 30),
    ("Beneficiary", "beneficiary", 18),
    ("Step", "status", 12),
    ("What", "what", 40),
    ("From", "min", 12),
    ("To", "max", 12),
    ("About", "approx", 8),
    ("Unit", "unit", 16),
    ("In all", "total", 16),
    ("Date", "date", 14),
    ("First day", "first_day", 12),
    ("Last day", "last_day", 12),
    ("Certainty", "certainty", 12),
    ("According to", "source", 22),
    ("Sentence", "sentence", 80),
    ("Publisher", "publisher", 22),
    ("Published", "published", 12),
    ("Address", "url", 30),
    ("Reports", "reports", 9),
    ("Independent", "independent", 12),
    ("Decided", "decisions", 22),
    ("Id", "id", 18),
)
_CHANGES = (
    ("Date", "date", 12),
    ("Change", "change", 14),
    ("What", "what", 50),
    ("Field", "field", 14),
    ("Before", "before", 24),
    ("Now", "now", 24),
    ("Because", "because", 40),
    ("Sentence", "sentence", 80),
    ("Id", "id", 18),
)
_SHEETS = ("events", "statements", "figures", "sources")
_WIDTH = 18
_FIRST_YEAR = 1900  # of the calendar of Excel


def lines(
    record: Record, selection: Selection = EVERYTHING, changes: Sequence[Change] | None = None
) -> Iterator[bytes]:
    """The file, in pieces; with `changes` a sheet tells of them."""
    chosen = choose(record, selection)
    by_name = {table.name: table for table in tables()}
    with TemporaryFile() as file:
        with Workbook(file, {"constant_memory": True}) as book:
            book.set_properties({"created": _MADE})
            sheets = _Sheets(book)
            _ledger(sheets, by_name["ledger"], chosen)
            for name in _SHEETS:
                _sheet(sheets, by_name[name], chosen)
            if changes is not None:
                _changes(sheets, changes)
            _columns(sheets, [by_name[name] for name in ("ledger", *_SHEETS)])
        yield from pieces(file)


class _Sheets:
    """The sheets of a workbook, written one after the other and each row by row."""

    def __init__(self, book: Workbook) -> None:
        self._book = book
        self._head = book.add_format({"bold": True, "text_wrap": True})
        self._day = book.add_format({"num_format": "yyyy-mm-dd"})
        self._quoted = book.add_format({"quote_prefix": True})

    def begin(self, name: str, heads: Sequence[tuple[str, int]]) -> None:
        """A sheet with these headings and widths in characters."""
        self._sheet, self.rows, self._wide = self._book.add_worksheet(name), 0, len(heads)
        self._sheet.freeze_panes(1, 0)
        for column, (head, width) in enumerate(heads):
            self._sheet.set_column(column, column, width)
            self._sheet.write_string(0, column, head, self._head)

    def add(self, values: Sequence[tuple[Any, str]]) -> None:
        """A row of values, each with its type."""
        self.rows += 1
        for column, (value, type_) in enumerate(values):
            if value is not None:
                self._write(column, value, type_)

    def filtered(self) -> None:
        """Let the rows of this sheet be filtered by what is in its columns."""
        self._sheet.autofilter(0, 0, self.rows, self._wide - 1)

    def _write(self, column: int, value: Any, type_: str) -> None:
        """A number, a day, yes or no, else text that is never a formula."""
        at = (self.rows, column)
        if type_ == "boolean":
            self._sheet.write_boolean(*at, value)
        elif type_ in ("number", "integer"):
            self._sheet.write_number(*at, value)
        elif type_ == "day" and (day := date.fromisoformat(value)).year >= _FIRST_YEAR:
            self._sheet.write_datetime(*at, day, self._day)
        else:
            text = joined(value) if isinstance(value, tuple) else value
            # what is quoted stays text when somebody edits it, too
            self._sheet.write_string(
                *at, text[:_LONGEST], self._quoted if is_formula(text) else None
            )


def _ledger(sheets: _Sheets, table: Table, chosen: Chosen) -> None:
    types = {column.name: column.type for column in table.columns}
    sheets.begin("Ledger", [(head, width) for head, _, width in _LEDGER])
    for row in table.rows(chosen):
        sheets.add([(row[name], types[name]) for _, name, _ in _LEDGER])
    sheets.filtered()


def _sheet(sheets: _Sheets, table: Table, chosen: Chosen) -> None:
    sheets.begin(table.name.capitalize(), [(column.name, _WIDTH) for column in table.columns])
    for row in table.rows(chosen):
        sheets.add([(row[column.name], column.type) for column in table.columns])


def _changes(sheets: _Sheets, changes: Sequence[Change]) -> None:
    """What has changed since the last edition, and why."""
    sheets.begin("Changes", [(head, width) for head, _, width in _CHANGES])
    for change in changes:
        sheets.add([(getattr(change, name), "text") for _, name, _ in _CHANGES])


def _columns(sheets: _Sheets, shown: Sequence[Table]) -> None:
    """What the columns say; those of the ledger sheet under their headings."""
    sheets.begin("Columns", [("Sheet", 14), ("Column", 18), ("Type", 10), ("Meaning", 90)])
    heads = {name: head for head, name, _ in _LEDGER}
    for table in shown:
        for column in table.columns:
            head = heads.get(column.name) if table.name == "ledger" else column.name
            if head:
                told = (table.name.capitalize(), head, column.type, column.meaning)
                sheets.add([(words, "text") for words in told])
