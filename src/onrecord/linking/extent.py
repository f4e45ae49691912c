"""How far a phrase reaches in print: with its determiner, its numbers and its possessor."""

from onrecord.model import Sentence, Span, Token

_BEFORE = ("det", "predet", "poss", "nummod", "quantmod", "amod")
_OPENING = ("DT", "PDT", "PRP$", "JJ", "JJR", "JJS")


def extent(sentence: Sentence, start: int, end: int, *, owned: bool = True) -> Span:
    """The span of the phrase on tokens `start` to `end` with what determines it.

    "the", "its", "these three" and "Chile's" belong to it where they depend on a word of it; a
    possessor only where the phrase is `owned`, as a person's name is not.
    """
    tokens = sentence.tokens
    first = start
    while first > 0:
        before = tokens[first - 1]
        if before.tag == "POS":
            owner = owned_from(sentence, first, end) if owned else first
            if owner == first:
                break
            first = owner
        elif first <= before.head < end and _opens(before):
            first -= 1
        else:
            break
    return Span(tokens[first].span.start, tokens[end - 1].span.end)


def _opens(token: Token) -> bool:
    return token.tag == "CD" or (token.dep in _BEFORE and token.tag in _OPENING)


def owned_from(sentence: Sentence, start: int, end: int) -> int:
    """The first token of the possessor right before a phrase ("Chile's"), else `start`."""
    tokens = sentence.tokens
    if start < 2 or tokens[start - 1].tag != "POS":  # noqa: PLR2004
        return start
    owner = tokens[start - 1].head
    if tokens[owner].dep != "poss" or not start <= tokens[owner].head < end:
        return start
    inside = sorted(sentence.subtree(owner))
    return inside[0] if inside == list(range(inside[0], start)) else start
