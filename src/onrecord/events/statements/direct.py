"""Direct speech: which cue of its paragraph a quotation belongs to."""

from bisect import bisect_left
from collections.abc import Sequence

from onrecord.events.statements.cues import Cue
from onrecord.events.statements.lexicon import breaks
from onrecord.mentions.quotations import Quotation
from onrecord.model import Span

_LONGEST_GAP = 60
_LONGEST_LEAD = 140
_SHORT_GAP = 16
_NEAREST = 6
_FRAGMENT = 5
_MOST_WORDS = 6
_ENDS_SENTENCE = frozenset(".!?;")
_ENDS_SPEECH = frozenset(",?!…—–-")
_LEADS = frozenset((",", ":", "—", "–", "-"))


def cue_beside(text: str, quotation: Quotation, cues: Sequence[Cue]) -> Cue | None:
    """The cue that stands next to a quotation in its paragraph: after it, or else before it.

    `cues` are in text order; only the nearest are looked at.
    """
    at = bisect_left(cues, quotation.span.end, key=_start)
    near = [c for c in cues[at : at + _NEAREST] if _speaks(c)]
    after = next((c for c in near if c.clause.start >= quotation.span.end), None)
    if after is not None and _goes_on(text, quotation, after.clause):
        return after
    at = bisect_left(cues, quotation.span.start, key=_start)
    near = [c for c in cues[max(0, at - _NEAREST) : at] if _speaks(c)]
    before = [c for c in near if c.span.end <= quotation.span.start]
    return before[-1] if before and _leads(text, before[-1], quotation) else None


def _start(cue: Cue) -> int:
    return cue.span.start


def _speaks(cue: Cue) -> bool:
    """Whether the cue takes quotations."""
    return "quote" in cue.verb.takes or "according" in cue.verb.takes


def _goes_on(text: str, quotation: Quotation, clause: Span) -> bool:
    """Whether the sentence goes on from the quotation to the cue."""
    gap = text[quotation.span.end : clause.start]
    if len(gap) > _LONGEST_GAP or _ENDS_SENTENCE.intersection(gap):
        return False
    words = gap.casefold().strip(",;—–- ").split()
    if len(words) > _MOST_WORDS or not breaks().isdisjoint(words):
        return False
    last = quotation.words.of(text).rstrip()[-1:]
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
