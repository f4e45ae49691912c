"""Direct speech: which cue of its paragraph a quotation belongs to."""

from collections.abc import Sequence

from onrecord.events.statements.cues import Cue
from onrecord.events.statements.lexicon import breaks
from onrecord.mentions.quotations import Quotation
from onrecord.model import Span

_LONGEST_GAP = 60
_LONGEST_LEAD = 140
_SHORT_GAP = 16
_FRAGMENT = 5
_MOST_WORDS = 6
_ENDS_SENTENCE = frozenset(".!?;")
_ENDS_SPEECH = frozenset(",?!…—–-")
_LEADS = frozenset((",", ":", "—", "–", "-"))


def cue_beside(text: str, quotation: Quotation, cues: Sequence[Cue]) -> Cue | None:
    """The cue that stands next to a quotation in its paragraph: after it, or else before it."""
    speaking = [c for c in cues if "quote" in c.verb.takes or "according" in c.verb.takes]
    after = next((c for c in speaking if c.clause.start >= quotation.span.end), None)
    if after is not None and _goes_on(text, quotation, after.clause):
        return after
    speaking = [c for c in speaking if c.span.end <= quotation.span.start]
    if speaking and _leads(text, speaking[-1], quotation):
        return speaking[-1]
    return None


def _goes_on(text: str, quotation: Quotation, clause: Span) -> bool:
    """Whether the sentence goes on from the quotation to the cue."""
    gap = text[quotation.span.end : clause.start]
    if len(gap) > _LONGEST_GAP or _ENDS_SENTENCE.intersection(gap):
        return False
    words = gap.casefold().strip(",;—–- ").split()
    if len(words) > _MOST_WORDS or not breaks().isdisjoint(words):
        return False
    last = text[quotation.words.end - 1 : quotation.words.end]
    if last in _ENDS_SPEECH or gap.lstrip().startswith((",", "—", "–", "-")):
        return True
    return not gap.strip() and len(quotation.words.of(text).split()) > _FRAGMENT


def _leads(text: str, cue: Cue, quotation: Quotation) -> bool:
    """Whether the cue leads up to the quotation."""
    gap = text[cue.span.end : quotation.span.start]
    if len(gap) > _LONGEST_LEAD or _ENDS_SENTENCE.intersection(gap.replace("Mr.", "")):
        return False
    if gap.rstrip().endswith((",", ":", "—", "–", "-", "that")) or not gap.strip():
        return True
    if text[cue.span.end - 1] == ":":
        return True
    return len(quotation.words.of(text).split()) > _FRAGMENT


def follows(text: str, last: Span, cue: Span | None, sentence: Span, quotation: Quotation) -> bool:
    """Whether a quotation goes on from one that ended at `last`.

    Between the two stands nothing, or what is left of the `sentence` with the `cue`, or after
    the cue no more than a few words ("he added; and, later,").
    """
    end = last.end
    if cue is not None and last.end <= cue.start and cue.end <= quotation.span.start:
        gap = text[cue.end : quotation.span.start]
        if len(gap) <= _SHORT_GAP and not _ENDS_SENTENCE.intersection(gap.lstrip(";")):
            return True
    if sentence.start <= end and sentence.end <= quotation.span.start:
        end = max(end, sentence.end)
    return not text[end : quotation.span.start].strip(" .,")
