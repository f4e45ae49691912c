"""The form in which names of places are looked up."""

import unicodedata
from functools import cache, lru_cache

from onrecord.lexicon import table
from onrecord.linking.gazetteer import plain

_DROPPED = str.maketrans({"-": " ", "'": None, ".": None, ",": None})


@lru_cache(maxsize=16384)
def key(name: str) -> str:
    """A name without case, accents and punctuation, its saints and mounts in short.

    "Xi'an" -> "xian", "Saint Paul" -> "st paul", "Port-au-Prince" -> "port au prince".
    """
    if not name.isascii():
        parts = unicodedata.normalize("NFKD", plain(name))
        name = "".join(c for c in parts if not unicodedata.combining(c))
    words = name.translate(_DROPPED).casefold().split()
    short = _short_words()
    return " ".join([short.get(word, word) for word in words])


@cache
def _short_words() -> dict[str, str]:
    return dict(line.split() for line in table("toponyms")["short_words"])
