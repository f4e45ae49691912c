"""Lines -> paragraphs, over columns and pages."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from onrecord.documents.pdf.lines import Line
from onrecord.lexicon import word_set

_LEADING = 1.35  # of the usual distance between lines: more parts paragraphs
_SIZES = 0.12  # difference of type sizes that parts paragraphs
_SMALL = 0.88  # of the usual size: type of notes
_WIDE = 0.6  # of the column: lines as wide as this show where a paragraph's edge is
_INDENT = 0.8  # of the height
_ITEM = re.compile(r"(?:[•‣◦▪●■►·*]|[-–—] |\(?[0-9]{1,2}[.)] |\([a-z]{1,3}\) )")
_NOTE = re.compile(r"(?:[0-9]{1,3}|\*{1,3}|[†‡])[ .)]? ?\S")
_CLOSED = re.compile(r"[.!?:;…][\"'”’»)\]]*$")
_HYPHENATED = re.compile(r"(\w+)([-\xad‐])$")
_FIRST_PARTS = word_set("hyphens")  # at once: the reader runs where no file can be opened
_WORD = re.compile(r"\w+(?:[-‐]\w+)*")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph's words, and the page on which it begins, from 1."""

    words: str
    page: int


def paragraphs(pages: Sequence[Sequence[Line]]) -> list[Paragraph]:
    """The paragraphs of all pages in order, and then the notes at the feet of the pages."""
    lines = [line for page in pages for line in page]
    if not lines:
        return []
    size = median(line.height for line in lines)
    written = {word.casefold() for line in lines for word in _WORD.findall(line.text)[:-1]}
    texts, notes = zip(*(_split_notes(page, size) for page in pages), strict=True)
    return [
        Paragraph(_joined([line.text for line in group], written), page)
        for part in (texts, notes)
        for page, group in _groups(part)
    ]


def _split_notes(page: Sequence[Line], size: float) -> tuple[list[Line], list[Line]]:
    """The lines of the text, and the small print under it that begins as a note does."""
    for number, line in enumerate(page):
        below = page[number:]
        small = all(other.height < size * _SMALL for other in below)
        if small and number and _NOTE.match(line.text):
            return list(page[:number]), list(below)
    return list(page), []


def _groups(pages: Iterable[Sequence[Line]]) -> Iterator[tuple[int, list[Line]]]:
    held: list[Line] = []
    begun = 0
    usual = _leading(pages := list(pages))
    for number, page in enumerate(pages, start=1):
        for position, line in enumerate(page):
            turned = position == 0 or page[position - 1].column != line.column
            if held and not _goes_on(held, line, usual, turned=turned):
                yield begun, held
                held = []
            begun = begun if held else number
            held.append(line)
    if held:
        yield begun, held


def _leading(pages: Iterable[Sequence[Line]]) -> float:
    """The usual distance between the lines of a paragraph, in heights of a line."""
    steps = [
        (one.top - other.top) / one.height
        for page in pages
        for one, other in pairwise(page)
        if one.column == other.column and other.top < one.top
    ]
    return min(median(steps), 2.2) if steps else 1.2


def _goes_on(held: Sequence[Line], line: Line, usual: float, *, turned: bool) -> bool:
    """Whether a line belongs to the paragraph whose last line stands over it."""
    before = held[-1]
    if abs(line.height / before.height - 1) > _SIZES or " | " in line.text + before.text:
        return False
    open_ = not _CLOSED.search(before.text)
    if turned:  # on another page or in another column
        return open_ and (line.text[0].islower() or bool(_HYPHENATED.search(before.text)))
    if (before.top - line.top) / before.height > usual * _LEADING:
        return False
    if _ITEM.match(line.text) and (not open_ or _ITEM.match(held[0].text)):
        return False
    if line.left > before.left + before.height * _INDENT and not _ITEM.match(held[0].text):
        return open_ and len(held) > 1
    room = _edge(before, line) - before.right
    return room < line.first + before.height or (open_ and line.text[0].islower())


def _edge(before: Line, line: Line) -> float:
    """The right edge of the paragraph that two lines belong to: a quotation may be set narrower."""
    left, right = before.margins
    reached = max(before.right, line.right)
    return reached if reached - left > _WIDE * (right - left) else right


def _joined(lines: Sequence[str], written: set[str]) -> str:
    text = lines[0]
    for line in lines[1:]:
        match = _HYPHENATED.search(text)
        if match is None or not line[0].isalnum():
            text = f"{text} {line}"
        elif _keeps_hyphen(match[1], line, written):
            text = f"{text[: match.start(2)]}-{line}"
        else:
            text = text[: match.start(2)] + line
    return text.replace("\xad", "-" if text.endswith("\xad") else "")


def _keeps_hyphen(start: str, line: str, written: set[str]) -> bool:
    """Whether the hyphen at the end of a line is part of the word.

    As the document writes the word elsewhere; else it is in compounds with names, figures, and
    the first parts in `hyphens.yaml`.
    """
    word = _WORD.match(line)
    rest = word[0] if word else ""
    if f"{start}{rest}".casefold() in written:
        return False
    if f"{start}-{rest}".casefold() in written or not line[0].islower():
        return True
    return start.casefold() in _FIRST_PARTS or start[-1].isdigit()
