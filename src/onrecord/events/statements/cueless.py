"""Quotations beside which no verb of saying stands: what else tells whose they are."""

from collections.abc import Mapping, Sequence

from onrecord.events.statements.colons import colon_before, led_by, signed_by
from onrecord.events.statements.cues import Cue
from onrecord.events.statements.paragraph import Paragraph
from onrecord.events.statements.saying import Saying
from onrecord.events.statements.sources import speaker
from onrecord.mentions.quotations import Quotation
from onrecord.model import Span

_DASHES = "–—-"
_FARTHEST = 4
_WHOLE = 3
"""How many spaces a quotation has at least that stands as a sentence of its own."""


def after_told(
    paragraph: Paragraph, quotation: Quotation, told: Mapping[int, Saying]
) -> Saying | None:
    """Who was heard in the sentence before, where the quotation is a whole sentence itself.

    "The camp would close, she said. “We have no money left.”"
    """
    words = quotation.words.of(paragraph.text)
    start = max(paragraph.span.start, quotation.span.start - _FARTHEST)
    before = paragraph.text[start : quotation.span.start].rstrip()
    whole = words[:1].isupper() and words.endswith((".", "!", "?")) and words.count(" ") >= _WHOLE
    return told.get(start + len(before)) if whole else None


def led(paragraph: Paragraph, quotation: Quotation) -> Saying | None:
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


def signed(paragraph: Paragraph, quotation: Quotation) -> Saying | None:
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


def fills(paragraph: Paragraph, quotation: Quotation) -> bool:
    """Whether the quotation is the whole paragraph."""
    rest = paragraph.text[quotation.span.end : paragraph.span.end]
    return quotation.span.start == paragraph.span.start and not rest.strip()


def is_led(paragraph: Paragraph, cue: Cue, content: Span, inside: Sequence[Quotation]) -> bool:
    """Whether a colon parts words of the report from the quotation that a cue closes.

    "The mayor was blunt: “No,” she said": only the quotation is hers.
    """
    if not inside or cue.span.start < inside[-1].span.end or inside[-1].span.end < content.end:
        return False
    return paragraph.text[content.start : inside[-1].span.start].rstrip().endswith(":")
