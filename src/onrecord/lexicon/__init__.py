"""Data files -> validated tables. What the project knows of language and of the world.

Every file is YAML (or tab-separated where it is long) under `lexicon/en/`.
"""

from onrecord.lexicon.tables import (
    fingerprint,
    names,
    overlay,
    overlays,
    path,
    table,
    word_set,
    words,
)

__all__ = ["fingerprint", "names", "overlay", "overlays", "path", "table", "word_set", "words"]
