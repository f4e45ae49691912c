"""Whether a number is what somebody undertakes: then it belongs to an event, not here."""

from collections.abc import Iterator
from functools import cache

from onrecord.events.figures.setting import Setting
from onrecord.lexicon import table, words
from onrecord.model import Sentence, Token


@cache
def _listed(key: str) -> frozenset[str]:
    return frozenset(table("figures")["undertakings"][key].split())


def is_undertaken(where: Setting) -> bool:
    """Whether the number stands under a verb or noun of promising, sending or allowing."""
    for noun in where.nouns:
        if noun.lemma in _listed("nouns"):
            return True
        if noun.lemma in words("figures", "nouns"):  # "approved ... at a cost of $5m"
            return False
    return any(_undertakes(where.sentence, verb) for verb in _governing(where))


def _governing(where: Setting) -> Iterator[Token]:
    """The verb over the quantity, those that it complements, and those of its own clauses."""
    yield from where.modifying
    verb = where.verb
    while verb is not None:
        yield verb
        above = where.sentence.tokens[verb.head]
        verb = above if verb.dep == "xcomp" and above.i != verb.i else None


def _undertakes(sentence: Sentence, verb: Token) -> bool:
    if verb.lemma in _listed("verbs"):
        return True
    return verb.lemma in _listed("ahead") and _is_ahead(sentence, verb)


def _is_ahead(sentence: Sentence, verb: Token) -> bool:
    return any(t.lower in _listed("future") for t in sentence.dependents(verb.i, "aux"))
