"""Whether a number is what somebody undertakes: then it belongs to an event, not here."""

from collections.abc import Iterator
from functools import cache

from onrecord.events.figures.setting import Setting
from onrecord.lexicon import table, words
from onrecord.model import Sentence, Token


@cache
def _listed(key: str) -> frozenset[str]:
    return frozenset(table("figures")["undertakings"][key].split())


@cache
def _figure_nouns() -> frozenset[str]:
    return frozenset(words("figures", "nouns"))


def is_undertaken(where: Setting) -> bool:
    """Whether the number stands under a verb or noun of promising, sending or allowing."""
    for noun in where.nouns:
        if noun.lemma in _listed("nouns"):
            return True
        if noun.lemma in _figure_nouns():  # "approved ... at a cost of $5m"
            return False
    if any(verb.lemma in _listed("wishes") for verb in list(_chain(where))[1:]):
        return True
    governing = (*where.modifying, *_chain(where))
    return any(_undertakes(where.sentence, verb) for verb in governing)


def _chain(where: Setting) -> Iterator[Token]:
    """The verb over the quantity and those that it complements, nearest first."""
    verb = where.verb
    while verb is not None:
        yield verb
        above = where.sentence.tokens[verb.head]
        verb = above if verb.dep == "xcomp" and above.i != verb.i else None


def _undertakes(sentence: Sentence, verb: Token) -> bool:
    if verb.lemma in _listed("verbs"):
        return True
    if any(t.lemma in _listed("objects") for t in sentence.dependents(verb.i, "dobj")):
        return True
    return verb.lemma in _listed("ahead") and _is_ahead(sentence, verb)


def _is_ahead(sentence: Sentence, verb: Token) -> bool:
    return any(t.lower in _listed("future") for t in sentence.dependents(verb.i, "aux"))
