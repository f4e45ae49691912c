"""How names of organisations, groups and missions of several reports stand to each other."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import cache, lru_cache

from rapidfuzz.distance import OSA

from onrecord.lexicon import word_set, words
from onrecord.linking.states import entries
from onrecord.record.personal import Relation
from onrecord.record.plainness import plain

_NEAR = 6  # letters of a word in which one may be mistyped
_ENOUGH = 2  # words that a name needs to be a part of a longer one, or to be abbreviated
_LETTERS = range(2, 10)  # letters of an acronym
_OF_STATE = frozenset(("state", "territory", "demonym", "people"))  # sorts of a state's names


@lru_cache(maxsize=1 << 15)
def body_words(name: str) -> tuple[str, ...]:
    """The words that tell a body from others, in one spelling, sorted."""
    spelt = _spellings()
    told = (word for word in plain(name).split() if word not in word_set("identity", "empty"))
    return tuple(sorted(spelt.get(word, word) for word in told))


def body_relations(one: str, other: str, states: frozenset[str]) -> tuple[Relation, ...]:
    """What two names have in common; `states` are the codes of the state that both are of."""
    short, long = sorted((body_words(one), body_words(other)), key=lambda w: (len(w), w))
    if short == long:
        return (("body", "same"),)
    less, more = Counter(short) - Counter(long), Counter(long) - Counter(short)
    if any(word[0].isdigit() for word in (*less, *more)):
        return ()
    found = ""
    if len(short) >= _ENOUGH and _words_of(states).issuperset((*less, *more)):
        found = "national"
    elif _is_acronym(one, other) or _is_acronym(other, one):
        found = "acronym"
    elif less.total() == more.total() == 1 and _is_near(*less, *more):
        found = "near"
    elif len(short) >= _ENOUGH and not less and more.total() == 1:
        found = "longer"
    return (("body", found),) if found else ()


@lru_cache(maxsize=1 << 15)
def body_keys(name: str) -> frozenset[str]:
    """Under which a name is found: its words, all but one, those of no state, its acronym."""
    return frozenset(_keys(name))


def _keys(name: str) -> Iterator[str]:
    told = body_words(name)
    yield " ".join(told)
    yield " ".join(word for word in told if word not in _national())
    for number, word in enumerate(told):
        rest = " ".join((*told[:number], *told[number + 1 :]))
        yield f"{rest} {word[:3]}…"
        if len(told) > _ENOUGH:
            yield rest
    yield from _acronyms(name)
    if name.isupper() and len(name) in _LETTERS:
        yield f"{name.casefold()}."


def _acronyms(name: str) -> set[str]:
    """Its initials, with those of its small words and without."""
    told = plain(name).split()
    full = [word for word in told if word not in word_set("identity", "empty")]
    made = ("".join(word[0] for word in chosen) for chosen in (told, full))
    return {f"{letters}." for letters in made if len(letters) in _LETTERS}


def _is_acronym(short: str, long: str) -> bool:
    return short.isupper() and f"{short.casefold()}." in _acronyms(long)


def _is_near(one: str, other: str) -> bool:
    return (
        min(len(one), len(other)) >= _NEAR
        and one[0] == other[0]
        and not {one, other} & _national()
        and OSA.distance(one, other) == 1
    )


def _words_of(states: frozenset[str]) -> frozenset[str]:
    return frozenset(word for code in states for word in _state_words().get(code, ()))


@cache
def _state_words() -> dict[str, frozenset[str]]:
    """For the code of each state the words of its names and of its people's."""
    found: dict[str, set[str]] = defaultdict(set)
    for name, entry in entries():
        if entry.country and entry.sort in _OF_STATE:
            found[entry.country].update(body_words(name))
    return {code: frozenset(told) for code, told in found.items()}


@cache
def _national() -> frozenset[str]:
    return frozenset(word for told in _state_words().values() for word in told)


@cache
def _spellings() -> dict[str, str]:
    """Each spelling of a word -> the one that stands for it."""
    pairs = (pair.split("=") for pair in words("identity", "spellings"))
    return {other: first for first, other in pairs}
