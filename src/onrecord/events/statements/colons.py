"""Colons that lead up to a quotation where no verb of saying does: "She was blunt: ..."."""

from onrecord.events.statements.sources import is_dash
from onrecord.lexicon import word_set
from onrecord.model import Sentence, Span, Token

_LONGEST_LABEL = 12
_FARTHEST = 3
_NAMING = ("NN", "PRP")


def colon_before(text: str, start: int) -> Span | None:
    """The colon that stands before `start`, with no more than white space between."""
    lead = text[max(0, start - _FARTHEST) : start].rstrip()
    end = max(0, start - _FARTHEST) + len(lead)
    return Span(end - 1, end) if lead.endswith(":") else None


def signed_by(sentence: Sentence, after: Span) -> Token | None:
    """Who signs a quotation: the head of the name behind a dash (“...” – Ana Berg, mayor)."""
    words = [t for t in sentence.within(after) if t.pos != "PUNCT"]
    if not 0 < len(words) <= _LONGEST_LABEL or any(t.pos in ("VERB", "AUX") for t in words):
        return None
    head = sentence.head_of(Span(words[0].span.start, words[-1].span.end))
    named = head is not None and head.tag.startswith(_NAMING[0])
    return head if named and words[0].text[0].isupper() else None


def led_by(sentence: Sentence, colon: Span) -> Token | None:
    """Who the words of the sentence before the colon name.

    The head of a label ("Minister: ..."), or the subject of the clause before the colon.
    """
    before = [t for t in sentence.tokens if t.span.end <= colon.start]
    dashes = [i for i in range(len(before)) if is_dash(before, i)]
    before = before[dashes[-1] + 1 :] if dashes else before
    if not before:
        return None
    if all(t.pos not in ("VERB", "AUX") for t in before):
        span = Span(before[0].span.start, before[-1].span.end)
        head = sentence.head_of(span) if len(before) <= _LONGEST_LABEL else None
    else:
        head = next((t for t in before if t.dep in ("nsubj", "nsubjpass")), None)
    if head is None or not head.tag.startswith(_NAMING):
        return None
    return head if head.tag != "PRP" or head.lower in word_set("statements", "labelling") else None
