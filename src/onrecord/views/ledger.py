"""The ledger: what each party undertook, step by step."""

from dataclasses import dataclass

from onrecord.model import Certainty, Status
from onrecord.record import Line, Record, Stage
from onrecord.views.rows import Fact, evidence, number
from onrecord.views.selection import EVERYTHING, Selection, involves


@dataclass(frozen=True, slots=True, kw_only=True)
class Step(Fact):
    """One step of a party's undertaking. What is "expected" or "conditional" is not done yet."""

    id: str
    party: str
    mission: str | None
    beneficiary: str | None
    status: Status
    item: str | None
    date: str | None
    inferred: bool
    certainty: Certainty


def lines(record: Record, selection: Selection = EVERYTHING) -> tuple[Line, ...]:
    """The lines that are asked for, whole: a time picks the lines with a step in it."""
    return tuple(
        line
        for line in record.ledger
        if _wanted(record, line, selection) and any(selection.at(s.period) for s in line.stages)
    )


def ledger(record: Record, selection: Selection = EVERYTHING) -> tuple[Step, ...]:
    """The rows of the ledger by party, mission and time."""
    return tuple(
        step(record, line, stage)
        for line in lines(record, selection)
        for stage in line.stages
        if selection.at(stage.period)
    )


def step(record: Record, line: Line, stage: Stage) -> Step:
    """A stage of a line as a row."""
    return Step(
        id=stage.id,
        party=line.party.name,
        mission=line.mission.name if line.mission else None,
        beneficiary=line.beneficiary.name if line.beneficiary else None,
        status=stage.status,
        item=stage.item,
        date=stage.date.edtf if stage.date else None,
        inferred=bool(stage.date and stage.date.inferred),
        certainty=stage.certainty,
        **number(record, stage.claims, stage.quantity, stage.item),
        **evidence(record, stage.claims),
    )


def _wanted(record: Record, line: Line, selection: Selection) -> bool:
    if selection.missions is not None and not involves(record, selection.missions, [line.mission]):
        return False
    involved = (line.party, line.mission, line.beneficiary)
    return selection.actors is None or involves(record, selection.actors, involved)
