"""Channels: through what a speaker speaks, and in which document."""

from collections.abc import Iterator

from onrecord.events.statements.lexicon import channels, documents
from onrecord.model import Sentence, Token

_CLAUSES = frozenset(("ccomp", "xcomp", "advcl", "relcl", "acl", "parataxis", "conj", "pcomp"))


def channel(sentence: Sentence, cue: Token) -> str | None:
    """The channel that a noun beside the cue names: its subject, its adverbial, or its object."""
    known = channels()
    return next((known[t.lemma] for t in _beside(sentence, cue) if t.lemma in known), None)


def document(sentence: Sentence, cue: Token) -> str | None:
    """The noun for the document in which a cue places the speech ("said in a statement")."""
    known = documents()
    inside = (t for t in _beside(sentence, cue) if sentence.tokens[t.head].lower == "in")
    return next((t.lemma for t in inside if t.lemma in known), None)


def _beside(sentence: Sentence, cue: Token) -> Iterator[Token]:
    """The nouns that belong to the cue itself and those of a phrase that opens the sentence."""
    stack = [cue.i]
    opening = sentence.tokens[0]
    if opening.tag == "IN" and opening.dep == "prep":
        stack.append(opening.i)
    while stack:
        token = sentence.tokens[stack.pop()]
        if token.pos in ("NOUN", "PROPN"):
            yield token
        below = sentence.dependents(token.i)
        stack.extend(t.i for t in below if t.dep not in _CLAUSES)
