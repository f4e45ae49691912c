"""Which facts belong to a mission.

A fact belongs to a mission that it names, or that the ledger counts it for. What names no
mission belongs to it where its report tells of no other one, or where its sentence names the
mission.
"""

from dataclasses import dataclass, field

from onrecord.model import Span
from onrecord.record import Claim, Happening, Record
from onrecord.views.selection import involves, mentions, missions


@dataclass(frozen=True, slots=True)
class Belonging:
    """What the record has of some missions, ready to be asked fact by fact."""

    record: Record
    keys: frozenset[str]
    sole: frozenset[str] = field(default=frozenset())
    marks: frozenset[tuple[str, Span]] = field(default=frozenset())

    def event(self, event: Happening) -> bool:
        """Whether an event of the record does."""
        if involves(self.record, self.keys, (event.mission, *event.actors, *event.recipients)):
            return True
        if any((claim.report, claim.mark) in self.marks for claim in event.claims):
            return True
        return event.mission is None and self.loose(event.claims)

    def loose(self, claims: tuple[Claim, ...]) -> bool:
        """Whether a fact that names no mission does, by one of its claims."""
        return any(
            claim.report in self.sole
            or mentions(self.record, self.keys, claim.report, claim.sentence)
            for claim in claims
        )


def belonging(record: Record, keys: frozenset[str]) -> Belonging:
    """What belongs to the missions with these keys."""
    lines = [line for line in record.ledger if line.mission and line.mission.key in keys]
    told = _missions_by_report(record)
    return Belonging(
        record,
        keys,
        sole=frozenset(report for report, found in told.items() if found <= keys),
        marks=frozenset(
            (claim.report, claim.mark)
            for line in lines
            for stage in line.stages
            for claim in stage.claims
        ),
    )


def _missions_by_report(record: Record) -> dict[str, set[str]]:
    told: dict[str, set[str]] = {}
    for mission in missions(record):
        for report in mission.reports:
            told.setdefault(report, set()).add(mission.key)
    for event in record.happenings:
        if event.mission:
            for claim in event.claims:
                told.setdefault(claim.report, set()).add(event.mission.key)
    return told
