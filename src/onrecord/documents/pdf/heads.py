"""Running heads, running feet and page numbers: what stands on the edges of pages."""

import re
from collections.abc import Sequence

from onrecord.documents.pdf.lines import Line

_EDGE = 2  # lines from the top or bottom
_NEAR = 2  # pages: left and right pages may have heads of their own, chapters too
_DIGITS = re.compile(r"[0-9]+|\b[ivxlc]{1,6}\b")
_NUMBER = re.compile(
    r"[-–—|•(\[ ]*(?:page|p\.)? ?(?:[0-9]{1,4}|[ivxlc]{1,6})"
    r"(?: ?(?:of|/) ?[0-9]{1,4})?[-–—|•)\] ]*",
    re.IGNORECASE,
)


def without_heads(pages: Sequence[Sequence[Line]]) -> list[list[Line]]:
    """The lines of each page without those on its edges that near pages have too, numbers aside."""
    edges = [_edges(page) for page in pages]
    keys = [{_key(line) for line in edge} for edge in edges]
    found = []
    for number, page in enumerate(pages):
        near = keys[max(number - _NEAR, 0) : number] + keys[number + 1 : number + 1 + _NEAR]
        heads = [
            line
            for line in edges[number]
            if _is_number(line) or any(_key(line) in other for other in near)
        ]
        found.append([line for line in page if line not in heads])
    return found


def _edges(page: Sequence[Line]) -> list[Line]:
    ordered = sorted(page, key=lambda line: -line.top)
    return ordered[:_EDGE] + ordered[_EDGE:][-_EDGE:]


def _key(line: Line) -> tuple[str, int]:
    return _DIGITS.sub("#", line.text.casefold()), round(line.top / 8)


def _is_number(line: Line) -> bool:
    return _NUMBER.fullmatch(line.text) is not None
