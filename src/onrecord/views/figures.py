"""The figures: numbers about the state of the world."""

from collections.abc import Callable
from dataclasses import dataclass

from onrecord.model import Span
from onrecord.record import Record
from onrecord.record.periods import period
from onrecord.record.sayings import Number
from onrecord.views.belonging import belonging
from onrecord.views.rows import Fact, evidence, figure_amount, number
from onrecord.views.selection import EVERYTHING, Selection, involves, naming


@dataclass(frozen=True, slots=True, kw_only=True)
class Row(Fact):
    """A figure. `of` is the whole that a share is taken of, `as_of` an EDTF date."""

    id: str
    measure: str
    of: str | None
    as_of: str | None


def measured(record: Record, selection: Selection = EVERYTHING) -> tuple[Number, ...]:
    """The figures that are asked for, by measure and date."""
    found = [n for n in record.numbers if selection.at(period(n.figure.as_of))]
    if selection.missions is not None:
        own = belonging(record, selection.missions)
        found = [n for n in found if own.loose(n.claims)]
    if selection.actors is not None:
        keys, named = selection.actors, naming(record, selection.actors)
        found = [n for n in found if involves(record, keys, [n.source]) or _names(named, n)]
    return tuple(found)


def figures(record: Record, selection: Selection = EVERYTHING) -> tuple[Row, ...]:
    """The rows of the figures."""
    return tuple(row(record, found) for found in measured(record, selection))


def row(record: Record, found: Number) -> Row:
    """A figure of the record as a row."""
    return Row(
        id=found.id,
        measure=found.figure.measure,
        of=found.figure.of,
        as_of=found.figure.as_of,
        **number(record, found.claims, figure_amount(found.figure)),
        **evidence(record, found.claims),
    )


def _names(named: Callable[[str, Span], bool], found: Number) -> bool:
    return any(named(claim.report, claim.sentence) for claim in found.claims)
