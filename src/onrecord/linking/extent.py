"""How far a mention reaches in print: the whole noun phrase, with determiner and numbers."""

from onrecord.model import Sentence, Span

_BEFORE = ("det", "predet", "poss", "nummod", "quantmod", "amod")
_OPENING = ("DT", "PDT", "PRP$", "CD", "JJ", "JJR", "JJS")


def extent(sentence: Sentence, start: int, end: int) -> Span:
    """The span of the phrase on tokens `start` to `end` with what determines it.

    "the", "its", "these three" and the like belong to it where they depend on a word of it; a
    possessor with a name of its own ("Chile's") does not.
    """
    tokens = sentence.tokens
    first = start
    while first > 0:
        before = tokens[first - 1]
        inside = start <= before.head < end or first <= before.head < start
        if not inside or before.dep not in _BEFORE or before.tag not in _OPENING:
            break
        first -= 1
    return Span(tokens[first].span.start, tokens[end - 1].span.end)
