"""Figures that measure the same thing, beside each other in order of time."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.record import Record
from onrecord.record.groups import Union
from onrecord.record.periods import period
from onrecord.record.plainness import plain
from onrecord.views.figures import Row, figures
from onrecord.views.selection import EVERYTHING, Selection

_NEVER = 10**9


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """What is measured, and what the reports say of it; a date failing, by that of the report.

    `against` are the pairs of ids of figures that cannot both be right.
    """

    name: str
    unit: str | None
    of: str | None
    rows: tuple[Row, ...]
    against: tuple[tuple[str, str], ...]


def measures(record: Record, selection: Selection = EVERYTHING) -> tuple[Measure, ...]:
    """The figures that are asked for by what they measure, the most often told first.

    Figures measure the same where measure, unit and whole are the same, and where they contradict
    each other.
    """
    rows = figures(record, selection)
    known = {row.id for row in rows}
    pairs = [(c.one, c.other) for c in record.conflicts if {c.one, c.other} <= known]
    union = Union()
    for row in rows:
        union.join(row.id, (plain(row.measure), row.unit, row.of))
    for one, other in pairs:
        union.join(one, other)
    groups: dict[object, list[Row]] = defaultdict(list)
    for row in rows:
        groups[union.root(row.id)].append(row)
    found = [_measure(sorted(group, key=_when), pairs) for group in groups.values()]
    return tuple(sorted(found, key=lambda m: (-len(m.rows), m.name.casefold(), m.rows[0].id)))


def _measure(rows: Sequence[Row], pairs: Sequence[tuple[str, str]]) -> Measure:
    ids = {row.id for row in rows}
    shortest = min(rows, key=lambda row: (len(row.measure), row.measure))
    return Measure(
        name=shortest.measure,
        unit=shortest.unit,
        of=shortest.of,
        rows=tuple(rows),
        against=tuple(pair for pair in pairs if pair[0] in ids),
    )


def _when(row: Row) -> tuple[int, int, str]:
    told = period(row.as_of or row.first_published)
    ends = (told.first.toordinal(), told.last.toordinal()) if told else (_NEVER, _NEVER)
    return (*ends, row.id)
