"""The text of a report in pieces, each with the claims that it bears."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from onrecord.model import Block, Kind, Report, Span
from onrecord.record import Claim

_PART = 24_000  # code points of a report on one page
_BLOCK = 8_000  # of a block that is shown whole


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """Words that the same claims cover, the shortest one first; `lit` where they are asked for.

    `begins` are the ids of the claims whose words begin here.
    """

    words: str
    kinds: tuple[Kind, ...] = ()
    claims: tuple[str, ...] = ()
    begins: tuple[str, ...] = ()
    lit: bool = False
    first_lit: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A block of a report, or a slice of a very long one, with the claims that begin in it."""

    role: str
    page: int | None
    pieces: tuple[Piece, ...]
    claims: tuple[Claim, ...]


def parts(report: Report) -> tuple[tuple[Block, ...], ...]:
    """The blocks of the report, as many as go on one page together; there is one part at least."""
    found: list[list[Block]] = [[]]
    length = 0
    for block in _blocks(report):
        if found[-1] and length + block.span.length > _PART:
            found.append([])
            length = 0
        found[-1].append(block)
        length += block.span.length
    return tuple(map(tuple, found))


def part_at(blocks: Sequence[Sequence[Block]], place: int) -> int:
    """Which of the parts, counted from 1, holds a code point."""
    for number, part in enumerate(blocks, start=1):
        if part and place < part[-1].span.end:
            return number
    return len(blocks)


def paragraphs(
    report: Report, blocks: Iterable[Block], claims: Sequence[Claim], lit: Span | None = None
) -> Iterator[Paragraph]:
    """The blocks as paragraphs in which every claim is marked; `lit` is highlighted."""
    first = True
    for block in blocks:
        inside = [claim for claim in claims if claim.mark.overlaps(block.span)]
        pieces = []
        for piece in cut(report.text, block.span, inside, lit):
            if piece.lit and first:
                first = False
                pieces.append(replace(piece, first_lit=True))
            else:
                pieces.append(piece)
        own = tuple(c for c in inside if block.span.start <= c.mark.start < block.span.end)
        yield Paragraph(role=block.role, page=block.page, pieces=tuple(pieces), claims=own)


def cut(text: str, span: Span, claims: Sequence[Claim], lit: Span | None = None) -> Iterator[Piece]:
    """The words of a span, cut wherever a claim or the highlight begins or ends.

    Put together the pieces are the words again, however claims overlap.
    """
    spans = [claim.mark for claim in claims] + ([lit] if lit else [])
    edges = {span.start, span.end}
    edges |= {edge for found in spans for edge in found if span.start < edge < span.end}
    ends = sorted(edges)
    for start, end in pairwise(ends):
        here = Span(start, end)
        over = [claim for claim in claims if claim.mark.overlaps(here)]
        over.sort(key=lambda claim: (claim.mark.length, claim.place))
        yield Piece(
            words=here.of(text),
            kinds=tuple(dict.fromkeys(claim.kind for claim in over)),
            claims=tuple(claim.id for claim in over),
            begins=tuple(c.id for c in over if max(c.mark.start, span.start) == start),
            lit=lit is not None and lit.overlaps(here),
        )


def _blocks(report: Report) -> Iterator[Block]:
    """The blocks in slices that a page can hold; a text without blocks is one of its lines each."""
    for block in report.blocks or tuple(_lines(report.text)):
        for start in range(block.span.start, block.span.end, _BLOCK):
            end = min(start + _BLOCK, block.span.end)
            yield Block(role=block.role, span=Span(start, end), page=block.page)


def _lines(text: str) -> Iterator[Block]:
    start = 0
    for line in text.splitlines(keepends=True):
        if line.strip():
            yield Block(role="body", span=Span(start, start + len(line)))
        start += len(line)
