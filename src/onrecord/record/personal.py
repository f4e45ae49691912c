"""How personal names of several reports stand to each other: forms, spellings, initials, parts."""

import re
from functools import cache, lru_cache
from itertools import product
from typing import Literal, NamedTuple

from rapidfuzz.distance import OSA

from onrecord.lexicon import table, word_set, words
from onrecord.linking.personal_names import fold
from onrecord.linking.terms import listed

Match = Literal["same", "variant", "sound", "near", "initial"]
Relation = tuple[str, str]
"""A table of points in `identity.yaml` and an entry there, for each part of a name that agrees."""

_NEAR = 5  # letters of a word in which one may be mistyped
_LONG = 8  # letters of a word in which two may be
_ROMAN = re.compile(r"(?=[ivx])(?:x{0,3})(?:ix|iv|v?i{0,3})")


class PersonalName(NamedTuple):
    """The words of a name, folded, without particles; `number` is what follows it: jr, iii."""

    words: tuple[str, ...]
    number: str


@lru_cache(maxsize=1 << 15)
def personal_name(name: str) -> PersonalName:
    """The name taken apart: "José al-Ruiz Jr" gives (jose, ruiz) and jr."""
    whole = [fold(word) for word in name.split()]
    parts = [part for word in whole for part in word.split("-") if part]
    number = parts[-1] if len(parts) > 1 and _is_number(parts[-1]) else ""
    words = parts[:-1] if number else parts
    particles = listed("honorifics", "particles")
    kept = tuple(w for n, w in enumerate(words) if w not in particles or n == len(words) - 1)
    return PersonalName(kept, number)


def relations(one: PersonalName, other: PersonalName) -> tuple[Relation, ...] | None:
    """What two names have in common; nothing where they do not speak for each other.

    None where they are those of two persons: their given names differ, or their numbers do.
    """
    if one.number != other.number and (one.number and other.number):
        return None
    short, long = sorted((one.words, other.words), key=lambda words: (len(words), words))
    if not short:
        return ()
    if len(short) == 1:
        return _lone(short[0], long)
    if sorted(short) == sorted(long):
        return (("given", "same"), ("surname", "same"))
    surname = _match(short[-1], long[-1], given=False)
    if surname is None:
        return _of_two_surnames(short, long)
    given = _given(short, long)
    return None if given is None else (("given", given), ("surname", surname))


def keys_of(name: PersonalName) -> frozenset[str]:
    """Under which a name is found: each of its words, with the initial of each before it."""
    words = [word for word in name.words if len(word) > 1]
    alone = frozenset(mark for word in words for mark in _marks(word))
    after = (_after(name, n) for n in range(1, len(name.words)))
    return alone.union([" ".join(sorted(name.words))], *after)


def sought(name: PersonalName) -> frozenset[str]:
    """Under which names are found that it may go with."""
    if len(name.words) > 1:
        return _after(name, len(name.words) - 1) | {" ".join(sorted(name.words))}
    return keys_of(name)


def _after(name: PersonalName, place: int) -> frozenset[str]:
    """A word of the name with the initials of those before it."""
    initials = {spelt[:1] for word in name.words[:place] for spelt in (word, _heard(word))}
    return frozenset(f"{letter} {m}" for letter in initials for m in _marks(name.words[place]))


def _lone(word: str, long: tuple[str, ...]) -> tuple[Relation, ...] | None:
    surname = _match(word, long[-1], given=False)
    if surname:
        return (("lone", surname),)
    if len(long) == 1:
        return None
    return (("part", "same"),) if word in long[:-1] else ()


def _of_two_surnames(short: tuple[str, ...], long: tuple[str, ...]) -> tuple[Relation, ...] | None:
    """José Ruiz may be José Ruiz García."""
    if len(long) > len(short) and long[: len(short)] == short:
        return (("given", "same"), ("surname", "longer"))
    return None


def _given(short: tuple[str, ...], long: tuple[str, ...]) -> str | None:
    """How the names before the surname agree; None where they are those of two persons."""
    first = _match(short[0], long[0], given=True)
    if first is None:
        pairs = [(short[0], b) for b in long[1:-1]] + [(long[0], a) for a in short[1:-1]]
        later = any(_match(*pair, given=True) in {"same", "variant"} for pair in pairs)
        return "later" if later else None
    middles = (short[1:-1], long[1:-1])
    if all(middles) and not any(_match(a, b, given=True) for a, b in product(*middles)):
        return None
    return first


@lru_cache(maxsize=1 << 16)
def _match(one: str, other: str, *, given: bool) -> Match | None:
    if one == other:
        return "same"
    if 1 in {len(one), len(other)}:
        return "initial" if given and one[0] == other[0] else None
    form = _forms("given_names" if given else "surnames")
    if form.get(one, one) == form.get(other, other):
        return "variant"
    if given and {one, other} <= _given_names():
        return None
    if _sounds(one) == _sounds(other):
        return "sound"
    return "near" if _is_near(one, other) else None


def _is_near(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    if len(short) < _NEAR or short[0] != long[0]:
        return False
    if long.startswith(short) and long[len(short) :] in word_set("identity", "endings"):
        return False
    return OSA.distance(one, other) <= (2 if len(short) >= _LONG else 1)


@lru_cache(maxsize=1 << 15)
def _marks(word: str) -> tuple[str, str]:
    """Its consonants as they are heard, and its first letters: one outlives most misspellings."""
    heard = _heard(word)
    return (heard[:1] + re.sub(r"[aeiou]", "", heard[1:]), f"{word[:4]}…")


@lru_cache(maxsize=1 << 15)
def _heard(word: str) -> str:
    """The sounds of the first form of a name."""
    return _sounds(_forms("given_names").get(word) or _forms("surnames").get(word) or word)


@lru_cache(maxsize=1 << 15)
def _sounds(word: str) -> str:
    for old, new in _changes():
        word = word.replace(old, new)
    return re.sub(r"(.)\1", r"\1", word)


def _is_number(word: str) -> bool:
    return word in listed("honorifics", "suffixes") or bool(_ROMAN.fullmatch(word))


@cache
def _changes() -> tuple[tuple[str, str], ...]:
    pairs = (change.partition(">") for change in words("identity", "sounds"))
    return tuple((old, new) for old, _, new in pairs)


@cache
def _forms(key: str) -> dict[str, str]:
    """Each form of a name -> the first of its forms."""
    lines = [[fold(form) for form in line.split()] for line in table("identity")[key]]
    return {form: forms[0] for forms in lines for form in forms}


@cache
def _given_names() -> frozenset[str]:
    return frozenset(fold(name) for name in words("names", "given"))
