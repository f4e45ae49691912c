"""Currencies: before the number ("US$5m") and after it ("5 million Kenyan shillings")."""

import re
from functools import cache

from onrecord.lexicon import table

_NEXT_WORDS = re.compile(r"(?:[ \xa0-][A-Za-z.]{1,12}){1,3}")


@cache
def _prefixes() -> tuple[dict[str, str], int]:
    found = {str(mark): code for mark, code in table("currencies")["prefixes"].items()}
    return found, max(map(len, found))


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


def prefix(text: str, start: int, floor: int) -> tuple[int, str] | None:
    """Where the currency sign right before `start` begins, and its code; not before `floor`."""
    marks, longest = _prefixes()
    at = start
    if at > floor and text[at - 1] in " \xa0":
        at -= 1
    for length in range(min(longest, at - floor), 0, -1):
        code = marks.get(text[at - length : at])
        before = text[at - length - 1 : at - length]
        letters = text[at - length].isalpha()
        if code and not (letters and before.isalnum()) and (at == start or text[at - 1].isalpha()):
            return at - length, code
    return None


def suffix(text: str, end: int, limit: int, *, scaled: bool) -> tuple[int, str] | None:
    """Where the currency words right after `end` end, and their code."""
    match = _NEXT_WORDS.match(text, end, limit)
    words = re.split(r"[ \xa0-]", match[0])[1:] if match else []
    for count in range(len(words), 0, -1):
        phrase = " ".join(words[:count]).lower().rstrip(".")
        code = _phrases().get(phrase)
        last = phrase.rsplit(" ", 1)[-1]
        single = last[:-1] if last.endswith("s") else last
        bare = count == 1 and not scaled and single in table("currencies")["needs_scale"]
        if code and not bare:
            return end + sum(len(word) + 1 for word in words[:count]), code
    return None
