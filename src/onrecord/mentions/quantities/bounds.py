"""Bounds: the words around a number that open, close or blur it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from onrecord.lexicon import table

_LONGEST = 48
_LONGEST_PHRASE = 4
_OPENING_MARKS = " \xa0(“\"'‘[-–—"
_WORDS_BEFORE = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class Bound:
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
def _last_words() -> frozenset[str]:
    return frozenset(phrase.rsplit(" ", 1)[-1] for phrase in (*_before(), *_between()))


def _is_particle(word: str, verb: str) -> bool:
    return verb in table("quantities")["particles"].get(word, "").split()


def _kinds_before(text: str, start: int, floor: int) -> Iterator[tuple[str, int]]:
    """Kind and start of each bound that stands before `start`, nearest first."""
    low = max(floor, start - _LONGEST)
    last = text[max(low, text.rfind(" ", low, start - 1) + 1) : start]
    if last.strip(_OPENING_MARKS).lower() not in _last_words():
        return
    found = _WORDS_BEFORE.finditer(text, low, start)
    words = [(m[0].lower().lstrip(_OPENING_MARKS), m) for m in found]
    if words and words[-1][1].end() == start:  # nothing may stick to the number
        return
    while words:
        for count in range(min(_LONGEST_PHRASE, len(words)), 0, -1):
            phrase = " ".join(word for word, _ in words[-count:])
            kind = _before().get(phrase)
            if kind or phrase in _between():
                break
        else:
            return
        first = words[-count][1]
        if kind and _is_particle(phrase, words[-count - 1][0] if count < len(words) else ""):
            return
        if kind:
            yield kind, first.end() - len(words[-count][0])
        del words[-count:]
