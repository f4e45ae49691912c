"""Contradictions on which an analyst has taken a side."""

from collections.abc import Iterable
from dataclasses import replace

from onrecord.record.conflicts import Conflict, Side
from onrecord.record.rulings import Rulings


def settled(
    conflicts: Iterable[Conflict], facts: Iterable[Side], rulings: Rulings
) -> tuple[Conflict, ...]:
    """The contradictions; of two sides the one that was accepted is preferred, if only one was."""
    accepted = {}
    for fact in facts:
        authors = [d.author for d in rulings.about(fact.claims) if d.action == "accept"]
        if authors:
            accepted[fact.id] = authors[-1]
    return tuple(_settled(conflict, accepted) for conflict in conflicts)


def _settled(conflict: Conflict, accepted: dict[str, str]) -> Conflict:
    sides = [side for side in (conflict.one, conflict.other) if side in accepted]
    if len(sides) != 1:
        return conflict
    return replace(conflict, preferred=sides[0], because=f"accepted by {accepted[sides[0]]}")
