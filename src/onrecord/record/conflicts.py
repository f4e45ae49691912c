"""Where reports disagree: one event told with two quantities, one figure with two values."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations
from typing import Literal

from onrecord.model import Amount, Figure
from onrecord.record.amounts import agree, same_unit
from onrecord.record.happenings import Happening, standing
from onrecord.record.plainness import plain
from onrecord.record.sayings import Number

_SHORT = 31  # days: what happened in a longer time may well have happened twice


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """Two facts of one kind that cannot both be right; neither is dropped."""

    kind: Literal["event", "figure"]
    one: str
    other: str


def conflicts(events: Iterable[Happening], figures: Iterable[Number]) -> tuple[Conflict, ...]:
    """All pairs of facts that contradict each other, by their ids, each pair once."""
    found = {*_of_events(events), *_of_figures(figures)}
    return tuple(sorted(found, key=lambda c: (c.kind, c.one, c.other)))


def _of_events(events: Iterable[Happening]) -> Iterator[Conflict]:
    blocks: dict[Hashable, list[Happening]] = defaultdict(list)
    for event in events:
        if event.period and event.period.days <= _SHORT and event.quantity:
            for actor in event.actors:
                stands = standing(event.certainty, event.polarity)
                blocks[event.type, stands, actor.key, event.period].append(event)
    for members in blocks.values():
        for one, other in combinations(members, 2):
            if _disagree(one.quantity, other.quantity) and _other_report(one, other):
                yield _conflict("event", one.id, other.id)


def _of_figures(figures: Iterable[Number]) -> Iterator[Conflict]:
    blocks: dict[Hashable, list[Number]] = defaultdict(list)
    for number in figures:
        figure = number.figure
        if figure.as_of:
            blocks[plain(figure.measure), figure.of, figure.as_of].append(number)
    for members in blocks.values():
        for one, other in combinations(members, 2):
            if _disagree(_amount(one.figure), _amount(other.figure)) and _other_report(one, other):
                yield _conflict("figure", one.id, other.id)


def _disagree(one: Amount | None, other: Amount | None) -> bool:
    if one is None or other is None or not same_unit(one.unit, other.unit):
        return False
    return not agree(one, other)


def _other_report(one: Happening | Number, other: Happening | Number) -> bool:
    left = {claim.report for claim in one.claims}
    return not left & {claim.report for claim in other.claims}


def _conflict(kind: Literal["event", "figure"], one: str, other: str) -> Conflict:
    return Conflict(kind=kind, one=min(one, other), other=max(one, other))


def _amount(figure: Figure) -> Amount:
    return Amount(
        min=figure.min, max=figure.max, approx=figure.approx, unit=figure.unit, span=figure.span
    )
