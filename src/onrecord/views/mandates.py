"""The mandates: who authorised, extended or ended a mission, by which decision."""

from dataclasses import dataclass

from onrecord.model import Certainty
from onrecord.record import Mandate, Record
from onrecord.views.dates import compact
from onrecord.views.rows import Evidence, evidence
from onrecord.views.selection import EVERYTHING, Selection, involves


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision(Evidence):
    """An act on a mission: "authorised", "extended", "ended" or "approved". `date` is EDTF.

    `until` is the last day of the term that it sets (ISO date).
    """

    id: str
    mission: str
    act: str
    bodies: tuple[str, ...]
    instrument: str | None
    until: str | None
    date: str | None
    inferred: bool
    certainty: Certainty


def decided(record: Record, selection: Selection = EVERYTHING) -> tuple[Mandate, ...]:
    """The mandates that are asked for, by mission and time."""
    return tuple(
        mandate
        for mandate in record.mandates
        if selection.at(mandate.period)
        if selection.missions is None or mandate.mission.key in selection.missions
        if selection.actors is None or involves(record, selection.actors, mandate.bodies)
    )


def mandates(record: Record, selection: Selection = EVERYTHING) -> tuple[Decision, ...]:
    """The rows of the mandates."""
    return tuple(decision(record, mandate) for mandate in decided(record, selection))


def decision(record: Record, mandate: Mandate) -> Decision:
    """A mandate of the record as a row."""
    return Decision(
        id=mandate.id,
        mission=mandate.mission.name,
        act=mandate.act,
        bodies=tuple(party.name for party in mandate.bodies),
        instrument=mandate.instrument,
        until=mandate.until,
        date=mandate.date.edtf if mandate.date else None,
        inferred=bool(mandate.date and mandate.date.inferred),
        certainty=mandate.certainty,
        **evidence(record, mandate.claims),
    )


def in_short(row: Decision) -> str:
    """A mandate in a few words: "authorised 2031-02-03 until 2032-02-03 (Resolution 4711)"."""
    term = f"until {row.until}" if row.until else ""
    words = " ".join(filter(None, (row.act, compact(row.date, inferred=row.inferred), term)))
    return f"{words} ({row.instrument})" if row.instrument else words
