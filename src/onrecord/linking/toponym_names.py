"""The form in which names of places are looked up."""

import unicodedata

from onrecord.linking.gazetteer import plain

_DROPPED = str.maketrans({"-": " ", "'": None, ".": None, ",": None})


def key(name: str) -> str:
    """A name without case, accents, apostrophes, full stops and hyphens ("Xi'an" -> "xian")."""
    if not name.isascii():
        parts = unicodedata.normalize("NFKD", plain(name))
        name = "".join(c for c in parts if not unicodedata.combining(c))
    return " ".join(name.translate(_DROPPED).casefold().split())
