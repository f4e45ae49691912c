"""Cells of tables that spreadsheets will open."""

import csv
import io
from collections.abc import Sequence

from onrecord.exports.visible import visible

# What a spreadsheet would take for the beginning of a formula (OWASP, CSV injection).
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def is_formula(text: str) -> bool:
    """Whether a spreadsheet would take the text for a formula."""
    return text.startswith(_FORMULA)


def cell(value: object) -> str:
    """A value as the text of a cell: numbers stay numbers, several values are parted by "; ".

    An apostrophe goes before text that a spreadsheet would take for a formula; nothing else of a
    text is changed.
    """
    if isinstance(value, bool):
        return "true" if value else "false"
    if value is None or isinstance(value, int | float):
        return "" if value is None else str(value)
    text = joined(value) if isinstance(value, tuple) else str(value)
    return f"'{text}" if is_formula(text) else text


def plain_cell(value: object) -> str:
    """A value for tab-separated tables without quotation marks: in one line, never a formula.

    White space of any kind is a space, control characters are shown as their code points.
    """
    if value is None or isinstance(value, int | float):
        return "" if value is None else str(value)
    text = visible(str(value))
    return f"'{text}" if is_formula(text) and text.strip("-") else text


def joined(values: tuple[object, ...]) -> str:
    """Several values in one cell."""
    return "; ".join(map(str, values))


def csv_line(cells: Sequence[str]) -> bytes:
    """A row of RFC 4180, UTF-8; a cell with any end of line in it stands in quotation marks."""
    line = io.StringIO(newline="")
    csv.writer(line, lineterminator="\r\n").writerow(cells)
    return line.getvalue().removesuffix("\r\n").encode() + b"\n"
