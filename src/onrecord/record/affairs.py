"""What affair a report is about: its names and numbers, and how much of them two reports share."""

import math
import re

from onrecord.record.plainness import plain
from onrecord.record.words import content_words

_WORD = re.compile(r"[^\W\d_][\w'’-]*")
_NUMBER = re.compile(r"\d[\d,.]*\d")
_SHORT = 2  # letters of words that name nothing by themselves


def names_in(text: str) -> frozenset[str]:
    """The words that the text has with a capital and never without one, plain, and its numbers."""
    words = [word for word in _WORD.findall(text) if len(word) > _SHORT]
    small = {plain(word) for word in words if word[0].islower()}
    names = {plain(word) for word in words if word[0].isupper()} - small
    return frozenset(name for name in names if content_words(name)).union(_NUMBER.findall(text))


def closeness(one: frozenset[str], other: frozenset[str]) -> float:
    """From 0, no name in common, to 1, the same names: Ochiai's coefficient, the cosine of sets."""
    if not one or not other:
        return 0.0
    return len(one & other) / math.sqrt(len(one) * len(other))
