"""Who speaks where: quoted stretches and the speakers that the text gives them."""

import re
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from onrecord.linking.pronouns import speaks
from onrecord.linking.roster import Roster
from onrecord.model import Report, Sentence, Span

_FARTHEST = 60
_QUOTES = re.compile(r"[“\"”«»]|``|''")


@dataclass(frozen=True)
class Speech:
    """The quoted stretches of a report and who speaks in them, as far as the roster knows."""

    report: Report
    roster: Roster
    turns: Mapping[int, str] = field(default_factory=dict)

    @cached_property
    def quotes(self) -> tuple[Span, ...]:
        """Quoted stretches, marks included; one that is not closed ends with its block."""
        return tuple(
            span for block in self.report.blocks for span in _quoted(self.report.text, block.span)
        )

    def quote_at(self, offset: int) -> Span | None:
        """The quoted stretch in which that offset lies."""
        at = bisect_right(self.quotes, Span(offset, len(self.report.text) + 1)) - 1
        if at >= 0 and self.quotes[at].start <= offset < self.quotes[at].end:
            return self.quotes[at]
        return None

    def speaker(self, s: int, i: int) -> str | None:
        """The key of the person or body in whose mouth token `i` of sentence `s` is, or None."""
        sentence = self.roster.sentences[s]
        quote = self.quote_at(sentence.tokens[i].span.start)
        if quote is None:
            return self.turns.get(sentence.block) or self._announced(s)
        for near in self._near(s, quote):
            key = self._says(self.roster.sentences[near])
            if key:
                return key
        return self._carried(s)

    def _near(self, s: int, quote: Span) -> list[int]:
        """Sentences in which the speaker may be named: those of the quote, then the next ones."""
        sentences = self.roster.sentences
        block = sentences[s].block
        inside = [
            k
            for k in range(max(0, s - 6), min(len(sentences), s + 6))
            if sentences[k].span.overlaps(quote)
        ]
        wider = [inside[0] - 1, inside[-1] + 1] if inside else []
        near = sorted(inside, key=lambda k: abs(k - s)) + wider
        return [k for k in near if 0 <= k < len(sentences) and sentences[k].block == block]

    def _says(self, sentence: Sentence) -> str | None:
        """The subject of a verb of speech outside quotation marks."""
        for token in sentence.tokens:
            if token.dep == "nsubj" and speaks(self.roster, sentence.index, token.i):
                noted = self.roster.at(sentence.index, token.i)
                outside = self.quote_at(token.span.start) is None
                if outside and noted and len(noted.actors) == 1:
                    return noted.actors[0]
        return None

    def _carried(self, s: int) -> str | None:
        """The speaker of the block before, where the quoted block names none of its own."""
        sentences = self.roster.sentences
        block = sentences[s].block
        for k in range(s - 1, max(-1, s - 12), -1):
            if sentences[k].block < block:
                key = self._says(sentences[k])
                if key:
                    return key
                if self.quote_at(sentences[k].span.start) is None:
                    return None
        return None

    def _announced(self, s: int) -> str | None:
        """The speaker of unquoted paragraphs after one that ends in "X said:"."""
        sentences = self.roster.sentences
        block = sentences[s].block
        for k in range(s - 1, max(-1, s - _FARTHEST), -1):
            before = sentences[k]
            if before.block < block and before.span.of(self.report.text).endswith(":"):
                return self._says(before)
            if before.block < block and self._says(before):
                return None
        return None


def _quoted(text: str, block: Span) -> list[Span]:
    found: list[Span] = []
    start: int | None = None
    for mark in _QUOTES.finditer(text, block.start, block.end):
        if start is None and mark[0] not in ("”", "»", "''"):
            start = mark.start()
        elif start is not None and mark[0] not in ("“", "«", "``"):
            found.append(Span(start, mark.end()))
            start = None
    if start is not None:
        found.append(Span(start, block.end))
    return found
