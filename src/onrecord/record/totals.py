"""Running totals: what was deployed or delivered so far, part by part."""

from collections.abc import Sequence

from onrecord.model import Amount
from onrecord.record.amounts import is_currency, level
from onrecord.record.periods import Period
from onrecord.record.words import head

Part = tuple[Amount, Period]


def total(parts: Sequence[Part], unit: str | None) -> Amount | None:
    """The sum of the parts that are counted in one unit; None where there are fewer than two.

    Of two parts told of overlapping times only the first counts: they may be one and the same.
    A part without unit counts with the others if these have but one, and that is no currency.
    The sum of bounds is a bound.
    """
    units = {amount.unit for amount, _ in parts if amount.unit}
    alone = len(set(map(head, units))) <= 1 and not any(map(is_currency, units))
    counted: list[Part] = []
    for amount, when in parts:
        if not (head(amount.unit) == head(unit) if amount.unit and unit else alone):
            continue
        if level(amount) is not None and not any(when.overlaps(other) for _, other in counted):
            counted.append((amount, when))
    if len(counted) <= 1:
        return None
    amounts = [amount for amount, _ in counted]
    return Amount(
        min=_sum([amount.min for amount in amounts]),
        max=_sum([amount.max for amount in amounts]),
        approx=any(amount.approx for amount in amounts),
        unit=unit,
        span=None,
    )


def _sum(ends: list[int | float | None]) -> int | float | None:
    known = [end for end in ends if end is not None]
    return sum(known) if len(known) == len(ends) else None
