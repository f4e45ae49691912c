"""Clauses that a semicolon parts: each is parsed by itself.

"Peru has sent ten tents; Chile will treat the wounded": a parser that sees both as one sentence
likes to hang the one below the other.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

MARK = ";"
_FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))
_SUBJECTS = ("NN", "PRP", "EX", "CD")


def clause_starts(tags: Sequence[str], words: Sequence[str]) -> Iterator[int]:
    """Where a clause with subject and verb begins behind a semicolon that closes another one."""
    edges = [-1, *(i for i, word in enumerate(words) if word == MARK), len(words)]
    whole = [_is_clause(tags[low + 1 : high]) for low, high in pairwise(edges)]
    for n, low in enumerate(edges[1:-1], 1):
        if whole[n - 1] and whole[n]:
            yield low + 1


def _is_clause(tags: Sequence[str]) -> bool:
    """Whether a finite verb stands behind a noun, pronoun or number."""
    verb = next((i for i, tag in enumerate(tags) if tag in _FINITE), 0)
    return any(tag.startswith(_SUBJECTS) for tag in tags[:verb])
