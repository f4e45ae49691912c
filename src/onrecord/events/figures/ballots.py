"""Votes: the numbers for and against ("adopted by 13 votes to 2", "by 58 to 41")."""

from functools import cache

from onrecord.events.figures.setting import Setting
from onrecord.lexicon import table
from onrecord.model import Token

_FARTHEST = 3


@cache
def _listed(key: str) -> frozenset[str]:
    return frozenset(table("figures")["ballots"][key].split())


def is_ballot(where: Setting) -> bool:
    """Whether a quantity counts votes: by its noun, or as one of two sides below such a verb."""
    unit = where.quantity.unit
    if unit is not None:
        return unit in _listed("units")
    if where.verb is None or where.verb.lemma not in _listed("verbs"):
        return False
    inside = where.sentence.within(where.quantity.span)
    return bool(inside) and _is_side(where, inside[0], inside[-1])


def _is_side(where: Setting, first: Token, last: Token) -> bool:
    """Whether the number stands in "by A to B", before or after the "to"."""
    tokens = where.sentence.tokens
    before = tokens[max(0, first.i - _FARTHEST) : first.i]
    after = tokens[last.i + 1 : last.i + 3]
    if [t.lower for t in before[-1:]] == ["by"]:
        return [t.lower for t in after[:1]] == ["to"] and after[-1].tag == "CD"
    if len(before) < _FARTHEST or before[-1].lower != "to":
        return False
    return before[-2].tag == "CD" and before[-3].lower == "by"
