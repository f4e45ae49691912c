"""The ledger: what each party undertook, step by step."""

from dataclasses import dataclass, replace

from onrecord.model import Certainty, Status
from onrecord.record import Line, Record, Stage
from onrecord.views.amounts import is_code, shown
from onrecord.views.rows import Fact, evidence, number
from onrecord.views.selection import EVERYTHING, Selection, involves


@dataclass(frozen=True, slots=True, kw_only=True)
class Step(Fact):
    """One step of a party's undertaking. What is "expected" or "conditional" is not done yet.

    `total` is what was deployed or delivered by then in all, where it came in parts.
    """

    id: str
    party: str
    mission: str | None
    beneficiary: str | None
    status: Status
    item: str | None
    date: str | None
    inferred: bool
    certainty: Certainty
    total: str | None


def lines(record: Record, selection: Selection = EVERYTHING) -> tuple[Line, ...]:
    """The lines that are asked for, by mission and party, with the steps of the time asked for."""
    wanted = (line for line in record.ledger if _wanted(record, line, selection))
    cut = (
        replace(line, stages=tuple(s for s in line.stages if selection.at(s.period)))
        for line in wanted
    )
    return tuple(sorted((line for line in cut if line.stages), key=_order))


def ledger(record: Record, selection: Selection = EVERYTHING) -> tuple[Step, ...]:
    """The rows of the ledger by party, mission and time."""
    return tuple(
        step(record, line, stage) for line in lines(record, selection) for stage in line.stages
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
        total=_total(stage),
        **number(record, stage.claims, stage.quantity, stage.item),
        **evidence(record, stage.claims),
    )


def _total(stage: Stage) -> str | None:
    amount = stage.total
    if amount is None:
        return None
    return shown(amount if is_code(amount.unit) else replace(amount, unit=None))


def _order(line: Line) -> tuple[bool, str, str, str]:
    target = line.mission or line.beneficiary
    return (
        target is None,
        target.name.casefold() if target else "",
        line.party.name.casefold(),
        line.party.key,
    )


def _wanted(record: Record, line: Line, selection: Selection) -> bool:
    if selection.missions is not None and not involves(record, selection.missions, [line.mission]):
        return False
    involved = (line.party, line.mission, line.beneficiary)
    return selection.actors is None or involves(record, selection.actors, involved)
