"""CAMEO roles (GOV, MIL, COP, ...) that the words of a phrase tell."""

from collections.abc import Sequence
from functools import cache

from onrecord.exports.coding_states import words
from onrecord.lexicon import table

_NOTHING = "nothing"


@cache
def _roles() -> dict[tuple[str, ...], str]:
    return {
        tuple(words(phrase.replace("_", " "))): role
        for role, phrases in table("cameo")["roles"].items()
        for phrase in phrases.split()
    }


@cache
def _longest() -> int:
    return max(map(len, _roles()))


@cache
def _turns() -> frozenset[str]:
    return frozenset(table("cameo")["turn"].split())


def role_of(phrase: str, *, common: bool = False) -> str:
    """The role that a phrase tells by its head; empty where it tells none.

    The head is the last word that tells a role before "of" and the like, else the last of all.
    `common` asks for words in lower case alone: those of a person's name are none.
    """
    said = [word for word in words(phrase) if not common or word.islower()]
    plain = [word.casefold() for word in said]
    turn = next((i for i, word in enumerate(plain) if word in _turns()), len(plain))
    found = _last(plain[:turn]) or _last(plain)
    return "" if found == _NOTHING else found


def _last(said: Sequence[str]) -> str:
    for end in range(len(said), 0, -1):
        for start in range(max(0, end - _longest()), end):
            for head in _singulars(said[end - 1]):
                role = _roles().get((*said[start : end - 1], head))
                if role:
                    return role
    return ""


def _singulars(word: str) -> tuple[str, ...]:
    """The word, and what it may be the plural of."""
    if word.endswith("ies"):
        return word, f"{word[:-3]}y"
    return (word, word[:-1]) if word.endswith("s") else (word,)
