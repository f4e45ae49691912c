"""Verb groups: the words that make one verb, and whether it says that it came true."""

from onrecord.events.statements.lexicon import aspect_verbs, particles
from onrecord.model import Sentence, Span, Token

_GROUP = frozenset(("aux", "auxpass", "neg", "advmod"))


def is_whole(sentence: Sentence, verb: Token) -> bool:
    """Whether a verb that speaks only with a particle has it."""
    wanted = particles().get(verb.lemma)
    particle = _particle(sentence, verb) if wanted is not None else None
    return wanted is None or (particle is not None and particle.lower in wanted)


def _particle(sentence: Sentence, verb: Token) -> Token | None:
    """The word after the verb that belongs to it: "pointed out", "made (it) clear"."""
    wanted = particles().get(verb.lemma, frozenset())
    for token in sentence.tokens[verb.i + 1 : verb.i + 3]:
        if token.lower in wanted or (token.head == verb.i and token.dep == "prt"):
            return token
        if token.lower != "it":
            return None
    return None


def is_negated(sentence: Sentence, verb: Token) -> bool:
    """Whether the verb is denied: "would not say", "neither confirmed nor denied"."""
    if any(t.dep == "neg" or t.lower == "neither" for t in sentence.dependents(verb.i)):
        return True
    return verb.dep == "conj" and any(
        t.lower == "neither" for t in sentence.dependents(verb.head, "preconj")
    )


def is_purpose(sentence: Sentence, verb: Token) -> bool:
    """Whether the verb is an infinitive that nothing tells to have come true ("to warn them")."""
    if not any(t.tag == "TO" for t in sentence.dependents(verb.i, "aux")):
        return False
    return not _goes_on(sentence, verb)


def _goes_on(sentence: Sentence, verb: Token) -> bool:
    """Whether an infinitive belongs to a verb that only says how it went: "went on to say"."""
    return verb.dep == "xcomp" and sentence.tokens[verb.head].lemma in aspect_verbs()


def verb_group(sentence: Sentence, verb: Token) -> Span:
    """The verb with the auxiliaries and adverbs before it, its particle and a colon after it."""
    tokens = sentence.tokens
    top = tokens[verb.head] if _goes_on(sentence, verb) else verb
    if verb.dep == "pcomp" and tokens[verb.head].lower == "as":
        if sentence.dependents(tokens[verb.head].head, "dobj"):
            return Span(tokens[verb.head].span.start, verb.span.end)
        top = tokens[tokens[verb.head].head]
    first = top.i
    while first and _in_group(tokens[first - 1], top):
        first -= 1
    particle = _particle(sentence, verb)
    last = verb.i if particle is None else particle.i
    if last + 1 < len(tokens) and tokens[last + 1].text == ":":
        last += 1
    return Span(tokens[first].span.start, tokens[last].span.end)


def _in_group(token: Token, verb: Token) -> bool:
    return token.head == verb.i and token.dep in _GROUP
