"""One paragraph: its sentences, its quotations, and its cues."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from onrecord.events.statements.cues import Cue, find_cues
from onrecord.events.statements.saying import Saying, saying
from onrecord.mentions.quotations import Quotation
from onrecord.model import Cast, Ref, Sentence, Span

_OWN_VOICE = ("we", "i")


@dataclass(frozen=True)
class Paragraph:
    """The sentences and quotations of one block of a text, and who the report is about.

    `papers` tells whose the documents are that have spoken so far.
    """

    text: str
    span: Span
    sentences: Sequence[Sentence]
    quotations: Sequence[Quotation]
    cast: Cast
    papers: dict[str, Ref]

    def heard(self, cue: Cue) -> Saying:
        """What a cue of the paragraph tells of the one who speaks."""
        known = self._sayings.get(cue.span)
        return known or saying(cue, self.text, self.cast, self.papers)

    @cached_property
    def _sayings(self) -> dict[Span, Saying]:
        """What the cues tell, read in text order, statements or not."""
        told = ((cue, saying(cue, self.text, self.cast, self.papers)) for cue in self.cues)
        return {cue.span: heard for cue, heard in told}

    @cached_property
    def _starts(self) -> list[int]:
        return [quotation.span.start for quotation in self.quotations]

    def quotations_at(self, span: Span) -> Sequence[Quotation]:
        """The quotations that overlap `span`."""
        first = max(0, bisect_right(self._starts, span.start) - 1)
        last = bisect_left(self._starts, span.end)
        return [q for q in self.quotations[first:last] if q.span.overlaps(span)]

    def opens_at(self, start: int) -> bool:
        """Whether a quotation begins at `start`."""
        at = bisect_left(self._starts, start)
        return at < len(self._starts) and self._starts[at] == start

    def sentence_at(self, place: int) -> Sentence:
        """The sentence of the paragraph in which `place` lies."""
        at = bisect_right(self.sentences, place, key=lambda s: s.span.start) - 1
        return self.sentences[max(0, at)]

    @cached_property
    def cues(self) -> list[Cue]:
        """The cues outside of the quotations, in text order.

        In a report that is itself somebody's statement, "we say" is no statement within it.
        """
        own = _OWN_VOICE if self.cast.issuer is not None else ()
        return [
            cue
            for sentence in self.sentences
            for cue in find_cues(sentence, [q.span for q in self.quotations_at(sentence.span)])
            if cue.source is None or cue.source.lower not in own
        ]

    @property
    def words(self) -> str:
        """The paragraph's text."""
        return self.span.of(self.text)
