"""Sentences, tokens and dependencies, free of the library that found them."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import takewhile
from typing import Final

from onrecord.model.report import BlockRole
from onrecord.model.span import Span


@dataclass(slots=True, unsafe_hash=True)  # frozen ones take seven times as long to make
class Token:
    """A word in its sentence; never changed.

    `i` is its index in `Sentence.tokens`, `head` the index of its governor (its own at the
    root). `tag` is a Penn Treebank tag, `pos` a Universal Dependencies part of speech, `dep` a
    ClearNLP dependency label as spaCy's English pipelines use them. `span` counts in the text
    of the report.
    """

    i: Final[int]
    text: Final[str]
    lower: Final[str]
    lemma: Final[str]
    tag: Final[str]
    pos: Final[str]
    dep: Final[str]
    head: Final[int]
    span: Final[Span]


@dataclass(frozen=True)
class Sentence:
    """A parsed sentence: its place in the report, its block, its tokens.

    `index` counts sentences in the report, `block` is the index of its block in
    `Report.blocks`, `role` the role of that block.
    """

    index: int
    block: int
    role: BlockRole
    span: Span
    tokens: tuple[Token, ...]

    @cached_property
    def children(self) -> tuple[tuple[int, ...], ...]:
        """For each token the indices of its dependents, in text order."""
        below: list[list[int]] = [[] for _ in self.tokens]
        for token in self.tokens:
            if token.head != token.i:
                below[token.head].append(token.i)
        return tuple(map(tuple, below))

    @cached_property
    def _below(self) -> tuple[tuple[Token, ...], ...]:
        return tuple(tuple([self.tokens[j] for j in row]) for row in self.children)

    def dependents(self, i: int, *labels: str) -> tuple[Token, ...]:
        """The dependents of token `i`, all or those with one of the `labels`, in text order."""
        below = self._below[i]
        if not labels or not below:
            return below
        for t in below:  # most have none: that is found out without making a list
            if t.dep in labels:
                return tuple([t for t in below if t.dep in labels])
        return ()

    def subtree(self, i: int) -> Iterator[int]:
        """Token `i` and all that depend on it, unordered."""
        stack = [i]
        while stack:
            j = stack.pop()
            yield j
            stack.extend(self.children[j])

    def ancestors(self, i: int) -> Iterator[int]:
        """The governors of token `i`, nearest first."""
        while self.tokens[i].head != i:
            i = self.tokens[i].head
            yield i

    @cached_property
    def _ends(self) -> list[int]:
        return [token.span.end for token in self.tokens]

    def within(self, span: Span) -> tuple[Token, ...]:
        """The tokens that overlap `span`."""
        first = bisect_right(self._ends, span.start)
        return tuple(takewhile(lambda t: t.span.start < span.end, self.tokens[first:]))

    def head_of(self, span: Span) -> Token | None:
        """The token in `span` whose governor lies outside it; the last of several."""
        inside = self.within(span)
        here = {t.i for t in inside}
        tops = [t for t in inside if t.head == t.i or t.head not in here]
        tops = [t for t in tops if t.pos != "PUNCT"] or tops
        return tops[-1] if tops else None
