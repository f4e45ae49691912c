"""The claims that decisions point to, found again in whatever is read today."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from onrecord.model import Span, Target
from onrecord.record.claims import Claim


class Aims:
    """The claims of all readings by id, by place, and by the event that they were read from."""

    def __init__(self, claims: Iterable[Claim]) -> None:
        self._by_id: dict[str, Claim] = {}
        self._by_kind: dict[tuple[str, str], list[Claim]] = defaultdict(list)
        self._by_event: dict[tuple[str, str], list[Claim]] = defaultdict(list)
        for claim in claims:
            self._by_id[claim.id] = claim
            self._by_kind[claim.report, claim.kind].append(claim)
            self._by_event[_event(claim)].append(claim)

    def at(self, target: Target) -> Claim | None:
        """The claim of that id; failing that the only one of its type on the same words.

        But what did not stand alone on its words was told apart by more than them.
        """
        exact = self._by_id.get(target.claim)
        if exact is not None:
            return exact
        found = [claim for claim in self.near(target) if claim.type == target.type]
        same = [claim for claim in found if claim.mark == target.span] or found
        return same[0] if target.alone and len(same) == 1 else None

    def near(self, target: Target) -> list[Claim]:
        """The claims of that kind on the same words, of whatever type."""
        there = self._by_kind.get((target.report, target.kind), ())
        return [claim for claim in there if claim.mark.overlaps(target.span)]

    def target(self, claim: str) -> Target:
        """What a decision on the claim of that id has to point to."""
        meant = self._by_id[claim]
        pointed = Target(
            report=meant.report,
            kind=meant.kind,
            type=meant.type,
            span=Span(*meant.mark),
            claim=meant.id,
            alone=True,
        )
        there = [other for other in self.near(pointed) if other.type == meant.type]
        return replace(pointed, alone=there == [meant])

    def of_one_event(self, claim: Claim) -> list[Claim]:
        """The event that a step was read from, or the steps of an event, and further steps."""
        together = self._by_event.get(_event(claim), ())
        return [other for other in together if other.id != claim.id]


def _event(claim: Claim) -> tuple[str, str]:
    """The report and the event that an event or a step is of; other claims are of none."""
    fact: Any = claim.fact
    if claim.kind == "event":
        return (claim.report, fact.id)
    return (claim.report, fact.event if claim.kind == "commitment" else claim.id)
