"""Everything found in one report."""

from dataclasses import dataclass

from onrecord.model.actor import Actor
from onrecord.model.commitment import Commitment
from onrecord.model.event import Event
from onrecord.model.figure import Figure
from onrecord.model.place import Place
from onrecord.model.quantity import Quantity
from onrecord.model.report import Report
from onrecord.model.statement import Statement
from onrecord.model.time import Time


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What `onrecord.read` finds: a pure function of the report and the engine's version."""

    report: Report
    times: tuple[Time, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    actors: tuple[Actor, ...] = ()
    places: tuple[Place, ...] = ()
    events: tuple[Event, ...] = ()
    statements: tuple[Statement, ...] = ()
    figures: tuple[Figure, ...] = ()
    commitments: tuple[Commitment, ...] = ()
