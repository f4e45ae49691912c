"""What the words of an item or a measure come to, for comparison across reports."""

from functools import cache, lru_cache

from onrecord.record.plainness import plain

_SHORT_WORD = 2  # letters of words that tell nothing: "of", "to"
_ENDINGS = ("ing", "ed", "e")
_STEM = 3  # letters that have to be left of a word


@lru_cache(maxsize=1 << 12)
def content_words(phrase: str | None) -> frozenset[str]:
    """The words of a phrase that can tell it from another, each by the name of its sense.

    Plurals count as singulars, past forms as present ones, synonyms as one word.
    """
    told = (word for word in plain(phrase or "").split() if len(word) > _SHORT_WORD)
    empty = _empty()
    full = (word for word in told if word not in empty and _stem(word) not in empty)
    return frozenset(map(_sense, full))


@cache
def operations() -> frozenset[str]:
    """Words for missions in general: an item of these alone tells nothing."""
    from onrecord.lexicon.tables import table

    return content_words(table("measures")["operations"])


@lru_cache(maxsize=1 << 14)
def item_words(item: str | None, mission: str | None) -> frozenset[str]:
    """The words of an item that say more than of which mission it is."""
    return content_words(item) - content_words(mission) - operations()


@lru_cache(maxsize=1 << 12)
def head(noun: str) -> str:
    """The sense of the last word of a counted noun: the officer of "police officer"."""
    last = plain(noun).split()[-1:]
    return _sense(last[0]) if last else ""


def act(lemma: str) -> str:
    """The word that stands for all words for an act, of whatever part of speech."""
    acts = _acts()
    return acts.get(lemma) or acts.get(_stem(lemma)) or _sense(lemma)


def _sense(word: str) -> str:
    senses = _senses()
    return senses.get(word) or senses.get(_stem(word)) or _stem(word)


def _stem(word: str) -> str:
    """Without the endings of plural and past: "escaped" -> "escap"."""
    if word.endswith("men") and len(word) > _STEM + 2:
        return word[:-2] + "an"
    if word.endswith("ies") and len(word) > _STEM + 3:
        return word[:-3] + "y"
    if word.endswith("s") and not word.endswith("ss") and len(word) > _STEM:
        word = word[:-1]
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _STEM:
            return word[: -len(ending)]
    return word


@cache
def _senses() -> dict[str, str]:
    return _by_word("measures")


@cache
def _acts() -> dict[str, str]:
    return _by_word("acts")


def _by_word(name: str) -> dict[str, str]:
    """For each word of the table, and its stem, the word that stands for its sense."""
    from onrecord.lexicon.tables import table

    found: dict[str, str] = {}
    for line in table(name)["synonyms"]:
        first, *others = line.split()
        for word in (first, *others):
            bare = plain(word)
            found.setdefault(bare, first)
            found.setdefault(_stem(bare), first)
    return found


@cache
def _empty() -> frozenset[str]:
    from onrecord.lexicon.tables import words

    return frozenset(words("measures", "empty"))
