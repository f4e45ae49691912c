"""Whether a time lies ahead or behind, by the words around it."""

from functools import cache, lru_cache

from onrecord.lexicon.tables import words
from onrecord.mentions.times.tokens import Tokens

AHEAD, BEHIND, OPEN = 1, -1, 0
CLOSING = frozenset({"", ".", "!", "?", ";"})  # words that can end a sentence
_REACH = 30  # words; a longer way back to the verb is rare
_QUOTES = frozenset("'\"’”“‘`)")
_POSSESSIVE = (["'s"], ["’s"])
_SHORTEST_PAST = 4  # letters of a verb in "-ed"


@cache
def _cues() -> dict[str, frozenset[str]]:
    keys = (
        "future",
        "past",
        "not_past",
        "ahead_of_to",
        "ahead_of_for",
        "ahead",
        "before_as",
        "no_verb",
        "present",
        "be",
        "directs",
        "perfect",
        "prolongs",
        "end",
        "reported",
        "abbreviations",
    )
    return {key: frozenset(words("times/tense", key)) for key in keys}


@lru_cache(maxsize=1 << 15)
def cue(word: str) -> int:
    """AHEAD or BEHIND for a word that tells, OPEN for any other."""
    lower, cues = word.lower().replace("’", "'"), _cues()
    if word[:1].isupper():  # "May"
        return OPEN
    if lower in cues["future"]:
        return AHEAD
    if lower in cues["past"]:
        return BEHIND
    regular = lower.endswith("ed") and len(lower) >= _SHORTEST_PAST
    return BEHIND if regular and lower not in cues["not_past"] else OPEN


def _cue_at(tokens: Tokens, i: int) -> int:
    """The same for word `i` in its place: a date was set, but it is set for Friday.

    An infinitive ("to meet") is left to the words before it.
    """
    word, behind = tokens.words[i], tokens.words[i + 1 : i + 2]
    if behind == ["for"] and word.lower() in _cues()["ahead_of_for"]:
        return AHEAD
    found = cue(word)
    infinitive = found == AHEAD and tokens.words[max(0, i - 1) : i] == ["to"]
    return OPEN if infinitive else found


def ends_sentence(tokens: Tokens, i: int) -> bool:
    """Whether word `i` closes a sentence or a block."""
    word = tokens.words[i]
    if word not in CLOSING:
        return False
    if word != ".":
        return True
    follows = next((w for w in tokens.words[i + 1 : i + 4] if w not in _QUOTES), "")
    if not follows[:1].isupper():
        return False
    return i == 0 or tokens.words[i - 1].lower() not in _cues()["abbreviations"]


def _is_verb(word: str) -> bool:
    """Whether the word after "to" can be a verb."""
    return word.islower() and word not in _cues()["no_verb"]


def _participle(tokens: Tokens, i: int) -> bool:
    """Whether the word in "-ed" belongs to a verb that is not past: "to be published"."""
    return i > 0 and tokens.words[i - 1].lower() in _cues()["present"]


def _had_been(tokens: Tokens, i: int) -> bool:
    """Whether what lay ahead is over: "had been due", "had previously been scheduled"."""
    return any(word.lower() in _cues()["perfect"] for word in tokens.words[max(0, i - 4) : i])


def _over(tokens: Tokens, i: int) -> bool:
    """Whether the infinitive at word `i` came to its day: "had been due to expire"."""
    return tokens.words[max(0, i - 2) : i - 1] == ["been"] and _had_been(tokens, i)


def _as_soon_as(tokens: Tokens, start: int) -> bool:
    """Whether "as soon as" or "as early as" stands right before the time."""
    first, way, last = (["", "", "", *tokens.words[max(0, start - 3) : start]])[-3:]
    return first.lower() == last == "as" and way in _cues()["before_as"]


def _prolonged(tokens: Tokens, start: int) -> bool:
    """Whether the time is the end that a term was given: "authorised the force until 30 June"."""
    if not start or tokens.words[start - 1].lower() not in _cues()["end"]:
        return False
    for i in range(start - 1, max(-1, start - 1 - _REACH), -1):
        if ends_sentence(tokens, i):
            return False
        if tokens.words[i].lower() in _cues()["prolongs"]:
            return True
    return False


def _before(tokens: Tokens, start: int, *, known: bool) -> int:
    infinitive, cues = False, _cues()
    if _prolonged(tokens, start):
        return AHEAD
    for i in range(start - 1, max(-1, start - 1 - _REACH), -1):
        if ends_sentence(tokens, i):
            break
        lower = tokens.words[i].lower()
        if lower == "to" and i + 1 < start and _is_verb(tokens.words[i + 1]):
            if i and not known and tokens.words[i - 1].lower() in cues["ahead_of_to"]:
                return BEHIND if _over(tokens, i) else AHEAD
            infinitive = not known
        elif infinitive and lower in cues["directs"]:
            return AHEAD
        elif known and lower in cues["reported"]:
            continue
        elif (found := _cue_at(tokens, i)) == AHEAD or (found and not _participle(tokens, i)):
            return BEHIND if _had_been(tokens, i) else found
        elif lower in cues["be"]:
            return OPEN
    return AHEAD if infinitive else OPEN


def _after(tokens: Tokens, end: int) -> int:
    for i in range(end, min(len(tokens.words), end + _REACH)):
        if ends_sentence(tokens, i):
            break
        found = _cue_at(tokens, i)
        if found == AHEAD and tokens.words[i].lower().endswith("ed"):
            return AHEAD if _participle(tokens, i) else BEHIND
        if found and not _participle(tokens, i):
            return found
    return OPEN


def direction(tokens: Tokens, start: int, end: int) -> int:
    """AHEAD, BEHIND or OPEN for the time at the words `start` to `end`.

    The nearest verb before it in the sentence decides, else the nearest behind it, else a
    preposition ("until"). What happened is known where the time owns it ("Friday's attack"):
    then only a modal verb points ahead.
    """
    known = tokens.words[end : end + 1] in _POSSESSIVE
    found = _before(tokens, start, known=known)
    if found == OPEN and _as_soon_as(tokens, start):
        return AHEAD
    if found == OPEN:
        found = BEHIND if known else _after(tokens, end)
    if found == OPEN and start and tokens.words[start - 1].lower() in _cues()["ahead"]:
        return AHEAD
    return found


def is_past_perfect(tokens: Tokens, start: int) -> bool:
    """Whether the nearest verb before the time stands in the past perfect: "had met on 3 May"."""
    for i in range(start - 1, max(-1, start - 1 - _REACH), -1):
        if ends_sentence(tokens, i):
            return False
        if (found := cue(tokens.words[i])) != OPEN:
            return found == BEHIND and "had" in tokens.words[max(0, i - 3) : i + 1]
    return False
