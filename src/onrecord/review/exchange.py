"""Decisions of another desk: which of them are new here, and which speak against our own."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from onrecord.model import Decision, Target
from onrecord.record import Record
from onrecord.record.rulings import matter, says, undone, when
from onrecord.review.deciding import identified

_TIES = frozenset(("merge", "split"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Clash:
    """A decision of theirs that says otherwise than one of ours which is in force."""

    theirs: Decision
    ours: Decision


@dataclass(frozen=True, slots=True, kw_only=True)
class Exchange:
    """Their decisions, sorted out.

    `new` can be kept as they are, in this order; `known` are kept already. `clashes` are left for
    an analyst to decide; `idle` are those that undo a decision which is not on this record.
    `elsewhere` counts the new ones that are about reports which are not on it, or not yet.
    """

    new: tuple[Decision, ...]
    known: int
    clashes: tuple[Clash, ...]
    idle: tuple[Decision, ...]
    elsewhere: int


def exchange(record: Record, theirs: Iterable[Decision]) -> Exchange:
    """What to do with their decisions on this record, in order of time.

    What they have undone since speaks against nothing; and where they knew our decision and said
    otherwise afterwards, theirs is the later word. Raises `ValueError` for a decision whose id
    does not go with what it says: it was changed on the way.
    """
    kept = {decision.id: decision for decision in record.rulings.history}
    given = sorted({decision.id: decision for decision in theirs}.values(), key=when)
    for decision in given:
        if identified(decision).id != decision.id:
            raise ValueError(f"decision {decision.id} was changed after it was made")
    shared, off = {decision.id for decision in given}, undone(given)
    ours = [decision for decision in record.rulings.in_force if decision.id not in shared]
    new: list[Decision] = []
    clashes: list[Clash] = []
    idle: list[Decision] = []
    for decision in (decision for decision in given if decision.id not in kept):
        stands = () if decision.id in off else ours
        against = next((own for own in stands if clash(decision, own)), None)
        if against is not None:
            clashes.append(Clash(theirs=decision, ours=against))
        elif decision.undoes is not None and decision.undoes not in kept:
            idle.append(decision)
        else:
            new.append(decision)
            kept[decision.id] = decision
    return Exchange(
        new=tuple(new),
        known=len(given) - len(new) - len(clashes) - len(idle),
        clashes=tuple(clashes),
        idle=tuple(idle),
        elsewhere=sum(all(t.report not in record.readings for t in d.targets) for d in new),
    )


def clash(one: Decision, other: Decision) -> bool:
    """Whether two decisions contradict each other about the same words.

    That is accept and reject, two values of one field, or a merge of what the other sets apart.
    """
    if "undo" in {one.action, other.action}:
        return False
    if one.action in _TIES and other.action in _TIES:
        merge, split = (one, other) if one.action == "merge" else (other, one)
        if (merge.action, split.action) != ("merge", "split"):
            return False
        whole = _places(merge.targets)
        return bool(whole & _places(split.targets) and whole & _places(split.apart))
    same = matter(one) == matter(other) and says(one) != says(other)
    return same and bool(_places(one.targets) & _places(other.targets))


def _places(targets: Sequence[Target]) -> set[tuple[str, str, int, int]]:
    return {(target.report, target.kind, *target.span) for target in targets}
