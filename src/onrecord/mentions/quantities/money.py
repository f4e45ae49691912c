"""Currencies: before the number ("US$5m") and after it ("5 million Kenyan shillings")."""

import re
from functools import cache

from onrecord.lexicon import table
from onrecord.mentions.quantities.numerals import Numeral

_NEXT_WORDS = re.compile(r"[ \xa0-](?P<first>[A-Za-z.]{1,12})(?:[ \xa0-][A-Za-z.]{1,12}){0,2}")


@cache
def _prefixes() -> tuple[dict[str, str], int, frozenset[str]]:
    """The signs and codes before a number, the length of the longest, and their last characters."""
    found = {str(mark): code for mark, code in table("currencies")["prefixes"].items()}
    return found, max(map(len, found)), frozenset(mark[-1] for mark in found)


@cache
def _phrases() -> dict[str, str]:
    """Every way to write a currency after a number, in lower case -> its code."""
    data = table("currencies")
    found = {}
    plurals = {one: many for many, one in data["plurals"].items()}
    for phrase, code in data["words"].items():
        found[phrase] = code
        found[f"{phrase}s"] = code
        *before, last = phrase.split()
        many = plurals.get(last)
        if many:
            found[" ".join((*before, many))] = code
    for many, one in data["plurals"].items():
        if one in data["words"]:
            found[many] = data["words"][one]
    return found


@cache
def _first_words() -> frozenset[str]:
    return frozenset(phrase.split()[0].rstrip(".") for phrase in _phrases())


def prefix(text: str, number: Numeral, floor: int) -> tuple[int, str] | None:
    """Where the currency sign right before a number begins, and its code; not before `floor`."""
    marks, longest, lasts = _prefixes()
    at = number.start
    if at > floor and text[at - 1] in " \xa0":
        at -= 1
    if text[at - 1 : at] not in lasts:
        return None
    for length in range(min(longest, at - floor), 0, -1):
        mark = text[at - length : at]
        code = marks.get(mark)
        before = text[at - length - 1 : at - length]
        if code is None or (mark[0].isalpha() and before.isalnum()):
            continue
        if number.scale > 1 or mark not in table("currencies")["scaled_prefixes"]:
            return at - length, code
    return None


def suffix(text: str, end: int, limit: int, *, scaled: bool) -> tuple[int, str] | None:
    """Where the currency words right after `end` end, and their code."""
    match = _NEXT_WORDS.match(text, end, limit)
    if match is None or match["first"].lower().rstrip(".") not in _first_words():
        return None
    words = re.split(r"[ \xa0-]", match[0].rstrip("."))[1:]
    for count in range(len(words), 0, -1):
        phrase = " ".join(words[:count]).lower()
        code = _phrases().get(phrase)
        last = phrase.rsplit(" ", 1)[-1]
        single = last.removesuffix("s")
        bare = count == 1 and not scaled and single in table("currencies")["needs_scale"]
        if code and not bare:
            return end + sum(len(word) + 1 for word in words[:count]), code
    return None
