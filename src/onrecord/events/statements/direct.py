"""Direct speech: quotations, and the cues beside them."""

from collections.abc import Sequence

from onrecord.events.statements.cues import Cue
from onrecord.mentions.quotations import Quotation
from onrecord.model import Span

_LONGEST_GAP = 40
_ENDS_SENTENCE = frozenset(".!?;")


def cue_of(text: str, quotation: Quotation, cues: Sequence[Cue]) -> Cue | None:
    """The cue of the same paragraph that stands next to the quotation: after it, or before."""
    after = [c for c in cues if c.clause.start >= quotation.span.end]
    if after and _near(text, quotation.span.end, after[0].clause.start):
        return after[0]
    before = [c for c in cues if c.span.end <= quotation.span.start]
    if before and _joined(text, before[-1].span.end, quotation.span.start):
        return before[-1]
    return None


def _near(text: str, start: int, end: int) -> bool:
    gap = text[start:end]
    return len(gap) <= _LONGEST_GAP and not _ENDS_SENTENCE.intersection(gap)


def _joined(text: str, start: int, end: int) -> bool:
    gap = text[start:end]
    return len(gap) <= 3 * _LONGEST_GAP and not _ENDS_SENTENCE.intersection(gap)


def follows(text: str, last: Span, cue: Cue, quotation: Quotation) -> bool:
    """Whether the quotation goes on after the cue of an earlier one, with nothing between."""
    if quotation.span.start < cue.sentence.span.end:
        return False
    return not text[max(cue.sentence.span.end, last.end) : quotation.span.start].strip()
