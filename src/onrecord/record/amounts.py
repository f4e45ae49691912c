"""When two quantities can be the same one."""

import math

from onrecord.model import Amount

_ABOUT = 0.1  # "about 1,000" goes with 950 and 1,100


def agree(one: Amount | None, other: Amount | None) -> bool:
    """Whether both can be true of the same thing; a missing quantity agrees with everything.

    Bounds are intervals, and intervals agree where they overlap; "about N" reaches a tenth to
    either side. Units agree where their last words do or one is missing.
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
    return one.split()[-1:] == other.split()[-1:]


def _interval(amount: Amount) -> tuple[float, float]:
    low = -math.inf if amount.min is None else float(amount.min)
    high = math.inf if amount.max is None else float(amount.max)
    reach = _ABOUT if amount.approx else 0.0
    return low - abs(low) * reach if reach else low, high + abs(high) * reach if reach else high
