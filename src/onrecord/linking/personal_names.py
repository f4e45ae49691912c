"""Personal names as words: folded for comparing, spelt for showing, one person's or two's.

Surnames must agree; an initial, a short form or one letter's difference in a given name does not
speak against it.
"""

import unicodedata
from functools import lru_cache

from rapidfuzz.distance import Levenshtein

from onrecord.linking.candidates import is_initial
from onrecord.linking.terms import listed

_FUZZY_LENGTH = 4
_FUZZY_SURNAME = 7
_SHORT = 2


@lru_cache(maxsize=50_000)
def fold(word: str) -> str:
    """A word of a name without case, accents, hyphens and a joined article ("al-")."""
    plain = unicodedata.normalize("NFKD", word.casefold().replace("’", "'"))
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    for particle in listed("honorifics", "particles_joined"):
        if plain.startswith(particle) and len(plain) > len(particle) + 1:
            plain = plain[len(particle) :]
            break
    return plain.strip("'.")


def folded(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words that identify: folded, without initials, suffixes and particles."""
    out = tuple(
        fold(w)
        for w in words
        if not is_initial(w)
        and w.casefold() not in listed("honorifics", "suffixes")
        and w.casefold() not in listed("honorifics", "particles")
    )
    return out or (fold(words[-1]),)


def uncapitalised(word: str) -> str:
    """A word set all in capitals in the usual spelling."""
    if word.casefold() in listed("honorifics", "suffixes"):
        return word
    return word.capitalize() if word.isupper() and word.isalpha() and len(word) > _SHORT else word


def spelling_of(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words of a name as shown: without initials and suffixes where two words are left."""
    kept = tuple(
        w
        for w in words
        if not is_initial(w) and w.casefold() not in listed("honorifics", "suffixes")
    )
    return (
        kept if len(kept) > 1 else words
    )  # "Letsie III" keeps its number, "J. Okello" its initial


def is_short_for(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Whether `short` may stand for the person called `full`."""
    if len(short) == 1 and len(full) > 1:
        return _same_surname(short[0], full[-1]) or short[0] in (full[0], *full[1:-1])
    return are_one(short, full)


def are_one(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Whether two folded names may be of one person."""
    if len(a) > len(b):
        a, b = b, a
    if len(a) == 1:
        return _same_surname(a[0], b[-1])
    if a == b or a == b[-len(a) :]:
        return True
    return _same_surname(a[-1], b[-1]) and _same_given(a[0], b[0])


def _same_surname(a: str, b: str) -> bool:
    if a == b:
        return True
    return min(len(a), len(b)) >= _FUZZY_SURNAME and Levenshtein.distance(a, b) <= 1


def _same_given(a: str, b: str) -> bool:
    short, long = sorted((a, b), key=len)
    if long.startswith(short):
        return len(short) != 2  # noqa: PLR2004
    return len(short) >= _FUZZY_LENGTH and short[0] == long[0] and Levenshtein.distance(a, b) <= 1
