"""The language that a text is written in."""

import re
from functools import cache
from typing import Any

from onrecord.documents.canonical import whole
from onrecord.lexicon import word_set

ENGLISH = "en"

_CODE = 2  # letters
_SAMPLE = 20_000
_WORD = re.compile(r"[^\W\d_]+")
_FEWEST_WORDS = 20
_PROSE = 0.08  # the least share of small words that running English has
_NO_PROSE = 0.03  # the most that running text of another language has


def language_of(text: str, declared: str | None = None) -> str:
    """The ISO 639-1 code of the language of `text`; English where nothing speaks against it.

    A text with the small words of English is English, whatever its page declares: templates
    declare at random. Any other needs two witnesses for another language, so that a list of names
    is not taken for one: the detector (langid; Lui and Baldwin 2012), and either the declaration,
    a script that is not Latin, or running text without the small words of English.
    """
    words = _WORD.findall(text[:_SAMPLE].casefold())
    small = sum(word in word_set("language") for word in words)
    if small and small >= len(words) * _PROSE:
        return ENGLISH
    if not words:
        return declared or ENGLISH
    found = _detected(text[:_SAMPLE])
    foreign = len(words) >= _FEWEST_WORDS and small <= len(words) * _NO_PROSE
    if found in {ENGLISH, declared} or foreign or not _is_latin(words):
        return found
    return declared or ENGLISH


def _is_latin(words: list[str]) -> bool:
    letters = "".join(words)
    return sum(letter < "\u0250" for letter in letters) * 2 > len(letters)


def _detected(text: str) -> str:
    return str(_detector().classify(whole(text))[0])


@cache
def _detector() -> Any:
    """The detector with the languages that have a code of two letters; it is large."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    detector = LanguageIdentifier.from_model_file(MODEL_FILE)
    detector.set_languages([code for code in detector.labels if len(code) == _CODE])
    return detector
