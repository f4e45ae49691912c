"""The brief: all that the record has of a mission on one page, every word of it cited."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from onrecord.record import Line, Party, Record
from onrecord.record.facts import facts_of
from onrecord.record.plainness import plain
from onrecord.views.citations import Citations, Source, citations
from onrecord.views.conflicts import Disagreement, conflicts
from onrecord.views.figures import Row, measured
from onrecord.views.figures import row as figure
from onrecord.views.ledger import Step, lines, step
from onrecord.views.mandates import Decision, decided, decision
from onrecord.views.selection import EVERYTHING, Selection, missions
from onrecord.views.statements import Quote, quote, said
from onrecord.views.summary import Sentence, summary
from onrecord.views.timeline import Entry, entry, happened

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Cited(Generic[T]):
    """A row and the labels of the passages that bear it out."""

    row: T
    labels: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Differing:
    """A contradiction and the labels of the passages of either side."""

    row: Disagreement
    one: tuple[str, ...]
    other: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Undertaking:
    """The steps of one party towards one mission or beneficiary."""

    party: str
    target: str | None
    steps: tuple[Cited[Step], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief:
    """One page. `mission` is None where it is about the whole record; `as_of` an ISO date."""

    mission: str | None
    aliases: tuple[str, ...]
    as_of: str | None
    summary: tuple[Sentence, ...]
    mandates: tuple[Cited[Decision], ...]
    ledger: tuple[Undertaking, ...]
    timeline: tuple[Cited[Entry], ...]
    figures: tuple[Cited[Row], ...]
    statements: tuple[Cited[Quote], ...]
    contradictions: tuple[Differing, ...]
    sources: tuple[Source, ...]


def brief(record: Record, selection: Selection = EVERYTHING, *, as_of: str | None = None) -> Brief:
    """The brief on what is asked for. `as_of` is only shown: the record is already of that day."""
    ledger = lines(record, selection)
    events = happened(record, selection)
    numbers, sayings = measured(record, selection), said(record, selection)
    differing = conflicts(record, selection)
    facts, decisions = facts_of(record), decided(record, selection)
    cited = citations(
        record,
        [
            *(mandate.claims for mandate in decisions),
            *(stage.claims for line in ledger for stage in line.stages),
            *(event.claims for event in events),
            *(number.claims for number in numbers),
            *(saying.claims for saying in sayings),
            *(facts[key] for found in differing for key in (found.one, found.other)),
        ],
    )
    asked = [p for p in missions(record) if selection.missions and p.key in selection.missions]
    return Brief(
        mission=" / ".join(party.name for party in asked) or None,
        aliases=_other_names(asked),
        as_of=as_of,
        summary=summary(record, selection, ledger, cited),
        mandates=tuple(Cited(decision(record, m), cited.of(m.claims)) for m in decisions),
        ledger=tuple(_undertaking(record, line, cited) for line in ledger),
        timeline=tuple(Cited(entry(record, e), cited.of(e.claims)) for e in events),
        figures=tuple(Cited(figure(record, n), cited.of(n.claims)) for n in numbers),
        statements=tuple(Cited(quote(record, s), cited.of(s.claims)) for s in sayings),
        contradictions=tuple(
            Differing(d, cited.of(facts[d.one]), cited.of(facts[d.other])) for d in differing
        ),
        sources=cited.sources,
    )


def _other_names(asked: Sequence[Party]) -> tuple[str, ...]:
    """The aliases that are names and differ by more than their spelling.

    What begins with a small letter ("the mission") describes and is left out.
    """
    known = {plain(party.name): "" for party in asked}
    for alias in (alias for party in asked for alias in party.aliases):
        if not alias[:1].islower():
            known.setdefault(plain(alias), alias)
    return tuple(alias for alias in known.values() if alias)


def _undertaking(record: Record, line: Line, cited: Citations) -> Undertaking:
    target = line.mission or line.beneficiary
    return Undertaking(
        party=line.party.name,
        target=target.name if target else None,
        steps=tuple(Cited(step(record, line, s), cited.of(s.claims)) for s in line.stages),
    )
