"""What is counted: the noun after a number, and its singular."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from onrecord.lexicon import table, words

_WORD = re.compile(r"[ \xa0]((?:[A-Z]\.){2,4}|\w[\w’'-]*)")
_FARTHEST = 7
_SHORTEST_PLURAL = 4


class Counted(NamedTuple):
    """The counted noun: `unit` in the singular, and where its head ends."""

    unit: str
    end: int


@cache
def _set(key: str) -> frozenset[str]:
    return frozenset(word.replace("_", " ") for word in words("units", key))


@cache
def _demonyms() -> frozenset[str]:
    adjectives = table("demonyms")["adjectives"].values()
    return frozenset(
        part for line in adjectives for word in line.split() for part in word.split("_")
    )


def counted(text: str, at: int, limit: int, *, single: bool) -> Counted | None:
    """The noun counted by the number that ends at `at`; `single` after "one".

    The first plural within seven words, nothing of a closed class between; a plural that
    stands before another ("police officers", "arms dealers") gives way to it.
    """
    phrase = list(_phrase(text, at, limit))
    for i, (word, end) in enumerate(phrase):
        if single and word.lower() in _set("counted"):
            return Counted(_unit([w for w, _ in phrase[:i]], word.lower()), end)
        if not single and is_plural(word):
            following = phrase[i + 1][0] if i + 1 < len(phrase) else ""
            if _is_modifier(word, following):
                continue
            return Counted(_unit([w for w, _ in phrase[:i]], singular(word)), end)
    return _people(phrase)


def _people(phrase: list[tuple[str, int]]) -> Counted | None:
    """People named by an adjective that has no plural: "300 Congolese"."""
    word, end = phrase[0] if phrase else ("", 0)
    if word in _demonyms() and word.lower().endswith(tuple(table("units")["peoples"])):
        return Counted(_irregular()["people"], end)
    return None


def _is_modifier(word: str, following: str) -> bool:
    """Whether a plural only stands before the noun that is counted: "two weapons caches".

    A plural subject has no verb in -s, so that two plurals in a row are one compound.
    """
    if word.endswith(("'", "’")):
        return True
    if not following or not is_plural(following):
        return False
    regular = following.endswith("s") and following.islower()
    return regular or word.lower() in _set("modifiers")


def _phrase(text: str, at: int, limit: int) -> Iterator[tuple[str, int]]:
    """The words after `at` up to the first that ends a noun phrase, each with its end."""
    at = _past_partitive(text, at, limit)
    first = True
    for _ in range(_FARTHEST):
        match = _WORD.match(text, at, limit)
        if match is None:
            return
        word, at = match[1], match.end()
        lower = word.lower()
        if first and lower in _set("leading"):
            continue
        if lower in _set("stops") or (word.isdigit() and first):
            return
        first = False
        yield word, at


def _past_partitive(text: str, at: int, limit: int) -> int:
    match = _WORD.match(text, at, limit)
    if match is None or match[1] != "of":
        return at
    following = _WORD.match(text, match.end(), limit)
    return following.end() if following and following[1].lower() in _set("partitive") else at


@cache
def _irregular() -> dict[str, str]:
    return dict(table("units")["irregular"])


def is_plural(word: str) -> bool:
    """Whether a word looks like a plural: listed, or in -s and not listed as something else."""
    lower = word.lower()
    if lower in _irregular():
        return True
    if not lower.endswith("s") or lower in _set("not_plural"):
        return False
    if any(c.isdigit() for c in lower):  # "F-16s", "Leopard 2s"
        return lower[-2].isdigit()
    regular = not lower.endswith(tuple(table("units")["not_plural_endings"]))
    return len(lower) >= _SHORTEST_PLURAL and regular


def is_known(unit: str) -> bool:
    """Whether the unit's head is listed as something that reports count."""
    return unit.rsplit(" ", 1)[-1] in _set("counted") or unit in _set("counted")


def singular(word: str) -> str:
    """The singular of a plural, its capitals kept where it is a name ("Leopards" -> "Leopard")."""
    lower = word.lower()
    if lower in _irregular():
        return _irregular()[lower]
    if word[:-1] in _demonyms():
        return _irregular()["people"]
    for plural, ending in table("units")["endings"]:
        if lower.endswith(plural):
            one = word[: len(word) - len(plural)] + ending
            return str(one.lower() if one.lower() in _set("counted") else one)
    return word


def _unit(before: list[str], head: str) -> str:
    """The head with the noun before it that belongs to it: a listed compound, or a model name."""
    if before and f"{before[-1].lower()} {head}" in _set("compounds"):
        return f"{before[-1].lower()} {head}"
    model: list[str] = []
    for word in reversed(before):
        named = word[0].isupper() and not word.isupper() and word not in _demonyms()
        if not (named or any(c.isdigit() for c in word)):
            break
        model.insert(0, word)
    return " ".join((*model, head))
