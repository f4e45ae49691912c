"""The words of a PDF page and where they stand. Points of 1/72 inch, the origin lower left."""

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pypdfium2.raw as pdfium

from onrecord.documents.canonical import whole

_MOST_CHARACTERS = 200_000  # of one page
_JUMP = 0.35  # of the height: wider gaps part words
_SIZES = (0.7, 1.4)  # times the height: smaller or larger is another word
_RISE = 0.3  # of the height: further up or down is another word
_NOTE_SIZE, _NOTE_MARKS = 0.8, frozenset("0123456789*†‡,")
_HYPHENS = {0x02: "\xad", 0xFFFE: "\xad"}  # how pdfium gives a hyphen at the end of a line


@dataclass(frozen=True, slots=True)
class Word:
    """A run of characters between gaps, with the box that its font gives it."""

    text: str
    left: float
    right: float
    bottom: float
    top: float

    @property
    def height(self) -> float:
        """Of the box: about a fifth more than the size of the type."""
        return self.top - self.bottom

    @property
    def middle(self) -> float:
        """How high it stands on the page."""
        return (self.top + self.bottom) / 2


def words_of(textpage: Any) -> list[Word]:
    """The words of a page in the order in which the file draws them, without note marks."""
    found: list[Word] = []
    for word in _words(textpage):
        if not (found and _is_note_mark(found[-1], word)):
            found.append(word)
    return found


def _words(textpage: Any) -> Iterator[Word]:
    held: list[Word] = []
    for character in _characters(textpage):
        if character is None or (held and _is_apart(held[-1], character)):
            if held:
                yield _joined(held)
            held = []
        if character is not None:
            held.append(character)
    if held:
        yield _joined(held)


def _characters(textpage: Any) -> Iterator[Word | None]:
    """Each character in its box; None for white space."""
    for index in range(min(textpage.count_chars(), _MOST_CHARACTERS)):
        code = pdfium.FPDFText_GetUnicode(textpage, index)
        sign = _HYPHENS.get(code) or whole(chr(min(code, sys.maxunicode)))
        if sign.isspace() or not code:
            yield None
        else:
            left, bottom, right, top = textpage.get_charbox(index, loose=True)
            yield Word(sign, left, right, bottom, top) if top > bottom else None


def _is_apart(before: Word, character: Word) -> bool:
    height = max(before.height, 1.0)
    gap = character.left - before.right
    return (
        not -height < gap < height * _JUMP
        or abs(character.middle - before.middle) > height * _RISE
        or not _SIZES[0] < character.height / height < _SIZES[1]
    )


def _is_note_mark(before: Word, word: Word) -> bool:
    """Whether small raised figures stand close behind a word: no number of the text."""
    close = -1 < word.left - before.right < before.height * _JUMP
    small = word.height < before.height * _NOTE_SIZE and word.bottom > before.bottom + 1
    return close and small and _NOTE_MARKS.issuperset(word.text)


def _joined(characters: list[Word]) -> Word:
    return Word(
        "".join(c.text for c in characters),
        min(c.left for c in characters),
        max(c.right for c in characters),
        min(c.bottom for c in characters),
        max(c.top for c in characters),
    )
