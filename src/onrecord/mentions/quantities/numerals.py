"""Numbers in digits and in words: where they stand and what they are worth."""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from onrecord.lexicon import table

_GROUPING = re.compile(r"[^0-9.]+")
_DIGITS = frozenset("0123456789")


class Numeral(NamedTuple):
    """A number as written: `value` already holds its `scale` ("2.5 million").

    `spelt` says that it is in words; `vague` that it is a plural scale ("hundreds"); `part`
    that it is a fraction, `value` in per cent; `suffix` is the letter written at the digits.
    """

    start: int
    end: int
    value: Decimal
    scale: Decimal = Decimal(1)
    spelt: bool = False
    vague: bool = False
    part: bool = False
    suffix: str = ""


def numerals(text: str, start: int, end: int) -> Iterator[Numeral]:
    """The numbers of `text[start:end]`, in order, without regard to what stands around them."""
    pattern, begin = _pattern(), _begin()
    match = pattern.match(text, start, end)
    at = match.end() if match else start
    if match:
        yield _numeral(match)
    while place := begin.search(text, at, end):
        at = place.end()
        match = pattern.match(text, at - (place[0] in _DIGITS), end)
        if match:
            yield _numeral(match)
            at = match.end()


def _numeral(match: re.Match[str]) -> Numeral:
    start, end = match.span()
    kind = match.lastgroup
    if kind == "vague":
        worth = table("numbers")["vague"][" ".join(match[kind].lower().split())]
        return Numeral(start, end, Decimal(worth), spelt=True, vague=True)
    if kind == "part":
        return Numeral(start, end, _share(match[kind].lower()), spelt=True, part=True)
    if kind == "spelt":
        value, scale = _worth(match[kind].lower())
        return Numeral(start, end, value, scale, spelt=True)
    digits = match["digits"]
    plain = Decimal(digits if digits.isdecimal() else _GROUPING.sub("", digits))
    if end == match.end("digits"):
        return Numeral(start, end, plain)
    scale = _scale(match["scale"] or match["suffix"])
    return Numeral(start, end, plain * scale, scale, suffix=match["suffix"] or "")


@cache
def _words() -> dict[str, int]:
    data = table("numbers")
    return {**data["ones"], **data["teens"], **data["tens"]}


@cache
def _scales() -> dict[str, int]:
    data = table("numbers")
    return {**data["scales"], **data["packs"]}


def _scale(written: str) -> Decimal:
    data = table("numbers")
    worth = (
        data["scales"].get(written.lower())
        or data["suffixes"].get(written)
        or data["money_suffixes"].get(written)
    )
    return Decimal(worth or 1)


def _worth(phrase: str) -> tuple[Decimal, Decimal]:
    """What a spelt number is worth, and the last scale in it."""
    total, current, scale = Decimal(0), Decimal(0), Decimal(1)
    for word in re.split(r"[\s-]+", phrase):
        if word in ("half", "quarter"):
            piece = Decimal("0.5") if word == "half" else Decimal("0.25")
            if current or not total:
                current += piece
            else:
                total += piece * scale
        elif word in _words():
            current += _words()[word]
        elif word in _scales():
            scale = Decimal(_scales()[word])
            current = (current or 1) * scale
            if scale >= 1000:  # noqa: PLR2004
                total, current = total + current, Decimal(0)
    return total + current, scale


def _share(phrase: str) -> Decimal:
    """A fraction in per cent, to one decimal."""
    words = re.split(r"[\s-]+", phrase)
    parts = table("numbers")["parts"]
    share = Decimal(str(parts[words[-1] if words[-1] in parts else words[-1][:-1]]))
    times = _words().get(words[0], 1)
    whole = round(Decimal(100) / share)
    return round(Decimal(100) * times / whole, 1)


def _beginnings(listed: Iterable[str], depth: int = 4) -> str:
    """A pattern of how the words begin, in either case, each character looked at once."""
    if depth == 0 or "" in listed:
        return ""
    rests: dict[str, list[str]] = {}
    for word in listed:
        rests.setdefault(word[0], []).append(word[1:])
    ways = (f"[{c}{c.upper()}]{_beginnings(rest, depth - 1)}" for c, rest in sorted(rests.items()))
    return f"(?:{'|'.join(ways)})"


@cache
def _begin() -> re.Pattern[str]:
    """A digit, or what stands before a word that may begin a number; it rules most places out."""
    data = table("numbers")
    spelt = (*data["ones"], *data["teens"], *data["tens"], *data["vague"], "half")
    scales = "|".join((*data["scales"], *data["packs"], *data["parts"]))
    article = rf"[aA][nN]?[\s-](?i:{scales})"
    return re.compile(rf"[^A-Za-z](?:(?<=[0-9])|(?={_beginnings(spelt)}|{article}))")


@cache
def _pattern() -> re.Pattern[str]:
    """One pattern for all numbers. No repetition is nested in another without its own separator."""
    data = table("numbers")
    ones, teens, tens = ("|".join(data[k]) for k in ("ones", "teens", "tens"))
    big = "|".join((*data["scales"], *data["packs"]))
    small = rf"(?:(?:{tens})(?:[\s-](?:{ones})\b)?|{teens}|{ones})\b"
    lead = rf"(?:{small}|half[\s-]an?(?=[\s-](?:{big})\b)|an?(?=\s(?:half\s)?(?:{big})\b))"
    more = rf"(?:\s(?:and\s(?:an?\s)?)?(?:half|quarter)(?=\s(?:{big})\b))?"
    rest = rf"(?:(?<=hundred)\s(?:and\s)?{small}|(?<=thousand)\s(?:and\s)?{small})?"
    tail = rf"(?:[\s-](?:{big})\b{rest}){{0,4}}(?:(?<=ion)\sand\sa\s(?:half|quarter)\b)?"
    parts = "|".join(rf"{part}s?" for part in data["parts"] if part != "half")
    vague = "|".join(sorted(data["vague"], key=len, reverse=True)).replace(" ", r"\s")
    grouped = (
        r"[0-9]{1,3}(?:[,\xa0\u202f\u2009][0-9]{3}){1,5}|[0-9]{1,3}(?:\x20[0-9]{3}){1,4}(?![0-9,])"
    )
    digits = rf"(?:{grouped}|[0-9]{{1,15}})(?:\.[0-9]{{1,6}})?"
    suffix = "|".join((*data["suffixes"], *data["money_suffixes"]))
    return re.compile(
        rf"(?:(?<![0-9_])(?P<digits>{digits})"
        rf"(?:[\s-]?(?P<scale>(?i:{'|'.join(data['scales'])}))\b|\xa0?(?P<suffix>{suffix})\b)?"
        rf"(?![\w]|[.,:/][0-9])(?P<number>)"
        rf"|\b(?i:(?P<vague>(?:{vague})\b)"
        rf"|(?P<part>(?:(?:an?|{ones})[\s-](?:{parts})|half)\b(?![\s-]an?\s(?:{big})\b))"
        rf"|(?P<spelt>{lead}{more}{tail})(?!\w)))"
    )
