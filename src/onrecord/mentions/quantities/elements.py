"""Single numbers with what belongs to them: a currency, a per cent sign."""

import re
from collections.abc import Iterator, Sequence
from functools import partial
from typing import NamedTuple

from onrecord.lexicon import table, word_set
from onrecord.mentions.quantities import money
from onrecord.mentions.quantities.bounds import bound
from onrecord.mentions.quantities.doubts import is_dressed, is_label, last_word
from onrecord.mentions.quantities.numerals import Numeral, numerals
from onrecord.model import Span

_set = partial(word_set, "quantities")
_SHARE = re.compile(
    r"[ \xa0]?%|[ \xa0-](?:per[ \xa0]?cent|percent|pct)\b(?![ \xa0-]point)", re.IGNORECASE
)
HYPHENS = ("-", "–", "—", " - ", " – ", " — ")
_LIST_JOINTS = (*HYPHENS, ", ", " and ", " or ", " to ", " & ")
_AFTER = re.compile(r"[ \xa0]([A-Za-z]+)")


class Element(NamedTuple):
    """A number from its currency sign to its per cent sign or currency word."""

    number: Numeral
    start: int
    end: int
    unit: str | None
    hyphened: bool = False


def elements(text: str, block: Span, times: Sequence[Span]) -> Iterator[Element]:
    """The numbers of a block that may be quantities, in order, those in `times` left out."""
    previous = labelled = refused = -1
    at = 0
    for number in numerals(text, block.start, block.end):
        while at < len(times) and times[at].end <= number.start:
            at += 1
        if at < len(times) and times[at].start < number.end:
            continue
        if is_label(text, number, block) or _continues(text, labelled, number.start):
            labelled = number.end
            continue
        chained = refused >= 0 and text[refused : number.start] in (" ", "-")
        element = None if chained else _element(text, number, block, previous)
        if element:
            previous = element.end
            yield element
        else:
            refused = number.end


def _continues(text: str, labelled: int, start: int) -> bool:
    """Whether a number goes on with a list of labels ("posts 42 and 43")."""
    return labelled >= 0 and text[labelled:start] in _LIST_JOINTS


def _element(text: str, number: Numeral, block: Span, previous: int) -> Element | None:
    if number.vague:
        return Element(number, number.start, number.end, None) if _of(text, number, block) else None
    before = None if number.spelt else money.prefix(text, number, block.start)
    start = before[0] if before else number.start
    hyphened = previous >= 0 and text[previous:start] in HYPHENS
    if not hyphened and _doubtful(text, number, start, block):
        return None
    end, unit = _unit(text, number, block.end, before[1] if before else None)
    if number.suffix in table("numbers")["money_suffixes"] and unit is None:
        return None
    if number.part and not _is_part(text, number, block):
        return None
    return Element(number, start, end, unit, hyphened)


def _doubtful(text: str, number: Numeral, start: int, block: Span) -> bool:
    if start < number.start:
        return start > block.start and text[start - 1].isalnum()
    return is_dressed(text, number, block)


def _unit(text: str, number: Numeral, limit: int, code: str | None) -> tuple[int, str | None]:
    """Where the number with its unit ends, and the unit: "%", a currency, or None."""
    if number.part:
        return number.end, "%"
    share = _SHARE.match(text, number.end, limit)
    if share:
        return share.end(), "%"
    after = money.suffix(text, number.end, limit, scaled=number.scale > 1)
    if code is None:
        return after or (number.end, None)
    return (after[0] if after and after[1] == code else number.end), code


def _of(text: str, number: Numeral, block: Span) -> bool:
    match = _AFTER.match(text, number.end, block.end)
    return bool(match and match[1] == "of")


def _is_part(text: str, number: Numeral, block: Span) -> bool:
    """Whether "half", "a third" is a share of something rather than an ordinal or a halftime."""
    match = _AFTER.match(text, number.end, block.end)
    follows = match[1].lower() if match else ""
    if not text.startswith("-", number.end) and _is_measured(text, number, block):
        return True
    if text[number.start : number.end].lower() != "half":
        return follows == "of"
    before = last_word(text, number.start, block.start).lower()
    return follows in _set("part_before") and before not in _set("part_not_after")


def _is_measured(text: str, number: Numeral, block: Span) -> bool:
    """Whether "by" or a bound shows that "a third" is a share: "by nearly a third"."""
    around = bound(text, number.start, number.start, block.start, number.start)
    measured = last_word(text, around.start, block.start).lower() in _set("part_after")
    return measured or around.low or around.high
