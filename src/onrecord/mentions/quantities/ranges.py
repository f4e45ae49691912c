"""Numbers that belong together: "200 to 300", "between 2 and 3 million", "one in five"."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from onrecord.lexicon import table
from onrecord.mentions.quantities.bounds import bound
from onrecord.mentions.quantities.doubts import last_word
from onrecord.mentions.quantities.elements import HYPHENS, Element

_BRACKET = re.compile(r" ?\((?:[a-z]+ ){0,2}\Z")
_LONGEST_GAP = 20
_HUNDRED = 100


class Reach(NamedTuple):
    """One number or a range: its ends, its unit so far, and the words it covers.

    `open` marks two numbers with a hyphen that are a range only if something is counted
    ("3-5 soldiers"), since scores and codes look the same.
    """

    start: int
    end: int
    low: Decimal
    high: Decimal
    unit: str | None
    element: Element
    open: bool = False


def reaches(text: str, found: Sequence[Element], floor: int) -> Iterator[Reach]:
    """The elements of a block with ranges joined, equivalents in brackets left out, in order."""
    i = 0
    while i < len(found):
        a = found[i]
        b = found[i + 1] if i + 1 < len(found) else None
        if b is None or b.start - a.end > _LONGEST_GAP:
            yield _alone(a)
            i += 1
            continue
        gap = text[a.end : b.start]
        joined = tuple(_joined(text, a, b, gap, floor))
        yield from joined or (_alone(a, open_=gap in HYPHENS),)
        i += 2 if joined or _is_equivalent(text, a, b, gap) else 1


def _alone(a: Element, *, open_: bool = False) -> Reach:
    worth = a.number.value
    return Reach(a.start, a.end, worth, worth, a.unit, a, open=open_ or a.hyphened)


def _joined(text: str, a: Element, b: Element, gap: str, floor: int) -> Iterator[Reach]:
    """The one or two amounts that `a` and `b` make together; none where they stand apart."""
    if a.number.part and gap == " of " and b.number.scale > 1:
        worth = a.number.value * b.number.value / 100
        yield Reach(a.start, b.end, worth, worth, b.unit, b)
        return
    if gap.strip().lower() in table("quantities")["out_of"] and _is_share(text, a, b, floor):
        share = round(100 * a.number.value / b.number.value, 1)
        yield Reach(a.start, b.end, share, share, "%", b)
        return
    first, second = _shared(a, b)
    low, high = first.number.value, second.number.value
    hyphen = gap in HYPHENS
    if gap == " and " and _pair_of_shares(a, b):
        yield from (_alone(first), _alone(second))
    elif not _joins(text, a, gap, floor) or first.unit != second.unit:
        return
    elif gap == " to " and _is_change(text, a, floor):
        yield from (_alone(first), _alone(second))
    elif low < high:
        loose = hyphen and second.unit is None
        yield Reach(a.start, b.end, low, high, second.unit, second, open=loose)


def _joins(text: str, a: Element, gap: str, floor: int) -> bool:
    if gap == " and ":
        return last_word(text, a.start, floor).lower() == "between"
    return gap in (" to ", " or ") or gap in HYPHENS


def _shared(a: Element, b: Element) -> tuple[Element, Element]:
    """Both with the unit and the scale that only the second spells out: "2 to 3 million euros"."""
    number = a.number
    if number.scale == 1 and b.number.scale > 1 and number.value < b.number.value / b.number.scale:
        number = number._replace(value=number.value * b.number.scale, scale=b.number.scale)
    if number is a.number and a.unit == b.unit:
        return a, b
    return a._replace(number=number, unit=a.unit or b.unit), b._replace(unit=b.unit or a.unit)


def _pair_of_shares(a: Element, b: Element) -> bool:
    return a.unit is None and b.unit == "%" and a.number.scale == 1 and not b.number.part


def _is_share(text: str, a: Element, b: Element, floor: int) -> bool:
    """Whether "A in B" is a share: "one in five", "nearly nine in ten"; not "lost two in three".

    Other numbers than one need a bound before them, or open the sentence.
    """
    if a.unit or b.unit or b.number.scale > 1 or not a.number.value < b.number.value <= _HUNDRED:
        return False
    before = bound(text, a.start, a.start, floor, a.start).start
    opens = before < a.start or text[a.start].isupper()
    return a.number.value == 1 or (opens and a.number.spelt)


@cache
def _two_amounts() -> tuple[str, ...]:
    return tuple(f" {phrase} " for phrase in table("quantities")["two_amounts"])


def _is_change(text: str, a: Element, floor: int) -> bool:
    """Whether "A to B" tells of a change or a vote, not of a range."""
    before = text[max(floor, a.start - _LONGEST_GAP) : a.start].lower()
    if not before.endswith(_two_amounts()):
        return False
    word = last_word(text, a.start - len("from "), floor).lower()
    return not (before.endswith("from ") and word in table("quantities")["range_from"])


def _is_equivalent(text: str, a: Element, b: Element, gap: str) -> bool:
    """Whether `b` is the same money in another currency: "5 million kroner ($500,000)"."""
    both = a.unit and b.unit and "%" not in (a.unit, b.unit) and a.unit != b.unit
    return bool(both and _BRACKET.match(gap) and text.startswith(")", b.end))
