"""Which facts belong to a mission.

A fact belongs to a mission that it names, or that the ledger counts it for. What names no
mission belongs to it where its report tells of no other one, or where its sentence names the
mission.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from onrecord.model import Span
from onrecord.record import Claim, Happening, Record
from onrecord.views.selection import involves, missions, naming


@dataclass(frozen=True, slots=True)
class Belonging:
    """What the record has of some missions, ready to be asked fact by fact.

    `inside` are the keys of the missions and of their organs, `reports` all reports that tell of
    them, `sole` those that tell of no others, `marks` the places of their steps in the ledger.
    """

    inside: frozenset[str]
    reports: frozenset[str]
    sole: frozenset[str]
    marks: dict[str, set[Span]]
    named: Callable[[str, Span], bool]

    def event(self, event: Happening) -> bool:
        """Whether an event of the record does."""
        for party in (event.mission, *event.actors, *event.recipients):
            if party and party.key in self.inside:
                return True
        told = [claim for claim in event.claims if claim.report in self.reports]
        if any(claim.mark in self.marks.get(claim.report, ()) for claim in told):
            return True
        return event.mission is None and self.loose(told)

    def loose(self, claims: Iterable[Claim]) -> bool:
        """Whether a fact that names no mission does, by one of its claims."""
        return any(c.report in self.sole or self.named(c.report, c.sentence) for c in claims)


def belonging(record: Record, keys: frozenset[str]) -> Belonging:
    """What belongs to the missions with these keys."""
    lines = [line for line in record.ledger if line.mission and line.mission.key in keys]
    steps = [claim for line in lines for stage in line.stages for claim in stage.claims]
    parties = record.who.parties
    marks: dict[str, set[Span]] = defaultdict(set)
    for claim in steps:
        marks[claim.report].add(claim.mark)
    own, others = _reports(record, keys)
    return Belonging(
        inside=keys | {key for key, p in parties.items() if involves(record, keys, [p])},
        reports=frozenset(own.union(marks)),
        sole=frozenset(own - others),
        marks=marks,
        named=naming(record, keys),
    )


def _reports(record: Record, keys: frozenset[str]) -> tuple[set[str], set[str]]:
    """The reports that tell of these missions, and those that tell of others."""
    own: set[str] = set()
    others: set[str] = set()
    for mission in missions(record):
        (own if mission.key in keys else others).update(mission.reports)
    for event in record.happenings:
        if event.mission:
            told = own if event.mission.key in keys else others
            told.update([claim.report for claim in event.claims])
    return own, others
