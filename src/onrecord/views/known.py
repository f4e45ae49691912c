"""The facts of a record side by side, whatever their kind, for comparison with another day's."""

from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.record import Claim, Record
from onrecord.record.plainness import plain
from onrecord.views.dates import compact
from onrecord.views.figures import Row, measured
from onrecord.views.figures import row as figure
from onrecord.views.ledger import Step, lines, step
from onrecord.views.selection import Selection
from onrecord.views.timeline import Entry, entry, happened
from onrecord.views.wording import happening, undertaking


@dataclass(frozen=True, slots=True)
class Known:
    """A fact as a row, with its claims and in words."""

    row: Entry | Step | Row
    claims: tuple[Claim, ...]
    what: str

    @property
    def value(self) -> str | None:
        """What is new about it when it is: the number of a figure, else the date."""
        if isinstance(self.row, Row):
            return self.row.quantity
        return compact(self.row.date, inferred=self.row.inferred) or None

    @property
    def shown(self) -> dict[str, str | None]:
        """What further reports may tell differently, or more exactly."""
        if isinstance(self.row, Row):
            return {}
        told = {"date": self.value, "quantity": self.row.quantity, "certainty": self.row.certainty}
        return {**told, "place": self.row.place} if isinstance(self.row, Entry) else told

    @property
    def measured(self) -> tuple[str, ...] | None:
        """What a figure measures: figures of one measure follow each other in time."""
        if not isinstance(self.row, Row):
            return None
        return (plain(self.row.measure), self.row.unit or "", plain(self.row.of or ""))


def known(record: Record, selection: Selection) -> Iterator[Known]:
    """The events, steps and figures that are asked for."""
    for event in happened(record, selection):
        told = entry(record, event)
        yield Known(told, event.claims, happening(told))
    for line in lines(record, selection):
        for stage in line.stages:
            done = step(record, line, stage)
            yield Known(done, stage.claims, undertaking(done))
    for number in measured(record, selection):
        row = figure(record, number)
        yield Known(row, number.claims, row.measure)
