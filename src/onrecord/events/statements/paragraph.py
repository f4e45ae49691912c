"""One paragraph: its cues, its quotations, and which belong together."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from onrecord.events.statements.cues import Cue, find_cues
from onrecord.events.statements.direct import cue_beside, follows
from onrecord.events.statements.indirect import contents
from onrecord.events.statements.saying import Saying, saying
from onrecord.mentions.quotations import Quotation
from onrecord.model import Cast, Sentence, Span, Statement


@dataclass(frozen=True)
class Paragraph:
    """The sentences and quotations of one block, and what the block before left open."""

    text: str
    span: Span
    sentences: Sequence[Sentence]
    quotations: Sequence[Quotation]
    cast: Cast
    cues: list[Cue] = field(default_factory=list)


def read_paragraph(
    paragraph: Paragraph, before: Saying | None
) -> tuple[list[Statement], Saying | None]:
    """The statements of a paragraph, and the saying that a next one may go on with.

    `before` is the saying that an earlier paragraph ended with.
    """
    text, cast = paragraph.text, paragraph.cast
    cues = [
        cue
        for sentence in paragraph.sentences
        for cue in find_cues(sentence)
        if not any(_holds(q, cue.span) for q in paragraph.quotations)
    ]
    found: list[Statement] = []
    mixed: dict[Quotation, Saying] = {}
    for cue in cues:
        for content in _merged(contents(cue), paragraph.quotations):
            inside = [q for q in paragraph.quotations if q.span.overlaps(content)]
            if inside and (inside[0].span.covers(content) or inside[0].span.overlaps(cue.span)):
                continue
            who = saying(cue, text, cast)
            found.append(who.statement(content, direct=False))
            mixed.update((q, who) for q in inside if q.span.start >= content.start)
    direct, last = _quoted(paragraph, cues, mixed, before)
    return found + direct, _announced(paragraph, cues) or last


def _holds(quotation: Quotation, span: Span) -> bool:
    return quotation.span.overlaps(span)


def _merged(parts: Sequence[Span], quotations: Sequence[Quotation]) -> Iterator[Span]:
    """The parts of a content, grown over the quotations that they break into."""
    for part in parts:
        start, end = part
        for quotation in quotations:
            if quotation.span.overlaps(part) and not quotation.span.covers(part):
                start = min(start, quotation.span.start)
                end = max(end, quotation.span.end)
        yield Span(start, end)


def _quoted(
    paragraph: Paragraph, cues: list[Cue], mixed: dict[Quotation, Saying], before: Saying | None
) -> tuple[list[Statement], Saying | None]:
    """The direct speech of the paragraph, and who speaks at its end."""
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
            now = saying(cue, text, paragraph.cast)
        elif now and last and follows(text, last.span, now.sentence, quotation):
            pass
        elif before and _fills(paragraph, quotation):
            now = before
        else:
            continue
        last = quotation
        found.append(now.statement(quotation.span, direct=True))
    return found, now or before


def _fills(paragraph: Paragraph, quotation: Quotation) -> bool:
    """Whether the quotation is the whole paragraph."""
    rest = paragraph.text[quotation.span.end : paragraph.span.end]
    return quotation.span.start == paragraph.span.start and not rest.strip()


def _announced(paragraph: Paragraph, cues: list[Cue]) -> Saying | None:
    """The saying that a paragraph announces by ending in a colon ("The minister said:")."""
    words = paragraph.span.of(paragraph.text)
    if not cues or not words.endswith(":"):
        return None
    cue = cues[-1]
    if cue.sentence is not paragraph.sentences[-1] or "quote" not in cue.verb.takes:
        return None
    return saying(cue, paragraph.text, paragraph.cast)
