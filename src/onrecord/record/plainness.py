"""Names and phrases without what does not tell one from another."""

import unicodedata
from functools import lru_cache

_DROPPED = str.maketrans("", "", ".-'’‑–")


@lru_cache(maxsize=1 << 13)
def plain(name: str) -> str:
    """A name for comparison: no case, accents, punctuation, or leading article."""
    return plain_text(name)


def plain_text(text: str) -> str:
    """As `plain` what is too long, and compared too seldom, to be kept."""
    bare = text.translate(_DROPPED)
    if not bare.isascii():
        bare = unicodedata.normalize("NFKD", bare)
        bare = "".join(c for c in bare.casefold() if not unicodedata.category(c).startswith("M"))
    kept = "".join(c if c.isalnum() else " " for c in bare.casefold())
    words = kept.split()
    return " ".join(words[1:] if len(words) > 1 and words[0] == "the" else words)
