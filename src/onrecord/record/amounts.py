"""When two quantities can be the same one."""

import math

from onrecord.model import Amount
from onrecord.record.words import head

_CODE = 3  # letters
_ABOUT = 0.1  # "about 1,000" goes with 950 and 1,100


def agree(one: Amount | None, other: Amount | None) -> bool:
    """Whether both can be true of the same thing; a missing quantity agrees with everything.

    A bound reaches to the next number as round as itself: who writes "more than 3,700" would
    write "more than 3,800" if it were so (Cummins, Sauerland and Solt, "Granularity and scalar
    implicature in numerical expressions", 2012). "About N" reaches a tenth to either side. Units
    agree where their last words do or one is missing.
    """
    if one is None or other is None:
        return True
    if not same_unit(one.unit, other.unit):
        return False
    (low, high), (bottom, top) = _interval(one), _interval(other)
    return low <= top and bottom <= high


def equal(one: Amount | None, other: Amount | None) -> bool:
    """Whether both are given and say the same number of the same unit."""
    if one is None or other is None:
        return False
    return (one.min, one.max) == (other.min, other.max) and same_unit(one.unit, other.unit)


def same_unit(one: str | None, other: str | None) -> bool:
    """Whether the heads of two counted nouns are the same word, or one is not given."""
    if not one or not other:
        return True
    return one == other or head(one) == head(other)


def is_currency(unit: str) -> bool:
    """Whether it is a code of ISO 4217."""
    return unit.isupper() and len(unit) == _CODE


def differ(one: Amount | None, other: Amount | None) -> bool:
    """Whether both are given, count the same unit, and cannot both be right."""
    if one is None or other is None or not same_unit(one.unit, other.unit):
        return False
    return not agree(one, other)


def exactness(amount: Amount | None) -> int:
    """3 for a number, 2 for a rounded one or a range, 1 for a bound, 0 for none."""
    if amount is None or (amount.min is None and amount.max is None):
        return 0
    if amount.min is None or amount.max is None:
        return 1
    return 2 if amount.approx or amount.min != amount.max else 3


def level(amount: Amount | None) -> float | None:
    """The number that stands for an amount: its lower end, or the bound that it has."""
    if amount is None:
        return None
    return amount.max if amount.min is None else amount.min


def _interval(amount: Amount) -> tuple[float, float]:
    low, high = amount.min, amount.max
    if low is None and high is None:
        return -math.inf, math.inf
    bottom = float(high - _step(high)) if low is None and high is not None else float(low or 0)
    top = float(low + _step(low)) if high is None and low is not None else float(high or 0)
    reach = _ABOUT if amount.approx else 0.0
    return bottom - abs(bottom) * reach, top + abs(top) * reach


def _step(number: float) -> float:
    """The unit of the last digit that is not nought: 100 for 3,700; a tenth of a fraction."""
    whole = int(number)
    if whole != number or whole == 0:
        return abs(number) * _ABOUT
    step = 1
    while whole % (step * 10) == 0:
        step *= 10
    return step
