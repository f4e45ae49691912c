"""Whether a number is what somebody undertakes: then it belongs to an event, not here."""

from collections.abc import Iterator
from functools import cache, partial

from onrecord.events.figures.setting import Setting
from onrecord.lexicon import table, word_set
from onrecord.model import Sentence, Token

_words = partial(word_set, "figures")


@cache
def _listed(key: str) -> frozenset[str]:
    return frozenset(table("figures")["undertakings"][key].split())


def is_undertaken(where: Setting) -> bool:
    """Whether the number stands under a verb or noun of promising, sending or allowing."""
    for noun in where.nouns:
        if noun.lemma in _listed("nouns"):
            return True
        if noun.lemma in _words("nouns"):  # "approved ... at a cost of $5m"
            return False
    chain = list(_chain(where))
    if _is_charged(where, chain):
        return False
    if any(verb.lemma in _listed("wishes") for verb in chain[1:]):
        return chain[0].lemma not in _words("totals")
    governing = (*where.modifying, *chain)
    return any(_undertakes(where.sentence, verb) for verb in governing)


def _chain(where: Setting) -> Iterator[Token]:
    """The verb over the quantity and those that it complements, nearest first."""
    verb = where.verb
    while verb is not None:
        yield verb
        above = where.sentence.tokens[verb.head]
        verb = above if verb.dep == "xcomp" and above.i != verb.i else None


def _is_charged(where: Setting, chain: list[Token]) -> bool:
    """Whether a perfect is what others believe or charge: "accuses it of having sent 2,000"."""
    sentence = where.sentence
    if not chain or all(t.lemma != "have" for t in sentence.dependents(chain[0].i, "aux")):
        return False
    above = (sentence.tokens[i] for i in sentence.ancestors(chain[0].i))
    over = next((token for token in above if token.pos == "VERB"), None)
    return over is not None and over.lemma in _words("charges")


def _undertakes(sentence: Sentence, verb: Token) -> bool:
    if verb.lemma in _listed("verbs"):
        return True
    if any(t.lemma in _listed("objects") for t in sentence.dependents(verb.i, "dobj")):
        return True
    return verb.lemma in _listed("ahead") and _is_ahead(sentence, verb)


def _is_ahead(sentence: Sentence, verb: Token) -> bool:
    return any(t.lower in _listed("future") for t in sentence.dependents(verb.i, "aux"))
