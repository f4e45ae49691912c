"""What a paragraph says: which of its cues and quotations belong together."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from onrecord.events.statements.cueless import after_told, fills, is_led, led, signed
from onrecord.events.statements.cues import Cue
from onrecord.events.statements.datelines import dateline_end
from onrecord.events.statements.direct import cue_beside, follows
from onrecord.events.statements.indirect import contents
from onrecord.events.statements.paragraph import Paragraph
from onrecord.events.statements.saying import Saying
from onrecord.mentions.quotations import Quotation
from onrecord.model import Sentence, Span, Statement


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
    told: dict[int, Saying] = {}
    last: Saying | None = None
    for cue in cues:
        for part in contents(cue):
            span = _after_dateline(part.span, cue.sentence, paragraph.text)
            content = _grown(span, paragraph.quotations_at(span))
            inside = paragraph.quotations_at(content)
            if inside and (inside[0].span.covers(content) or inside[0].span.overlaps(cue.span)):
                continue
            if (part.only_quoting and not inside) or is_led(paragraph, cue, content, inside):
                continue
            last = paragraph.heard(cue)
            found.append(last.statement(content, direct=False))
            told[cue.sentence.span.end] = last
            mixed.update((q, last) for q in inside if q.span.start >= content.start)
    lone = {q: who for q in paragraph.quotations if (who := after_told(paragraph, q, told))}
    direct, now = _quoted(paragraph, cues, mixed, lone, before)
    return Heard(found + direct, now or last or before)


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
    paragraph: Paragraph,
    cues: list[Cue],
    mixed: dict[Quotation, Saying],
    lone: dict[Quotation, Saying],
    before: Saying | None,
) -> tuple[list[Statement], Saying | None]:
    """The direct speech of the paragraph, and who speaks last.

    `mixed` are quotations within indirect speech, `lone` those that may go on from it.
    """
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
        elif (told_by := led(paragraph, quotation) or signed(paragraph, quotation)) is not None:
            now = told_by
        elif quotation in lone:
            now = lone[quotation]
        elif before and fills(paragraph, quotation):
            now = before
        else:
            continue
        last = quotation
        found.append(now.statement(quotation.span, direct=True))
    return found, now
