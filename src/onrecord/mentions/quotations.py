"""Quotation marks: which stretches of a paragraph stand between them.

A quotation never leaves its block. A mark that is not closed makes one only where the next block
opens with a mark again: quotations over several paragraphs open each and close the last alone.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.model import Report, Span

_MARK = re.compile(r"''|``|[\"“”„‟«»‹›‘’'‚]")
_OPENS_AFTER = frozenset('([{—–-:/“"‘«')
_OPENS = {"“": '"', "„": '"', "‟": '"', "``": '"', "«": "«", "‹": "‹", "‘": "'", "‚": "'"}
_CLOSES = {"”": '"', "»": "«", "›": "‹"}
_EITHER = {'"': '"', "''": '"', "'": "'", "’": "'"}
_ENDS_SPEECH = frozenset(",.?!…—–-")
_FARTHEST = 60
"""How many marks further on a closing mark is looked for."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """A stretch between quotation marks in block number `block`.

    `span` has the marks, `words` has not. `closed` is false where the end of the block ends it.
    """

    span: Span
    words: Span
    block: int
    closed: bool


@dataclass(frozen=True, slots=True)
class _Mark:
    """A quotation mark: its sign, where, of which family, and whether it can open or close."""

    sign: str
    span: Span
    family: str
    opens: bool
    closes: bool


def find_quotations(report: Report) -> tuple[Quotation, ...]:
    """The outermost quotations of a report, in text order."""
    found: list[Quotation] = []
    for number, block in enumerate(report.blocks):
        if block.role != "boilerplate":
            found += _in_block(report.text, number, block.span, _opening(report, number + 1))
    return tuple(found)


def _opening(report: Report, number: int) -> str | None:
    """The family of the mark that opens block `number`."""
    if number >= len(report.blocks):
        return None
    match = _MARK.match(report.text, report.blocks[number].span.start)
    return _family(match.group()) if match else None


def _family(sign: str) -> str:
    return _OPENS.get(sign) or _CLOSES.get(sign) or _EITHER[sign]


def _in_block(text: str, number: int, block: Span, following: str | None) -> Iterator[Quotation]:
    """The quotations of a block; `following` is the family of the mark that opens the next."""
    marks = list(_marks(text, block))
    i = 0
    while i < len(marks):
        mark = marks[i]
        closing = _closing(marks, i, text) if mark.opens else None
        if closing is not None:
            end = _with_inner(text, mark, marks[closing].span, block.end)
            words = Span(mark.span.end, end.start)
            yield Quotation(Span(mark.span.start, end.end), words, number, closed=True)
            i = closing
        elif mark.opens and mark.family == following and _is_alone(marks, i):
            words = Span(mark.span.end, block.end)
            yield Quotation(Span(mark.span.start, block.end), words, number, closed=False)
            return
        i += 1


def _with_inner(text: str, first: _Mark, last: Span, limit: int) -> Span:
    """The closing mark; in ''' it stands after the one that closes an inner quotation."""
    if first.sign == "''" and last.end < limit and text[last.end] == "'":
        return Span(last.start + 1, last.end + 1)
    return last


def _is_alone(marks: list[_Mark], i: int) -> bool:
    """Whether no mark of the family could open another quotation after this one."""
    family = marks[i].family
    return family != "'" and not any(m.family == family and m.opens for m in marks[i + 1 :])


def _marks(text: str, block: Span) -> Iterator[_Mark]:
    for match in _MARK.finditer(text, block.start, block.end):
        sign, span = match.group(), Span(*match.span())
        if sign in _OPENS:
            yield _Mark(sign, span, _OPENS[sign], opens=True, closes=False)
        elif sign in _CLOSES:
            yield _Mark(sign, span, _CLOSES[sign], opens=False, closes=True)
        else:
            before = text[span.start - 1] if span.start > block.start else " "
            after = text[span.end] if span.end < block.end else " "
            opens, closes = _directions(sign, before, after)
            if opens or closes:
                yield _Mark(sign, span, _EITHER[sign], opens, closes)


def _directions(sign: str, before: str, after: str) -> tuple[bool, bool]:
    """Whether a mark without direction opens or closes, by the characters around it."""
    opens = (before.isspace() or before in _OPENS_AFTER) and not after.isspace()
    closes = not before.isspace() and not after.isalnum()
    if _EITHER[sign] == "'":
        return opens and sign == "'" and after.isalpha(), closes
    return (opens, closes) if opens or closes else (True, True)


def _closing(marks: list[_Mark], i: int, text: str) -> int | None:
    """The index of the mark that closes mark `i`."""
    if marks[i].family == "'":
        return _closing_single(marks, i, text)
    depth = 0
    for j in range(i + 1, min(len(marks), i + _FARTHEST)):
        mark = marks[j]
        if mark.family != marks[i].family:
            continue
        if mark.closes:
            if not depth:
                return j
            depth -= 1
        elif mark.sign == "«":
            depth += 1
        elif mark.sign in _OPENS:
            return j if _is_mistyped(marks[i], mark, text) else None
    return None


def _is_mistyped(first: _Mark, second: _Mark, text: str) -> bool:
    """Whether an opening mark stands for a closing one: „so“, or after a comma as in "so, “"."""
    before = text[max(first.span.end, second.span.start - 2) : second.span.start]
    return first.sign == "„" or before.rstrip().endswith(",")


def _closing_single(marks: list[_Mark], i: int, text: str) -> int | None:
    """A single mark is closed after punctuation, or else by the first mark at a word's end."""
    first: int | None = None
    for j in range(i + 1, min(len(marks), i + _FARTHEST)):
        mark = marks[j]
        if mark.family != "'" or not mark.closes:
            continue
        if text[mark.span.start - 1] in _ENDS_SPEECH:
            return j
        first = j if first is None else first
    return first
