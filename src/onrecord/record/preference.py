"""Which side of a contradiction has more for it, and why."""

from typing import Literal

from onrecord.model import Amount
from onrecord.record.accounts import account
from onrecord.record.amounts import exactness
from onrecord.record.comparing import Scene
from onrecord.record.copies import independent
from onrecord.record.happenings import Happening
from onrecord.record.sayings import Number, figure_amount

Side = Happening | Number
Differs = Literal["number", "date", "denial"]


def preferred(one: Side, other: Side, differs: Differs, scene: Scene) -> tuple[Side | None, str]:
    """The side with more for it, and what that is in a phrase; None where nothing tells.

    More independent sources come first, then a party's own account of what it did, then the more
    precise of two numbers, then the later report.
    """
    left, right = (independent(scene.families, side.claims) for side in (one, other))
    if left != right:
        most, least = max(left, right), min(left, right)
        return (one if left > right else other), f"{most} independent sources against {least}"
    first_hand, second_hand = _is_own(one, scene), _is_own(other, scene)
    if first_hand != second_hand:
        return (one if first_hand else other), "the party's own account"
    left, right = exactness(amount_of(one)), exactness(amount_of(other))
    if differs == "number" and left != right:
        return (one if left > right else other), "the more precise number"
    first, second = _latest(one, scene), _latest(other, scene)
    if first != second and first and second:
        return (one if first > second else other), "the later report"
    return None, ""


def _is_own(side: Side, scene: Scene) -> bool:
    """Whether it is told by those who did it, and not only of them."""
    return any(account(claim, scene.readings, scene.who) == "own" for claim in side.claims)


def _latest(side: Side, scene: Scene) -> str | None:
    days = scene.published(side.claims)
    return days[1] if days else None


def amount_of(side: Side) -> Amount | None:
    """The number that an event or a figure gives."""
    return side.quantity if isinstance(side, Happening) else figure_amount(side.figure)
