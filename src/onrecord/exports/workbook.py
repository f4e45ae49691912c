"""The record as an XLSX workbook: a ledger as trackers publish it, and a sheet for each kind."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from tempfile import TemporaryFile
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet._write_only import WriteOnlyWorksheet

from onrecord.exports.cells import is_formula, joined
from onrecord.exports.chosen import Chosen, choose
from onrecord.exports.streams import pieces
from onrecord.exports.tables import Table, tables
from onrecord.record import Record
from onrecord.views.change import Change
from onrecord.views.selection import EVERYTHING, Selection

_LONGEST = 32_767  # characters of a cell that Excel can hold
# What XML 1.0 cannot hold, and what would be read as such: ECMA-376 part 1, 22.9.2.19 (ST_Xstring).
_ESCAPED = re.compile("_(?=x[0-9A-Fa-f]{4}_)|[\x00-\x08\x0b-\x1f\ufffe\uffff\ud800-\udfff]")
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


def lines(
    record: Record, selection: Selection = EVERYTHING, changes: Sequence[Change] | None = None
) -> Iterator[bytes]:
    """The file, in pieces; with `changes` a sheet tells of them."""
    chosen = choose(record, selection)
    book = Workbook(write_only=True)
    by_name = {table.name: table for table in tables()}
    _ledger(book, by_name["ledger"], chosen)
    for name in _SHEETS:
        _sheet(book, by_name[name], chosen)
    if changes is not None:
        _changes(book, changes)
    _columns(book, [by_name[name] for name in ("ledger", *_SHEETS)])
    with TemporaryFile() as file:
        book.save(file)
        yield from pieces(file)


def _ledger(book: Workbook, table: Table, chosen: Chosen) -> None:
    types = {column.name: column.type for column in table.columns}
    sheet = _headed(book, "Ledger", [(head, width) for head, _, width in _LEDGER])
    rows = 1
    for row in table.rows(chosen):
        sheet.append([_cell(sheet, row[name], types[name]) for _, name, _ in _LEDGER])
        rows += 1
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(_LEDGER))}{rows}"


def _sheet(book: Workbook, table: Table, chosen: Chosen) -> None:
    heads = [(column.name, _WIDTH) for column in table.columns]
    sheet = _headed(book, table.name.capitalize(), heads)
    for row in table.rows(chosen):
        sheet.append([_cell(sheet, row[column.name], column.type) for column in table.columns])


def _changes(book: Workbook, changes: Sequence[Change]) -> None:
    """What has changed since the last edition, and why."""
    sheet = _headed(book, "Changes", [(head, width) for head, _, width in _CHANGES])
    for change in changes:
        sheet.append([_text(sheet, getattr(change, name) or "") for _, name, _ in _CHANGES])


def _columns(book: Workbook, shown: Sequence[Table]) -> None:
    """What the columns say; those of the ledger sheet under their headings."""
    sheet = _headed(book, "Columns", [("Sheet", 14), ("Column", 18), ("Type", 10), ("Meaning", 90)])
    heads = {name: head for head, name, _ in _LEDGER}
    for table in shown:
        for column in table.columns:
            head = heads.get(column.name) if table.name == "ledger" else column.name
            if head:
                told = (table.name.capitalize(), head, column.type, column.meaning)
                sheet.append([_text(sheet, words) for words in told])


def _headed(book: Workbook, name: str, heads: Sequence[tuple[str, int]]) -> WriteOnlyWorksheet:
    sheet = book.create_sheet(name)
    sheet.freeze_panes = "A2"
    for number, (_, width) in enumerate(heads, start=1):
        sheet.column_dimensions[get_column_letter(number)].width = width
    cells = []
    for head, _ in heads:
        cell = _text(sheet, head)
        cell.font, cell.alignment = Font(bold=True), Alignment(wrap_text=True)
        cells.append(cell)
    sheet.append(cells)
    return sheet


def _cell(sheet: WriteOnlyWorksheet, value: Any, type_: str) -> Any:
    """A cell of its type: a number, a day, yes or no, else text that is never a formula."""
    if value is None or type_ in ("number", "integer", "boolean"):
        return value
    if type_ == "day":
        return _day(sheet, value)
    return _text(sheet, joined(value) if isinstance(value, tuple) else value)


def _day(sheet: WriteOnlyWorksheet, value: str) -> Any:
    day = date.fromisoformat(value)
    if day.year < 1900:  # noqa: PLR2004 - the calendar of Excel begins there
        return _text(sheet, value)
    cell = WriteOnlyCell(sheet, value=day)
    cell.number_format = "yyyy-mm-dd"
    return cell


def _text(sheet: WriteOnlyWorksheet, value: str) -> Any:
    text = _ESCAPED.sub(lambda found: f"_x{ord(found[0]):04X}_", value[:_LONGEST])
    cell = WriteOnlyCell(sheet, value=text)
    cell.data_type = "s"
    cell.quotePrefix = is_formula(value)  # stays text when somebody edits it, too
    return cell
