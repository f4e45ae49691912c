"""Which side of a contradiction has more for it, and why."""

from onrecord.model import Amount
from onrecord.record.amounts import exactness
from onrecord.record.comparing import Scene
from onrecord.record.copies import independent
from onrecord.record.happenings import Happening
from onrecord.record.sayings import Number, figure_amount

Side = Happening | Number


def preferred(one: Side, other: Side, scene: Scene) -> tuple[Side | None, str]:
    """The side with more independent sources, else the more precise, else the later one."""
    left, right = (independent(scene.families, side.claims) for side in (one, other))
    if left != right:
        most, least = max(left, right), min(left, right)
        return (one if left > right else other), f"{most} independent sources against {least}"
    left, right = exactness(amount_of(one)), exactness(amount_of(other))
    if left != right:
        return (one if left > right else other), "the more precise number"
    first, second = _latest(one, scene), _latest(other, scene)
    if first != second and first and second:
        return (one if first > second else other), "the later report"
    return None, ""


def _latest(side: Side, scene: Scene) -> str | None:
    days = scene.published(side.claims)
    return days[1] if days else None


def amount_of(side: Side) -> Amount | None:
    """The number that an event or a figure gives."""
    return side.quantity if isinstance(side, Happening) else figure_amount(side.figure)
