"""Channels: through what a speaker speaks."""

from onrecord.events.statements.lexicon import channels
from onrecord.model import Sentence, Token


def channel(sentence: Sentence, cue: Token) -> str | None:
    """The channel that a noun beside the cue names: its subject, its adverbial, or its object."""
    known = channels()
    for i in sentence.subtree(cue.i):
        token = sentence.tokens[i]
        if token.lemma in known and token.pos in ("NOUN", "PROPN"):
            return known[token.lemma]
    return None
