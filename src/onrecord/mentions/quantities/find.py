"""The quantities of a report."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import cache

from onrecord.lexicon import table, word_set, words
from onrecord.mentions.quantities import money
from onrecord.mentions.quantities.bounds import Bound, bound
from onrecord.mentions.quantities.doubts import (
    is_address,
    is_age,
    is_followed,
    is_gapped,
    is_year,
    refers_back,
)
from onrecord.mentions.quantities.elements import elements
from onrecord.mentions.quantities.nouns import Counted, counted, is_known
from onrecord.mentions.quantities.ranges import Reach, reaches
from onrecord.model import Quantity, Report, Span, Time

_ATTRIBUTIVE = re.compile(r"-([a-z]+)")


def find_quantities(report: Report, times: Sequence[Time]) -> tuple[Quantity, ...]:
    """The quantities of a report, in text order, none inside a time expression.

    Left out are numbers that name something ("Article 5", "F-16"), years, ages, clock times,
    scores, enumerations, and the second of two equivalents ("$5m (£4m)"). A plural scale
    ("dozens", "hundreds of") is at least twice the scale, without upper end, and approximate;
    "several" and "a handful" are no quantities.
    """
    spans = sorted(time.span for time in times)
    return tuple(
        quantity
        for block in report.blocks
        if block.role != "boilerplate"
        for quantity in _in_block(report.text, block.span, spans)
    )


def _in_block(text: str, block: Span, times: Sequence[Span]) -> Iterator[Quantity]:
    first = bisect_left(times, (block.start,))
    first -= bool(first and times[first - 1].end > block.start)
    near = times[first : bisect_left(times, (block.end,))]
    found = list(reaches(text, list(elements(text, block, near)), block.start))
    floor, last = block.start, None
    for i, reach in enumerate(found):
        following = found[i + 1].start if i + 1 < len(found) else block.end
        room = _room(reach, near, Span(floor, following))
        quantity = _quantity(text, reach, *room) if room else None
        if quantity and not (last and _is_converted(text, last, quantity)):
            if (
                last
                and quantity.unit is None
                and text[last.span.end : quantity.span.start] == " to "
            ):
                quantity = replace(quantity, unit=last.unit)  # "from four tanks to eight"
            floor, last = quantity.span.end, quantity
            yield quantity


def _room(reach: Reach, times: Sequence[Span], within: Span) -> Span | None:
    """How far a quantity's words may reach without a time; None where a time lies in the number."""
    k = bisect_left(times, (reach.start,))
    low = max(within.start, times[k - 1].end if k else 0)
    high = min(within.end, times[k].start if k < len(times) else within.end)
    return Span(low, high) if low <= reach.start and reach.end <= high else None


def _is_converted(text: str, last: Quantity, quantity: Quantity) -> bool:
    """Whether a length, area or weight repeats the last one in brackets: "8 km (5 miles)"."""
    between = text[last.span.end : quantity.span.start]
    closed = text.startswith(")", quantity.span.end)
    return between == " (" and closed and {last.unit, quantity.unit} <= _measures()


def _quantity(text: str, reach: Reach, floor: int, limit: int) -> Quantity | None:
    if _is_compound(text, reach):
        return None
    around = bound(text, reach.start, reach.end, floor, limit)
    unit, end = reach.unit, around.end
    if unit is None:
        if is_followed(text, around.end, limit):
            return None
        noun = _noun(text, reach, around.end, limit)
        if _is_doubtful(text, reach, around, noun):
            return None
        unit, end = (noun.unit, noun.end) if noun else (None, around.end)
    elif reach.open and not reach.element.hyphened:
        return None
    return _limited(text, reach, around, unit, end)


def _limited(text: str, reach: Reach, around: Bound, unit: str | None, end: int) -> Quantity:
    """The quantity with the ends that its bound leaves open."""
    start = _opening(text, reach, around)
    single, vague = reach.low == reach.high, reach.element.number.vague
    closed = not single or not (around.low or around.high)
    return Quantity(
        span=Span(start, end),
        text=text[start:end],
        min=_plain(reach.low) if closed or around.low else None,
        max=None if vague or (single and around.low) else _plain(reach.high),
        approx=around.approx or vague,
        unit=unit,
    )


def _opening(text: str, reach: Reach, around: Bound) -> int:
    """Where the quantity begins: at its bound, or at the "between" of its range."""
    word = "between "
    start = around.start
    ranged = reach.low != reach.high and text[start - len(word) : start].lower() == word
    return start - len(word) if ranged else start


def _noun(text: str, reach: Reach, at: int, limit: int) -> Counted | None:
    attributive = _ATTRIBUTIVE.match(text, at, limit)
    if attributive:
        unit = table("quantities")["attributive"].get(attributive[1])
        return Counted(unit, attributive.end()) if unit else None
    if reach.element.number.vague:
        at += len(" of")
        currency = money.suffix(text, at, limit, scaled=True)
        if currency:
            return Counted(currency[1], currency[0])
    return counted(text, at, limit, single=reach.high == 1)


def _is_compound(text: str, reach: Reach) -> bool:
    """Whether the number is the first part of a hyphenated adjective ("a 16-nation bloc")."""
    if not text.startswith("-", reach.end):
        return False
    match = _ATTRIBUTIVE.match(text, reach.end)
    tails = table("quantities")["tail"]
    return bool(
        match and match[1] not in table("quantities")["attributive"] and match[0] not in tails
    )


def _is_doubtful(text: str, reach: Reach, around: Bound, noun: Counted | None) -> bool:
    """Whether a number without currency or per cent sign is too uncertain to be a quantity."""
    bounded = around.low or around.high or around.approx or reach.low != reach.high
    back = reach.element.number.spelt and not bounded and refers_back(text, reach.start)
    if noun:
        return _counts_nothing(text, reach, noun, bounded=bounded, back=back)
    if reach.element.number.vague or around.age:
        return True
    if bounded:
        return reach.open or _is_age_limit(text, reach, around)
    return back or reach.open or not _stands_alone(text, reach)


def _counts_nothing(text: str, reach: Reach, noun: Counted, *, bounded: bool, back: bool) -> bool:
    """Whether the noun makes a time, a year ("the 2019 talks") or a reference back of it."""
    if noun.unit.rsplit(" ", 1)[-1] in word_set("quantities", "time_units") or (
        back and noun.unit.lower() in word_set("quantities", "pairs")
    ):
        return True
    return not bounded and is_year(text, reach.element.number) and not is_known(noun.unit)


def _stands_alone(text: str, reach: Reach) -> bool:
    """Whether a number without noun or bound may be one: no year, age, address, pronoun."""
    number = reach.element.number
    if is_address(text, number):
        return False
    if number.value == 1 and not is_gapped(text, number):
        return False
    return number.value >= 1 and not is_year(text, number) and not is_age(text, number)


def _is_age_limit(text: str, reach: Reach, around: Bound) -> bool:
    ages = table("quantities")["ages"]
    word = text[around.start : reach.start].strip().lower()
    return reach.high <= ages["up_to"] and word in ages["words"]


@cache
def _measures() -> frozenset[str | None]:
    return frozenset(word.replace("_", " ") for word in words("units", "measures"))


def _plain(value: Decimal) -> int | float:
    return int(value) if value == int(value) else float(value)
