"""Which steps of the ledger were read from an event."""

from dataclasses import dataclass

from onrecord.model import Commitment, Event, Status
from onrecord.record import Record


@dataclass(frozen=True, slots=True)
class Undertaking:
    """A step that an event is: its status, its own id, and the id of the first step of its line."""

    status: Status
    step: str
    line: str


def undertakings(record: Record) -> dict[str, Undertaking]:
    """The undertaking that each claim of an event stands for, by the claim's id."""
    steps = {
        (claim.report, claim.fact.event): Undertaking(stage.status, stage.id, line.stages[0].id)
        for line in record.ledger
        for stage in line.stages
        for claim in stage.claims
        if isinstance(claim.fact, Commitment)
    }
    events = (claim for event in record.happenings for claim in event.claims)
    return {
        claim.id: steps[claim.report, claim.fact.id]
        for claim in events
        if isinstance(claim.fact, Event) and (claim.report, claim.fact.id) in steps
    }
