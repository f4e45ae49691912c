"""The day that a figure is true of."""

from collections.abc import Sequence

from onrecord.events.figures.setting import Setting
from onrecord.lexicon import word_set
from onrecord.model import Sentence, Time

_OPEN = ("/", "..")


def as_of(where: Setting, times: Sequence[Time], published: str | None) -> str | None:
    """The nearest date of the sentence (EDTF), else the day of publication.

    A time that only says since when is passed over: such a figure holds at publication.
    """
    span = where.quantity.span
    near = [
        (_distance(time, span.start, span.end), time.span.start, time.edtf)
        for time in times
        if where.sentence.span.covers(time.span) and _dates(where.sentence, time, published)
    ]
    return min(near)[2] if near else published


def _dates(sentence: Sentence, time: Time, published: str | None) -> bool:
    """Whether a time is a day or span, not ahead, not in brackets, not "since" or "until"."""
    if time.type not in ("DATE", "TIME") or not time.edtf or time.edtf.endswith(_OPEN):
        return False
    if published and time.edtf[:10] > published:
        return False
    before = [t for t in sentence.tokens if t.span.end <= time.span.start]
    word = before[-1].lower if before else ""
    return (
        word != "("
        and word not in word_set("figures", "not_dating")
        and not _is_since(sentence, time)
    )


def _is_since(sentence: Sentence, time: Time) -> bool:
    """Whether the time stands in a clause of "since" or "until"."""
    head = sentence.head_of(time.span)
    above = sentence.ancestors(head.i) if head else ()
    return any(
        t.lower in word_set("figures", "not_dating")
        for i in above
        for t in sentence.dependents(i, "mark")
    )


def _distance(time: Time, start: int, end: int) -> int:
    return start - time.span.end if time.span.end <= start else time.span.start - end
