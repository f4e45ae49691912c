"""The rows of a table that somebody keeps: CSV or XLSX, the first row with words is the head."""

import csv
import io
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from onrecord.exports.cells import is_formula

_SEPARATORS = ",;\t|"
_MOST_BYTES = 50_000_000
_MOST_UNPACKED = 500_000_000


@dataclass(frozen=True, slots=True)
class Row:
    """A row by its number in the sheet, from 1; its cells by the words at their heads."""

    number: int
    cells: dict[str, Any]


def rows(data: bytes, sheet: str | None = None) -> Iterator[Row]:
    """The rows below the head that are not empty; of a workbook those of one sheet, or the first.

    Cells are text, numbers, dates or None. Raises `ValueError` for what is no such table.
    """
    if len(data) > _MOST_BYTES:
        raise ValueError(f"more than {_MOST_BYTES // 1_000_000} MB")
    table = _workbook(data, sheet) if data.startswith(b"PK") else _csv(data)
    head: list[str] | None = None
    for number, cells in enumerate(table, start=1):
        if all(cell is None or not str(cell).strip() for cell in cells):
            continue
        if head is None:
            head = [" ".join(str(cell or "").split()) for cell in cells]
            continue
        yield Row(number, {name: cell for name, cell in zip(head, cells, strict=False) if name})
    if head is None:
        raise ValueError("there is nothing in it")


def _csv(data: bytes) -> Iterator[Sequence[Any]]:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ValueError(f"no UTF-8 at byte {error.start}") from error
    head = text.partition("\n")[0]
    separator = max(_SEPARATORS, key=head.count)
    try:
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=separator):
            yield [_unguarded(cell) for cell in row]
    except csv.Error as error:
        raise ValueError(f"not CSV: {error}") from error


def _unguarded(cell: str) -> str:
    """Without the apostrophe that keeps a cell from being a formula."""
    return cell[1:] if cell.startswith("'") and is_formula(cell[1:]) else cell


def _workbook(data: bytes, sheet: str | None) -> Iterator[Sequence[Any]]:
    try:
        yield from _cells(data, sheet)
    except ValueError:
        raise
    except ImportError as error:
        raise ValueError("XLSX needs more: pip install 'onrecord[xlsx]'") from error
    except Exception as error:  # whatever a broken archive or its XML makes the library raise
        raise ValueError(f"not XLSX: {error}") from error


def _cells(data: bytes, sheet: str | None) -> Iterator[Sequence[Any]]:
    from openpyxl import load_workbook

    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        if sum(member.file_size for member in packed.infolist()) > _MOST_UNPACKED:
            raise ValueError(f"more than {_MOST_UNPACKED // 1_000_000} MB when unpacked")
    book = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
    if sheet is not None and sheet not in book.sheetnames:
        raise ValueError(f"no sheet {sheet!r}: one of {', '.join(book.sheetnames)}")
    yield from book[sheet or book.sheetnames[0]].iter_rows(values_only=True)
