"""Tables for a terminal of any width."""

import io
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from typing import Any

from rich.box import SIMPLE_HEAD
from rich.cells import cell_len
from rich.console import Console
from rich.table import Table
from rich.text import Text

from onrecord.exports.columns import Column
from onrecord.exports.visible import visible

_NARROW = 72  # columns; below that a row is a list of its cells
_LEAST = 24
_GAP = 2  # between columns
_WORD, _LEAST_WORD = 14, 5  # letters of words that are not broken if that can be
_PAPER = 120  # columns where there is no terminal to ask


def table(shown: Sequence[Column], rows: Sequence[Any], *, to_file: bool) -> str:
    """The rows as text; coloured only on a terminal, and not where NO_COLOR is set.

    Columns that would be empty throughout are left out.
    """
    console = paper(to_file=to_file)
    cells = [[visible(column.cell(row)) for column in shown] for row in rows]
    filled = [number for number in range(len(shown)) if any(row[number] for row in cells)]
    heads = [shown[number] for number in filled]
    body = [[row[number] for number in filled] for row in cells]
    if console.width < _NARROW:
        _stack(console, heads, body)
    else:
        console.print(_grid(heads, body, console.width))
    return printed(console)


def printed(console: Console) -> str:
    """What was printed to a `paper`, without blanks at the ends."""
    buffer = console.file
    assert isinstance(buffer, io.StringIO)  # noqa: S101
    lines = (line.rstrip() for line in buffer.getvalue().strip("\n").split("\n"))
    return "\n".join(lines) + "\n"


def paper(*, to_file: bool) -> Console:
    """Something to print to, as wide and as colourful as where it will be shown."""
    terminal = not to_file and sys.stdout.isatty()
    return Console(
        file=io.StringIO(),
        force_terminal=terminal,
        width=_width(),
        highlight=False,
        emoji=False,
        legacy_windows=False,
    )


def _width() -> int:
    """As COLUMNS says, else that of the terminal, also where a pager stands in between."""
    if os.environ.get("COLUMNS", "").isdecimal():
        return max(int(os.environ["COLUMNS"]), _LEAST)
    for descriptor in (1, 2, 0):
        with suppress(OSError):
            return max(os.get_terminal_size(descriptor).columns, _LEAST)
    return _PAPER


def _grid(shown: Sequence[Column], rows: Sequence[Sequence[str]], width: int) -> Table:
    grid = Table(
        box=SIMPLE_HEAD, pad_edge=False, show_edge=False, header_style="bold", padding=(0, 1, 0, 0)
    )
    for column, room in zip(shown, widths(shown, rows, width), strict=True):
        grid.add_column(
            column.head,
            justify="right" if column.right else "left",
            width=room,
            no_wrap=not column.share,
            overflow="fold",
        )
    for row in rows:
        grid.add_row(*map(Text, row))
    return grid


def widths(shown: Sequence[Column], rows: Sequence[Sequence[str]], width: int) -> tuple[int, ...]:
    """How wide each column is: as it needs, or where that is too much, by its share.

    What a column does not need of its share goes to the others; words are broken only where
    there is no room for them.
    """
    columns = list(zip([column.head for column in shown], *rows, strict=True))
    found = [max(map(cell_len, column)) for column in columns]
    fixed = sum(size for size, column in zip(found, shown, strict=True) if not column.share)
    room = width - _GAP * (len(shown) - 1) - fixed
    left = {i: column.share for i, column in enumerate(shown) if column.share}
    least = _least({i: columns[i] for i in left}, room)
    while left:
        part = room / sum(left.values())
        settled = {i: found[i] for i in left if found[i] <= part * left[i]}
        if sum(settled.values()) + sum(least[i] for i in left if i not in settled) > room:
            settled = {}
        settled = settled or {i: least[i] for i in left if least[i] > part * left[i]}
        settled = settled or {i: max(int(part * left[i]), 1) for i in left}
        for i, size in settled.items():
            found[i] = size
            room -= size
            del left[i]
    return tuple(found)


def _least(columns: dict[int, Sequence[str]], room: int) -> dict[int, int]:
    """The longest word of each column, cut shorter and shorter until they all find room."""
    words = {
        i: max((cell_len(word) for cell in column for word in cell.split()), default=0)
        for i, column in columns.items()
    }
    for most in range(_WORD, _LEAST_WORD, -1):
        least = {i: min(longest, most) for i, longest in words.items()}
        if sum(least.values()) <= room:
            return least
    return dict.fromkeys(columns, 0)


def _stack(console: Console, shown: Sequence[Column], rows: Sequence[Sequence[str]]) -> None:
    for row in rows:
        for column, cell in zip(shown, row, strict=True):
            if cell:
                console.print(Text.assemble((f"{column.head}: ", "bold"), cell), soft_wrap=False)
        console.print()
