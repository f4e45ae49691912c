"""One paragraph: its cues, its quotations, and which belong together."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from onrecord.events.statements.colons import colon_before, led_by, signed_by
from onrecord.events.statements.cues import Cue, find_cues
from onrecord.events.statements.datelines import dateline_end
from onrecord.events.statements.direct import cue_beside, follows
from onrecord.events.statements.indirect import contents
from onrecord.events.statements.saying import Saying, saying
from onrecord.events.statements.sources import speaker
from onrecord.mentions.quotations import Quotation
from onrecord.model import Cast, Ref, Sentence, Span, Statement

_DASHES = "–—-"
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


@dataclass(frozen=True)
class Heard:
    """What a paragraph says, and who may go on in the next one; `open` if without marks."""

    statements: list[Statement]
    last: Saying | None = None
    open: bool = False


def read_paragraph(paragraph: Paragraph, before: Saying | None) -> Heard:
    """The statements of a paragraph. `before` is the saying that an earlier one ended with."""
    cues = paragraph.cues
    announced = _announced(paragraph, cues)
    if announced is None:
        return _told(paragraph, cues, before)
    cue, start = announced
    who = paragraph.heard(cue)
    first = replace(paragraph, quotations=[q for q in paragraph.quotations if q.span.end <= start])
    told = _told(first, [c for c in cues if c.span.end <= cue.span.start], before)
    spoken = Span(start, paragraph.span.end)
    rest = [who.statement(spoken, direct=True)] if spoken.length else []
    return Heard(told.statements + rest, who, open=True)


def _announced(paragraph: Paragraph, cues: list[Cue]) -> tuple[Cue, int] | None:
    """The cue that announces speech without marks ("The minister said: We ..."), and where.

    The speech is the rest of the paragraph, or stands in the next one where nothing is left.
    """
    end = paragraph.span.end
    for cue in cues:
        if not cue.span.of(paragraph.text).endswith(":") or "quote" not in cue.verb.takes:
            continue
        words = paragraph.text[cue.span.end : end].lstrip()
        start = end - len(words)
        if not paragraph.opens_at(start) and words[:1].isupper():
            return cue, start
    if cues and paragraph.words.endswith(":") and "quote" in cues[-1].verb.takes:
        return (cues[-1], end) if cues[-1].sentence is paragraph.sentences[-1] else None
    return None


def _told(paragraph: Paragraph, cues: list[Cue], before: Saying | None) -> Heard:
    """Indirect speech, and what stands between quotation marks."""
    found: list[Statement] = []
    mixed: dict[Quotation, Saying] = {}
    last: Saying | None = None
    for cue in cues:
        for part in contents(cue):
            span = _after_dateline(part.span, cue.sentence, paragraph.text)
            content = _grown(span, paragraph.quotations_at(span))
            inside = paragraph.quotations_at(content)
            if inside and (inside[0].span.covers(content) or inside[0].span.overlaps(cue.span)):
                continue
            if (part.only_quoting and not inside) or _is_led(paragraph, cue, content, inside):
                continue
            last = paragraph.heard(cue)
            found.append(last.statement(content, direct=False))
            mixed.update((q, last) for q in inside if q.span.start >= content.start)
    direct, now = _quoted(paragraph, cues, mixed, before)
    return Heard(found + direct, now or last or before)


def _is_led(paragraph: Paragraph, cue: Cue, content: Span, inside: Sequence[Quotation]) -> bool:
    """Whether a colon parts words of the report from the quotation that a cue closes.

    "The mayor was blunt: “No,” she said": only the quotation is hers.
    """
    if not inside or cue.span.start < inside[-1].span.end or inside[-1].span.end < content.end:
        return False
    return paragraph.text[content.start : inside[-1].span.start].rstrip().endswith(":")


def _after_dateline(part: Span, sentence: Sentence, text: str) -> Span:
    start = dateline_end(sentence, text) if part.start == sentence.span.start else part.start
    return Span(start, part.end) if start < part.end else part


def _grown(part: Span, quotations: Sequence[Quotation]) -> Span:
    """A part of a content, grown over the quotations that it breaks into."""
    start, end = part
    for quotation in quotations:
        if not quotation.span.covers(part):
            start = min(start, quotation.span.start)
            end = max(end, quotation.span.end)
    return Span(start, end)


def _quoted(
    paragraph: Paragraph, cues: list[Cue], mixed: dict[Quotation, Saying], before: Saying | None
) -> tuple[list[Statement], Saying | None]:
    """The direct speech of the paragraph, and who speaks last."""
    text = paragraph.text
    found: list[Statement] = []
    now: Saying | None = None
    last: Quotation | None = None
    for quotation in paragraph.quotations:
        if quotation in mixed:
            now, last = mixed[quotation], quotation
            continue
        cue = cue_beside(text, quotation, cues)
        if cue is not None:
            now = paragraph.heard(cue)
        elif now and last and follows(text, last.span, now.cue, now.sentence, quotation):
            pass
        elif (led := _led(paragraph, quotation) or _signed(paragraph, quotation)) is not None:
            now = led
        elif before and _fills(paragraph, quotation):
            now = before
        else:
            continue
        last = quotation
        found.append(now.statement(quotation.span, direct=True))
    return found, now


def _led(paragraph: Paragraph, quotation: Quotation) -> Saying | None:
    """The saying that a colon alone announces."""
    colon = colon_before(paragraph.text, quotation.span.start)
    if colon is None or colon.start < paragraph.span.start:
        return None
    sentence = paragraph.sentence_at(colon.start)
    head = led_by(sentence, colon)
    if head is None:
        return None
    who = speaker(sentence, head, paragraph.text, paragraph.cast, limit=colon.start)
    return Saying(who, colon, None, sentence.span)


def _signed(paragraph: Paragraph, quotation: Quotation) -> Saying | None:
    """The saying of a paragraph that is a quotation with a dash and a name after it."""
    after = paragraph.text[quotation.span.end : paragraph.span.end]
    dash = after.lstrip()[:1]
    if quotation.span.start != paragraph.span.start or not dash or dash not in _DASHES:
        return None
    at = quotation.span.end + after.index(dash)
    sentence = paragraph.sentence_at(at)
    head = signed_by(sentence, Span(at + 1, paragraph.span.end))
    if head is None:
        return None
    who = speaker(sentence, head, paragraph.text, paragraph.cast)
    return Saying(who, Span(at, at + 1), None, sentence.span)


def _fills(paragraph: Paragraph, quotation: Quotation) -> bool:
    """Whether the quotation is the whole paragraph."""
    rest = paragraph.text[quotation.span.end : paragraph.span.end]
    return quotation.span.start == paragraph.span.start and not rest.strip()
