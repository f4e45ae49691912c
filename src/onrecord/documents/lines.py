"""The lines of a text, and where a text is wrapped by hand."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from onrecord.documents.signs import sign
from onrecord.model import Span

LINE_ENDS = "\n\r\v\f\x85\u2028\u2029"
"""The characters that end a line."""

_BREAK = re.compile(f"\r\n|[{LINE_ENDS}]")
_MARKER = re.compile(r"[•‣◦▪●■►·*]\s*(?=\S)|[-–—]\s+(?=\S)|\(?[0-9]{1,2}[.)]\s+|\([a-z]\)\s+")
_LONGEST_MARKER = 12
_NARROWEST, _NARROW, _WIDEST = 30, 50, 120
_CLOSING = "\"'”’»)]"
_SLACK = 8
_FEW_PAIRS = 3


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not blank: its span without the white space around it, and its words."""

    span: Span
    indent: int
    words: str

    @property
    def is_item(self) -> bool:
        """Whether it begins with the mark of a list: a bullet, a dash, a number."""
        return _MARKER.match(self.words[:_LONGEST_MARKER]) is not None

    @property
    def is_closed(self) -> bool:
        """Whether it ends as a sentence or a clause does."""
        return self.words.rstrip(_CLOSING).endswith((".", "!", "?", ":", ";", "…"))

    @property
    def first_word(self) -> int:
        """How many characters its first word has."""
        return len(self.words[:_WIDEST].split(maxsplit=1)[0])


def stanzas(text: str) -> list[list[Line]]:
    """The lines of `text` in groups that blank lines separate."""
    groups: list[list[Line]] = [[]]
    for line in _lines(text):
        if line.words:
            groups[-1].append(line)
        elif groups[-1]:
            groups.append([])
    return [group for group in groups if group]


def wrap_width(groups: Sequence[Sequence[Line]]) -> int | None:
    """The column at which the text was wrapped by hand, or None where its lines are whole.

    Greedy wrapping leaves a trace: the first word of the next line would not have fitted. At
    least half of the inner line ends have to bear it, and all where there are one or two. In a
    narrow column, where the lines of a list look alike, the next line has to begin in lower case.
    """
    pairs = [pair for group in groups for pair in pairwise(group) if not pair[1].is_item]
    width = max((len(line.words) for pair in pairs for line in pair), default=0)
    whole = sum(len(line.words) > _WIDEST and " " in line.words for g in groups for line in g)
    if not _NARROWEST <= width <= _WIDEST or whole > 1 + len(pairs) // 4:
        return None
    narrow = width < _NARROW
    full = sum(
        _fills(a, b, width) and not a.is_closed and (b.words[0].islower() or not narrow)
        for a, b in pairs
    )
    if len(pairs) < _FEW_PAIRS:
        full = sum(_fills(a, b, width) and _goes_on(a, b) for a, b in pairs)
        return width if full == len(pairs) else None
    return width if full * 2 >= len(pairs) else None


def continues(before: Line, line: Line, width: int | None, *, in_item: bool) -> bool:
    """Whether `line` belongs to the same paragraph as the line before it.

    `width` is that of `wrap_width`; `in_item` says that the paragraph began as a list item,
    whose lines may be indented.
    """
    if line.is_item and (before.is_closed or in_item or width is None):
        return False
    if _goes_on(before, line):
        return True
    if width is None or (line.indent > before.indent + 1 and not in_item):
        return False
    return _fills(before, line, width - (0 if before.is_closed else _SLACK))


def _goes_on(before: Line, line: Line) -> bool:
    """Whether the words alone say so: an open clause, and a line that begins in lower case."""
    if not line.words[0].islower() or before.is_closed or len(before.words) < _NARROW - _SLACK:
        return False
    return sign("date_line").match(line.words) is None


def _fills(before: Line, line: Line, width: int) -> bool:
    return len(before.words) + 1 + line.first_word > width


def _lines(text: str) -> Iterator[Line]:
    start = 0
    for match in _BREAK.finditer(text):
        yield _line(text, start, match.start())
        start = match.end()
    yield _line(text, start, len(text))


def _line(text: str, start: int, end: int) -> Line:
    raw = text[start:end]
    words = raw.strip()
    indent = len(raw) - len(raw.lstrip())
    return Line(Span(start + indent, start + indent + len(words)), indent, words)
