"""The part of the record that an export is asked for: by mission, party and time."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from onrecord.model import Report
from onrecord.record import Claim, Happening, Line, Party, Record
from onrecord.record.sayings import Held, Number, Saying
from onrecord.views.figures import measured
from onrecord.views.ledger import lines
from onrecord.views.selection import EVERYTHING, Selection, involves, parties
from onrecord.views.statements import said
from onrecord.views.timeline import happened


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """Facts of a record, in the order of its listings.

    `parties` are those that the facts name and that a filter by party leaves, `offices` the roles
    that these hold; `reports` are all reports, or with a filter those that tell of the facts.
    """

    record: Record
    selection: Selection
    events: tuple[Happening, ...]
    lines: tuple[Line, ...]
    sayings: tuple[Saying, ...]
    numbers: tuple[Number, ...]
    parties: tuple[Party, ...]
    offices: tuple[Held, ...]
    reports: tuple[Report, ...]

    def facts(self) -> Iterator[tuple[Claim, ...]]:
        """The claims of each fact, the best first."""
        yield from (event.claims for event in self.events)
        yield from (stage.claims for line in self.lines for stage in line.stages)
        yield from (saying.claims for saying in self.sayings)
        yield from (number.claims for number in self.numbers)
        yield from (office.claims for office in self.offices)


def choose(record: Record, selection: Selection = EVERYTHING) -> Chosen:
    """The facts that are asked for, as the listings pick them."""
    events, steps = happened(record, selection), lines(record, selection)
    sayings, numbers = said(record, selection), measured(record, selection)
    involved: list[Party | None] = [n.source for n in numbers]
    involved += [s.speaker for s in sayings]
    involved += [p for line in steps for p in (line.party, line.mission, line.beneficiary)]
    involved += [p for e in events for p in (*e.actors, *e.recipients, e.mission)]
    whole = selection == EVERYTHING
    keys = {party.key for party in involved if party}
    named = tuple(party for party in parties(record) if whole or party.key in keys)
    if selection.actors is not None:
        asked = selection.actors
        named = tuple(party for party in named if involves(record, asked, [party]))
    held = {party.key for party in named}
    found = Chosen(
        record=record,
        selection=selection,
        events=events,
        lines=steps,
        sayings=sayings,
        numbers=numbers,
        parties=named,
        offices=tuple(office for office in record.offices if office.holder.key in held),
        reports=(),
    )
    told = {claim.report for claims in found.facts() for claim in claims}
    readings = record.readings.items()
    reports = [reading.report for key, reading in readings if whole or key in told]
    reports.sort(key=lambda report: (report.published or "~", report.id))
    return replace(found, reports=tuple(reports))
