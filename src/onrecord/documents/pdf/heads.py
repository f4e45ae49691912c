"""Running heads, running feet and page numbers: what stands on the edges of pages."""

import re
from collections import Counter
from collections.abc import Sequence

from onrecord.documents.pdf.lines import Line

_EDGE = 2  # lines from the top or bottom
_SHARE = 0.5  # of the pages that a running head stands on
_LEAST = 2
_DIGITS = re.compile(r"[0-9]+|\b[ivxlc]{1,6}\b")
_NUMBER = re.compile(
    r"[-–—|•(\[ ]*(?:page|p\.)? ?(?:[0-9]{1,4}|[ivxlc]{1,6})"
    r"(?: ?(?:of|/) ?[0-9]{1,4})?[-–—|•)\] ]*",
    re.IGNORECASE,
)


def without_heads(pages: Sequence[Sequence[Line]]) -> list[list[Line]]:
    """The lines of each page without those of its edges that recur, numbers aside, on others."""
    counts = Counter(key for page in pages for key in {_key(line) for line in _edges(page)})
    least = max(_LEAST, len(pages) * _SHARE)
    return [
        [
            line
            for line in page
            if line not in edges or not (counts[_key(line)] >= least or _is_number(line))
        ]
        for page in pages
        for edges in [_edges(page)]
    ]


def _edges(page: Sequence[Line]) -> list[Line]:
    ordered = sorted(page, key=lambda line: -line.top)
    return ordered[:_EDGE] + ordered[_EDGE:][-_EDGE:]


def _key(line: Line) -> tuple[str, int]:
    return _DIGITS.sub("#", line.text.casefold()), round(line.top / 8)


def _is_number(line: Line) -> bool:
    return _NUMBER.fullmatch(line.text) is not None
