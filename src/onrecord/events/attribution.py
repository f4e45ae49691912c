"""Who says so: statements, and words that keep a distance."""

from bisect import bisect_right
from collections.abc import Sequence

from onrecord.model import Attribution, Span, Statement

_DEEPEST = 40  # statements that may begin between a statement and the words deep inside it


def attribution(trigger: Span, statements: Sequence[Statement]) -> Attribution | None:
    """The nearest source of the words around `trigger`; None where it is the report itself.

    `statements` are in the order of their contents.
    """
    last = bisect_right(statements, trigger.start, key=lambda s: s.content.start)
    near = statements[max(0, last - _DEEPEST) : last]
    around = [s for s in near if s.content.covers(trigger) and not _is_cue(s, trigger)]
    if not around:
        return None
    nearest = min(around, key=lambda s: (s.content.length, s.content))
    return Attribution(source=nearest.speaker, cue=nearest.cue, channel=nearest.channel)


def _is_cue(statement: Statement, trigger: Span) -> bool:
    return statement.cue is not None and statement.cue.overlaps(trigger)
