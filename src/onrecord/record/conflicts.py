"""Where reports disagree: one thing told with two numbers, with two days, or as not so."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from onrecord.model import Span
from onrecord.record.comparing import Scene
from onrecord.record.event_conflicts import dates_apart, denials, numbers_apart
from onrecord.record.figure_conflicts import values_apart
from onrecord.record.happenings import Happening
from onrecord.record.preference import Differs, amount_of, preferred
from onrecord.record.sayings import Number
from onrecord.record.words import head

Side = Happening | Number
Place = tuple[str, Span]


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """Two facts of one kind that cannot both be right; neither is dropped.

    `differs` says in what: "denial" where one tells as not so what the other tells as done.
    `preferred` is the id of the side that has more for it, None where nothing tells them apart,
    and `because` says in a phrase what that is.
    """

    kind: Literal["event", "figure"]
    differs: Differs
    one: str
    other: str
    preferred: str | None
    because: str


def conflicts(
    events: Iterable[Happening], figures: Iterable[Number], scene: Scene
) -> tuple[Conflict, ...]:
    """All pairs of facts that contradict each other, by their ids, each pair once.

    A number that was read both as part of an event and as a figure is told of as the event's, and
    so are figures with the same two values.
    """
    events = tuple(events)
    told = list(numbers_apart(events, scene))
    found = {_conflict("event", "number", *pair, scene) for pair in told}
    found |= {_conflict("event", "date", *pair, scene) for pair in dates_apart(events, scene)}
    found |= {_conflict("event", "denial", *pair, scene) for pair in denials(events, scene)}
    known = _known(told)
    values = {_values(*pair) for pair in told}
    found |= {
        _conflict("figure", "number", one, other, scene)
        for one, other in values_apart(figures, scene)
        if _values(one, other) not in values and not _is_known(one, other, known)
    }
    return tuple(sorted(found, key=lambda c: (c.kind, c.one, c.other, c.differs)))


def _known(told: Iterable[tuple[Side, Side]]) -> dict[Place, set[int]]:
    """For each place the pairs that give a number there: n for one side of the nth, -n the other.

    The pairs of places would be many more.
    """
    found: dict[Place, set[int]] = defaultdict(set)
    for number, (one, other) in enumerate(told, start=1):
        for side, sign in ((one, number), (other, -number)):
            for place in _places(side):
                found[place].add(sign)
    return found


def _is_known(one: Side, other: Side, known: dict[Place, set[int]]) -> bool:
    """Whether some pair gives its numbers where these two do."""
    left, right = ({n for at in _places(side) for n in known.get(at, ())} for side in (one, other))
    return any(-n in right for n in left)


def _values(one: Side, other: Side) -> frozenset[tuple[object, ...]]:
    amounts = (amount_of(side) for side in (one, other))
    return frozenset((a.min, a.max, head(a.unit or "")) for a in amounts if a)


def _places(side: Side) -> set[Place]:
    if isinstance(side, Number):
        return {(claim.report, Span(*claim.mark)) for claim in side.claims}
    spans = ((c.report, getattr(c.fact, "quantity", None)) for c in side.claims)
    return {(report, Span(*found.span)) for report, found in spans if found and found.span}


def _conflict(
    kind: Literal["event", "figure"],
    differs: Differs,
    one: Side,
    other: Side,
    scene: Scene,
) -> Conflict:
    low, high = sorted((one, other), key=lambda side: side.id)
    best, because = preferred(low, high, differs, scene)
    return Conflict(
        kind=kind,
        differs=differs,
        one=low.id,
        other=high.id,
        preferred=best.id if best else None,
        because=because,
    )
