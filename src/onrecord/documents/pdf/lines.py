"""The lines of a page in the order of reading: columns one after the other, tables row by row."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import mean, median

from onrecord.documents.pdf.words import Word

Row = list[Word]

_GUTTER = 0.9  # of the height: the least white between columns
_CELL = 1.5  # of the height: the least white between the cells of a table
_COLUMN_ROWS = 3
_COLUMN_WORDS = 3.0  # a column of prose has that many words a row, a table fewer
_APART = 2.5  # rows: the least white that ends a group of columns
_DEEPEST = 6


@dataclass(frozen=True, slots=True)
class Line:
    """A line of print; `column` numbers the columns of the page in the order of reading."""

    text: str
    left: float
    right: float
    bottom: float
    top: float
    first: float  # width of its first word
    column: int
    margins: tuple[float, float]  # left and right edge of its column

    @property
    def height(self) -> float:
        """Of its largest type."""
        return self.top - self.bottom


def lines_of(words: Sequence[Word]) -> list[Line]:
    """The lines of a page's words."""
    return [
        _line(
            row,
            number,
            (min(w.left for r in rows for w in r), max(w.right for r in rows for w in r)),
        )
        for number, rows in enumerate(_columns(list(words), _DEEPEST))
        for row in rows
    ]


def _columns(words: list[Word], depth: int) -> Iterator[list[Row]]:
    """Groups of rows: what stands over columns, each column, what stands below."""
    rows = _rows(words)
    done = 0
    start = 0
    while start < len(rows) and depth:
        found = _group(rows, start)
        if found is None:
            start += 1
            continue
        first, last, gutter = found
        first = max(first, done)
        if first > done:
            yield rows[done:first]
        inside = [word for row in rows[first:last] for word in row]
        for side in (
            [word for word in inside if word.right <= gutter],
            [word for word in inside if word.right > gutter],
        ):
            yield from _columns(side, depth - 1)
        done = start = last
    if done < len(rows):
        yield rows[done:]


def _rows(words: list[Word]) -> list[Row]:
    """Words at the same height, from left to right; the rows from the top down."""
    rows: list[Row] = []
    for word in sorted(words, key=lambda word: -word.middle):
        if rows and rows[-1][0].middle - word.middle < min(word.height, rows[-1][0].height) / 2:
            rows[-1].append(word)
        else:
            rows.append([word])
    return [sorted(row, key=lambda word: word.left) for row in rows]


def _group(rows: list[Row], start: int) -> tuple[int, int, float] | None:
    """The rows around `start` that share a gutter, as first, last + 1, and where it lies."""
    best: tuple[int, int, float] | None = None
    for one, other in pairwise(rows[start]):
        if other.left - one.right < one.height * _GUTTER:
            continue
        gap = (one.right, other.left)
        last, gap = _reach(rows, range(start + 1, len(rows)), gap)
        first, gap = _reach(rows, range(start - 1, -1, -1), gap)
        found = (min(start, first), max(last, start) + 1, sum(gap) / 2)
        if _is_prose(rows[found[0] : found[1]], found[2]) and (
            best is None or found[1] - found[0] > best[1] - best[0]
        ):
            best = found
    return best


def _reach(
    rows: list[Row], numbers: range, gap: tuple[float, float]
) -> tuple[int, tuple[float, float]]:
    """How far the gap stays white, and what is left of it."""
    reached = numbers.start - numbers.step
    for number in numbers:
        row = rows[number]
        white = _white(row, gap)
        beside = row[0].left < gap[1] <= row[-1].right
        far = abs(rows[reached][0].middle - row[0].middle) > row[0].height * _APART
        if white[1] - white[0] < row[0].height * _GUTTER / 2 or (far and not beside):
            break
        reached, gap = number, white
    return reached, gap


def _white(row: Row, gap: tuple[float, float]) -> tuple[float, float]:
    """What a row leaves white of a gap between columns; nothing where a word crosses it."""
    low, high = gap
    for word in row:
        if word.left <= low and word.right >= high:
            return (low, low)
        if word.right < (low + high) / 2:
            low = max(low, word.right)
        elif word.left < high:
            high = max(low, min(high, word.left))
    return (low, high)


def _is_prose(rows: list[Row], gutter: float) -> bool:
    """Whether text runs on both sides: enough rows, and enough words in them."""
    left = [sum(word.right <= gutter for word in row) for row in rows]
    right = [sum(word.right > gutter for word in row) for row in rows]
    sides = [[count for count in side if count] for side in (left, right)]
    return all(len(side) >= _COLUMN_ROWS and mean(side) >= _COLUMN_WORDS for side in sides)


def _line(row: Row, column: int, margins: tuple[float, float]) -> Line:
    height = median(word.height for word in row)
    text = row[0].text
    for before, word in pairwise(row):
        text += (" | " if word.left - before.right > height * _CELL else " ") + word.text
    return Line(
        text=text,
        left=row[0].left,
        right=row[-1].right,
        bottom=min(word.bottom for word in row),
        top=max(word.top for word in row),
        first=row[0].right - row[0].left,
        column=column,
        margins=margins,
    )
