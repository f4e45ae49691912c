"""Quantities in words."""

import re
from collections.abc import Callable
from dataclasses import replace

from onrecord.model import Amount

_CURRENCY = re.compile(r"[A-Z]{3}")  # ISO 4217
_ALIKE = 4  # letters that show two nouns to be one, whatever their number
_SCALES = ((10**9, "billion"), (10**6, "million"))


def shown(amount: Amount, words: str = "") -> str:
    """A quantity as people write it: "at least 1,000 police officers", "USD 2.5 million", "90%".

    `words` are those of the report that it was read from: they tell the plural of its unit.
    """
    if amount.min is None and amount.max is None:
        return words or amount.unit or ""
    unit = amount.unit or ""
    if unit == "%":
        measured = f"{_number(amount, grouped)}%"
    elif _CURRENCY.fullmatch(unit):
        measured = f"{unit} {_number(amount, scaled)}"
    else:
        noun = _noun(unit, words)
        if noun is None:
            return words
        measured = f"{_number(amount, grouped)} {noun}".strip()
    return f"{_bound(amount)} {measured}".strip()


def is_code(unit: str | None) -> bool:
    """Whether a unit is a currency."""
    return bool(unit and _CURRENCY.fullmatch(unit))


def counted(amount: Amount, words: str, item: str | None) -> str:
    """Number and item as one phrase where they count the same thing: "14 battle tanks".

    `words` are those that the quantity was read from; an item may hold them already.
    """
    quantity = shown(amount, words)
    said, thing = words.casefold(), (item or "").casefold()
    if not item or (said and thing in said):
        return quantity
    if said and said in thing:
        return item
    if amount.unit and not _same(amount.unit, item):
        return f"{quantity}, {item}"
    return f"{shown(replace(amount, unit=None))} {item}"


def grouped(number: float) -> str:
    """With thousands apart: 1,000."""
    return f"{number:,}" if isinstance(number, int) else f"{number:,.10g}"


def scaled(number: float) -> str:
    """Round sums in millions or billions: 2.5 million."""
    for scale, name in _SCALES:
        if abs(number) >= scale and number * 100 % scale == 0:
            return f"{number / scale:,g} {name}"
    return grouped(number)


def _bound(amount: Amount) -> str:
    if amount.min is None:
        return "up to"
    if amount.max is None:
        return "at least"
    return "about" if amount.approx else ""


def _number(amount: Amount, write: Callable[[float], str]) -> str:
    ends = [write(end) for end in (amount.min, amount.max) if end is not None]
    return " to ".join(dict.fromkeys(ends))


def _noun(unit: str, words: str) -> str | None:
    """The unit as the report writes it: its quantity ends with the counted noun.

    None where the report counts by another noun than the unit: then its own words are best.
    """
    nouns = unit.split()
    last = words.split()[-len(nouns) :]
    if nouns and len(last) == len(nouns) and last[-1][0].casefold() == nouns[-1][0].casefold():
        return " ".join(last)
    return None if nouns and len(words.split()) > 1 else unit


def _same(unit: str, item: str) -> bool:
    one, other = unit.split()[-1:], item.split()[-1:]
    return [w[:_ALIKE].casefold() for w in one] == [w[:_ALIKE].casefold() for w in other]
