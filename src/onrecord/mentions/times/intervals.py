"""Stretches of time that take a preposition or two expressions to say."""

from collections.abc import Sequence
from dataclasses import replace

from onrecord.mentions.times.dates import granularity
from onrecord.mentions.times.edtf import edtf_of, opened
from onrecord.mentions.times.matcher import Found, word_value
from onrecord.model import Time

Placed = tuple[Found, Time]


def _word(found: Found, i: int) -> str:
    return found.tokens.words[i] if 0 <= i < len(found.tokens.words) else ""


def joined(first: Found, second: int) -> bool:
    """Whether a time and that at word `second` are ends of one stretch: "from May to July"."""
    if second - first.end != 1:
        return False
    joint = word_value("joint", _word(first, first.end).strip())
    between = word_value("first_end", _word(first, first.start - 1)) is not None
    return joint == 1 or (joint == 0 and between)


def _stretch(first: Time, second: Time) -> str | None:
    """The interval from one date to another; None where they are not two dates in order."""
    if granularity(first.value) != granularity(second.value):  # "the year to March"
        return None
    start, end = edtf_of(first.value), edtf_of(second.value)
    if not start or not end or "/" in start or "/" in end or start > end:
        return None
    return f"{start}/{end}"


def _open_end(found: Found, time: Time) -> Time:
    """The time as an open interval behind "since" and "until"."""
    side = word_value("opener", _word(found, found.start - 1))
    if side is None or time.type != "DATE" or granularity(time.value) is None:
        return time
    return replace(time, edtf=opened(time.edtf, since=side == 1))


def with_intervals(placed: Sequence[Placed]) -> tuple[Time, ...]:
    """The times, with the EDTF interval where the words around them make one.

    Both ends of "between May and July" carry the whole interval; "since 2012" is `2012/..`.
    """
    times = [_open_end(found, time) for found, time in placed]
    for i in range(1, len(placed)):
        (first, before), (second, after) = placed[i - 1], placed[i]
        if joined(first, second.start) and (whole := _stretch(before, after)):
            times[i - 1] = replace(times[i - 1], edtf=whole)
            times[i] = replace(times[i], edtf=whole)
    return tuple(times)
