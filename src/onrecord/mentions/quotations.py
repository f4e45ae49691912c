"""Quotation marks: which stretches of a paragraph stand between them.

A quotation never leaves its block. Where a mark is not closed, it runs to the end of the block
if it opened the block (the habit of quotations over several paragraphs: each opens with a mark
again, only the last is closed), else it is no quotation.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.model import Report, Span

_MARK = re.compile(r"''|``|[\"“”„‟«»‹›‘’'‚]")
_SPACE_OR_OPENING = frozenset('([{—–-:/“"‘«')
_OPENS_ONLY = {"“": '"', "„": '"', "‟": '"', "«": "«", "``": '"', "‘": "'", "‚": "'", "‹": "‹"}
_CLOSES_ONLY = {"”": '"', "»": "«", "›": "‹"}
_EITHER = {'"': '"', "''": '"', "'": "'", "’": "'"}
_ENDS_SPEECH = frozenset(",.?!…—–-")


@dataclass(frozen=True, slots=True)
class Quotation:
    """A stretch between quotation marks.

    `span` has the marks, `words` has not. `closed` is false where the end of the block closes it.
    """

    span: Span
    words: Span
    block: int
    closed: bool


@dataclass(frozen=True, slots=True)
class _Mark:
    """A quotation mark: where, of which family, and whether it can open or close."""

    span: Span
    family: str
    opens: bool
    closes: bool


def find_quotations(report: Report) -> tuple[Quotation, ...]:
    """The outermost quotations of a report, in text order."""
    return tuple(
        quotation
        for number, block in enumerate(report.blocks)
        if block.role != "boilerplate"
        for quotation in _in_block(report.text, number, block.span)
    )


def _in_block(text: str, number: int, block: Span) -> Iterator[Quotation]:
    marks = list(_marks(text, block))
    i = 0
    while i < len(marks):
        mark = marks[i]
        closing = _closing(marks, i, text) if mark.opens else None
        if closing is not None:
            end = marks[closing].span
            words = Span(mark.span.end, end.start)
            yield Quotation(Span(mark.span.start, end.end), words, number, closed=True)
            i = closing + 1
        elif mark.opens and mark.span.start == block.start and mark.family != "'":
            words = Span(mark.span.end, block.end)
            yield Quotation(Span(mark.span.start, block.end), words, number, closed=False)
            return
        else:
            i += 1


def _marks(text: str, block: Span) -> Iterator[_Mark]:
    for match in _MARK.finditer(text, block.start, block.end):
        sign = match.group()
        before = text[match.start() - 1] if match.start() > block.start else " "
        after = text[match.end()] if match.end() < block.end else " "
        if sign in _OPENS_ONLY:
            yield _Mark(Span(*match.span()), _OPENS_ONLY[sign], opens=True, closes=False)
        elif sign in _CLOSES_ONLY:
            yield _Mark(Span(*match.span()), _CLOSES_ONLY[sign], opens=False, closes=True)
        else:
            family = _EITHER[sign]
            opens = (before.isspace() or before in _SPACE_OR_OPENING) and not after.isspace()
            closes = not before.isspace() and not after.isalnum()
            if family == "'":
                opens = opens and sign == "'" and after.isalpha()
            elif not opens and not closes:
                opens = closes = True
            if opens or closes:
                yield _Mark(Span(*match.span()), family, opens, closes)


def _closing(marks: list[_Mark], i: int, text: str) -> int | None:
    """The index of the mark that closes mark `i`."""
    if marks[i].family == "'":
        return _closing_single(marks, i, text)
    depth = 0
    for j in range(i + 1, len(marks)):
        mark = marks[j]
        if mark.family != marks[i].family:
            continue
        if mark.closes and not (mark.opens and depth):
            if not depth:
                return j
            depth -= 1
        elif mark.opens and not mark.closes and text[mark.span.start] in "„«“":
            if text[mark.span.start] == "“" and text[marks[i].span.start] == "„":
                return j
            if text[mark.span.start] == "«":
                depth += 1
            else:
                return None
    return None


def _closing_single(marks: list[_Mark], i: int, text: str) -> int | None:
    """A single mark is closed after punctuation, or else by the first mark at a word's end."""
    first: int | None = None
    for j in range(i + 1, len(marks)):
        mark = marks[j]
        if mark.family != "'" or not mark.closes:
            continue
        if text[mark.span.start - 1] in _ENDS_SPEECH:
            return j
        first = j if first is None else first
    return first
