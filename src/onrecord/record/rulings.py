"""What the decisions of the analysts come to, claim by claim.

Only decisions that are in force count. Of two that contradict each other the later one does; both
are kept. A decision about an event holds for the steps that were read from it.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from onrecord.model import Decision, Target, Value
from onrecord.record.aims import Aims
from onrecord.record.claims import Claim
from onrecord.record.corrections import carried, corrected
from onrecord.record.ties import Tie

_VERDICTS = frozenset(("accept", "reject"))
_TIES = frozenset(("merge", "split"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Orphan:
    """A decision with those of its targets that no reading has any more.

    `now` are the claims of that kind which stand on the same words today.
    """

    decision: Decision
    targets: tuple[Target, ...]
    now: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rulings:
    """Decisions brought together with the claims of the present readings.

    `history` has all decisions in order of time, `undone` the ids of those that count no more.
    `heard` has for each decision in force the claims that it points to, `on` for each claim the
    decisions in force that bear on it, the latest last; `rejected` are the claims that are off the
    record, `moved` those that are read differently than when they were decided on. `ties` are in
    order of time.
    """

    history: tuple[Decision, ...] = ()
    undone: frozenset[str] = frozenset()
    heard: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    on: Mapping[str, tuple[Decision, ...]] = field(default_factory=dict)
    rejected: Mapping[str, Claim] = field(default_factory=dict)
    moved: frozenset[str] = frozenset()
    orphans: tuple[Orphan, ...] = ()
    ties: tuple[Tie, ...] = ()

    @property
    def in_force(self) -> tuple[Decision, ...]:
        """The decisions that count, in order of time."""
        return tuple(d for d in self.history if d.action != "undo" and d.id not in self.undone)

    def claims_of(self, decision: Decision) -> tuple[str, ...]:
        """The claims that a decision is about, as far as they are read today."""
        known = tuple(target.claim for target in decision.targets)
        return self.heard.get(decision.id, known)

    @property
    def overruled(self) -> dict[str, str]:
        """The decisions that another one, which said otherwise later, has outdone everywhere."""
        by: dict[str, str] = {}
        holds: set[str] = set()
        for found in self.on.values():
            last = {matter(decision): decision for decision in found}
            for decision in found:
                latest = last[matter(decision)]
                if says(latest) == says(decision):
                    holds.add(decision.id)
                else:
                    by[decision.id] = latest.id
        return {one: other for one, other in by.items() if one not in holds}

    def about(self, claims: Iterable[Claim]) -> tuple[Decision, ...]:
        """The decisions in force about a fact with these claims, each once, the latest last."""
        found = {d.id: d for claim in claims for d in self.on.get(claim.id, ())}
        return tuple(sorted(found.values(), key=when))


def matter(decision: Decision) -> str:
    """What it settles: decisions on the same matter can contradict each other."""
    if decision.action in _VERDICTS:
        return "verdict"
    return decision.field or decision.id


def says(decision: Decision) -> tuple[str, Value]:
    """What it says on its matter."""
    return (decision.action, decision.value)


def when(decision: Decision) -> tuple[str, str]:
    """A total order over decisions: the later ones last."""
    return (decision.time, decision.id)


def undone(decisions: Iterable[Decision]) -> frozenset[str]:
    """The ids of the decisions that a later one undoes, unless that one is undone itself."""
    found: set[str] = set()
    for decision in sorted(decisions, key=when, reverse=True):
        if decision.undoes is not None and decision.id not in found:
            found.add(decision.undoes)
    return frozenset(found)


def rule(
    claims: Iterable[Claim], decisions: Iterable[Decision]
) -> tuple[tuple[Claim, ...], Rulings]:
    """The claims as the decisions leave them, and what the decisions come to.

    The same decisions give the same result, in any order and under any repetition.
    """
    claims = tuple(claims)
    history = tuple(sorted({d.id: d for d in decisions}.values(), key=when))
    if not history:
        return claims, Rulings()
    off = undone(history)
    aimed = {target.report for d in history for target in (*d.targets, *d.apart)}
    court = _Court(Aims(claim for claim in claims if claim.report in aimed))
    for decision in history:
        if decision.id not in off and decision.action != "undo":
            court.hear(decision)
    left = {claim.id: court.ruled(claim) for claim in claims}
    return tuple(claim for claim in left.values() if claim is not None), Rulings(
        history=history,
        undone=off,
        heard=court.heard,
        on={key: tuple(found) for key, found in court.on.items()},
        rejected={claim.id: claim for claim in claims if left[claim.id] is None},
        moved=frozenset(court.moved),
        orphans=tuple(court.orphans),
        ties=tuple(court.ties),
    )


class _Court:
    """Hears the decisions in force in order of time, and rules on each claim."""

    def __init__(self, aims: Aims) -> None:
        self._aims = aims
        self._edits: dict[str, list[tuple[str, Value]]] = defaultdict(list)
        self.heard: dict[str, tuple[str, ...]] = {}
        self.on: dict[str, list[Decision]] = defaultdict(list)
        self.moved: set[str] = set()
        self.orphans: list[Orphan] = []
        self.ties: list[Tie] = []

    def hear(self, decision: Decision) -> None:
        """Take one decision into account."""
        targets = [self._aimed(decision, target) for target in decision.targets]
        others = [self._aimed(decision, target) for target in decision.apart]
        claims = list(dict.fromkeys(claim for claim in targets if claim))
        apart = list(dict.fromkeys(claim for claim in others if claim))
        aimed = zip((*decision.targets, *decision.apart), (*targets, *others), strict=True)
        lost = tuple(target for target, claim in aimed if claim is None)
        if lost:
            now = [c.id for target in lost for c in self._aims.near(target)]
            self.moved.update(now)
            self.orphans.append(Orphan(decision=decision, targets=lost, now=tuple(now)))
        self.heard[decision.id] = tuple(claim.id for claim in claims)
        for claim in (*claims, *apart):
            self.on[claim.id].append(decision)
        if decision.action == "correct":
            self._edit(decision, claims)
        elif decision.action in _VERDICTS:
            for step in self._steps(claims):
                self.on[step.id].append(decision)
        elif decision.action in _TIES:
            sides = ([*side, *self._steps(side)] for side in (claims, apart))
            self.ties.append(Tie(*(frozenset(claim.id for claim in side) for side in sides)))

    def ruled(self, claim: Claim) -> Claim | None:
        """The claim as it is corrected; None where it is rejected."""
        verdicts = [d.action for d in self.on.get(claim.id, ()) if d.action in _VERDICTS]
        if verdicts[-1:] == ["reject"]:
            return None
        for name, value in self._edits.get(claim.id, ()):
            if name == "status" and value is None:  # its event is of a type that sets none
                return None
            claim = corrected(claim, name, value)
        return claim

    def _aimed(self, decision: Decision, target: Target) -> Claim | None:
        """The claim that is meant. What was accepted has to be read as it was then."""
        claim = self._aims.at(target)
        if claim is None:
            return None
        if claim.id == target.claim:
            self.moved.discard(claim.id)
            return claim
        self.moved.add(claim.id)
        return None if decision.action == "accept" else claim

    def _edit(self, decision: Decision, claims: Iterable[Claim]) -> None:
        name = decision.field or ""
        for claim in claims:
            self._edits[claim.id].append((name, decision.value))
            for other in self._aims.of_one_event(claim):
                edit = carried(claim, other, name, decision.value)
                if edit is not None and decision not in self.on[other.id]:
                    self._edits[other.id].append(edit)
                    self.on[other.id].append(decision)

    def _steps(self, claims: Iterable[Claim]) -> list[Claim]:
        """The steps that were read from the events among the claims."""
        events = (claim for claim in claims if claim.kind == "event")
        return [step for event in events for step in self._aims.of_one_event(event)]
