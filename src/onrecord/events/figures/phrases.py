"""Words of a sentence around a figure, as sets of token indices."""

from collections.abc import Iterable
from functools import cache

from onrecord.events.figures.setting import Setting
from onrecord.lexicon import table, word_set
from onrecord.model import Sentence, Token

_CLAUSES = ("advcl", "ccomp", "parataxis", "conj", "cc", "punct")


def number_tokens(where: Setting) -> set[int]:
    """The tokens of the bound and the number, up to where the noun begins."""
    inside = where.sentence.within(where.quantity.span)
    at = next((k for k, t in enumerate(inside) if _is_numeric(t)), len(inside) - 1)
    while at + 1 < len(inside) and _goes_on(inside, at + 1):
        at += 1
    return {t.i for t in inside[: at + 1]}


def _is_numeric(token: Token) -> bool:
    return token.tag == "CD" or token.lower in _scales() or any(c.isdigit() for c in token.text)


@cache
def _scales() -> frozenset[str]:
    data = table("numbers")
    return frozenset((*data["scales"], *data["packs"]))


def _goes_on(inside: tuple[Token, ...], at: int) -> bool:
    token = inside[at]
    if token.tag == "CD" or token.span.start == inside[at - 1].span.end:
        return True
    joins = token.lower in word_set("figures", "joints") and at + 1 < len(inside)
    return joins and (inside[at + 1].tag in ("CD", "PRP$", "DT") or token.lower == "of")


def noun_phrase(where: Setting) -> list[int]:
    """The counted noun with its modifiers, complements and relative clauses, without number."""
    sentence = where.sentence
    if where.quantity.unit is None:
        return []
    end = where.quantity.span.end
    head = next((t for t in sentence.tokens if t.span.end == end), where.head)
    if head.pos in ("NUM", "PUNCT"):
        return []
    inside = set(sentence.subtree(head.i)) - number_tokens(where)
    aside = sentence.dependents(head.i, "conj", "cc", "appos", "punct", "det", "poss")
    return sorted(inside - _under(sentence, aside))


def below(where: Setting, token: Token) -> list[int]:
    """The phrase under a token, without the quantity and the preposition that brings it."""
    sentence = where.sentence
    own = {t.i for t in sentence.within(where.quantity.span)}
    if where.head.dep == "pobj":
        own.add(where.head.head)
    aside = sentence.dependents(token.i, "punct", "conj", "cc", "appos")
    return sorted(set(sentence.subtree(token.i)) - own - _under(sentence, aside))


def predicate(where: Setting, verb: Token) -> list[int]:
    """The verb, its auxiliaries and what follows, up to the first comma or further clause."""
    sentence = where.sentence
    own = {t.i for t in sentence.within(where.quantity.span)}
    if where.head.dep == "pobj":
        own.add(where.head.head)
    twin = _twin(sentence, verb)
    aside = [t for t in sentence.dependents(verb.i, *_CLAUSES) if t.i not in twin]
    inside = set(sentence.subtree(verb.i)) - own - (_under(sentence, aside) - twin)
    before = {t.i for t in sentence.dependents(verb.i, "aux", "neg") if t.i < verb.i}
    return sorted(before) + _to_comma(sentence, sorted(i for i in inside if i >= verb.i))


def _twin(sentence: Sentence, verb: Token) -> set[int]:
    """A second verb right after "and" or "or", with its complements: "killed or injured"."""
    near = [t for t in sentence.dependents(verb.i, "conj") if t.i == verb.i + 2]
    return {j for t in near for j in sentence.subtree(t.i)} | ({verb.i + 1} if near else set())


def _to_comma(sentence: Sentence, indices: list[int]) -> list[int]:
    for k, i in enumerate(indices):
        before = sentence.tokens[i - 1].text if k else ""
        if before in (",", ";", "(", "—", "–"):
            return indices[:k]
    return indices


def _under(sentence: Sentence, tokens: Iterable[Token]) -> set[int]:
    return {j for t in tokens for j in sentence.subtree(t.i)}
