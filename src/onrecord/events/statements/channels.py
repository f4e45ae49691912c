"""Channels: through what a speaker speaks."""

from onrecord.events.statements.lexicon import channels
from onrecord.model import Sentence, Span


def channel(sentence: Sentence, without: Span) -> str | None:
    """The channel that a noun in the sentence names, outside of what is said."""
    known = channels()
    for token in sentence.tokens:
        if token.pos == "NOUN" and token.lemma in known and not token.span.overlaps(without):
            return known[token.lemma]
    return None
