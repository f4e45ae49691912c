"""Bounds: the words around a number that open, close or blur it."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from onrecord.lexicon import table

_LONGEST = 48
_OPENING_MARKS = "(“\"'‘[-–—"


class Bound(NamedTuple):
    """What a number's surroundings say of it; `start` and `end` reach over their words."""

    start: int
    end: int
    low: bool = False
    high: bool = False
    approx: bool = False
    age: bool = False


@cache
def _before() -> dict[str, str]:
    return {phrase: kind for kind, all_ in table("quantities")["bounds"].items() for phrase in all_}


@cache
def _between() -> frozenset[str]:
    return frozenset(table("quantities")["between"])


@cache
def _after() -> re.Pattern[str]:
    groups = (
        rf"(?P<{kind}>{'|'.join(re.escape(p) for p in phrases)})"
        for kind, phrases in table("quantities")["after"].items()
    )
    return re.compile(rf"[ ](?:{'|'.join(groups)})\b", re.IGNORECASE)


def bound(text: str, start: int, end: int, floor: int, limit: int) -> Bound:
    """The bound of the number at `[start, end)`, its words looked for between `floor` and `limit`.

    Several may stand together ("at least some 200"); articles and "another" may stand between.
    """
    kinds, first = set(), start
    for kind, at in _kinds_before(text, start, floor):
        kinds.add(kind)
        first = first if kind == "age" else at
    match = _after().match(text, end, limit) if text.startswith(" ", end) else None
    tail, reach = (None, end) if match else _tail(text, end, limit)
    if match:
        tail, reach = match.lastgroup, match.end()
    kinds.add(tail or "plain")
    return Bound(first, reach, "min" in kinds, "max" in kinds, "approx" in kinds, "age" in kinds)


@cache
def _tail_marks() -> frozenset[str]:
    return frozenset(sign[0] for sign in table("quantities")["tail"])


def _tail(text: str, end: int, limit: int) -> tuple[str | None, int]:
    if text[end : end + 1] not in _tail_marks():
        return None, end
    for sign, kind in table("quantities")["tail"].items():
        if text.startswith(sign, end, limit):
            return kind, end + len(sign)
    return None, end


@cache
def _lengths() -> dict[str, tuple[int, ...]]:
    """In words, the lengths of the phrases by their last word, the longest first."""
    found: dict[str, set[int]] = {}
    for phrase in (*_before(), *_between()):
        found.setdefault(phrase.rsplit(" ", 1)[-1], set()).add(phrase.count(" ") + 1)
    return {last: tuple(sorted(counts, reverse=True)) for last, counts in found.items()}


def _is_particle(word: str, verb: str) -> bool:
    return verb in table("quantities")["particles"].get(word, "").split()


def _kinds_before(text: str, start: int, floor: int) -> Iterator[tuple[str, int]]:
    """Kind and start of each bound that stands before `start`, nearest first."""
    before = text[max(floor, start - _LONGEST) : start]
    words = before.split() if before[-1:].isspace() else []  # nothing may stick to the number
    end = len(before)
    while words and (phrase := _last_phrase(words)):
        kind, count = _before().get(phrase), phrase.count(" ") + 1
        if kind and _is_particle(phrase, _bare(words[-count - 1]) if count < len(words) else ""):
            return
        for word in reversed(words[-count:]):
            end = before.rfind(word, 0, end)
        if kind:
            marks = len(words[-count]) - len(words[-count].lstrip(_OPENING_MARKS))
            yield kind, start - len(before) + end + marks
        del words[-count:]


def _last_phrase(words: list[str]) -> str | None:
    """The longest phrase of the tables that the words end with."""
    for count in _lengths().get(_bare(words[-1]), ()):
        phrase = " ".join(map(_bare, words[-count:]))
        if phrase in _before() or phrase in _between():
            return phrase
    return None


def _bare(word: str) -> str:
    return word.lstrip(_OPENING_MARKS).lower()
