"""The first paragraph of a brief, made of facts on the record and nothing else."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.record import Happening, Line, Record, Stage
from onrecord.record.happenings import standing
from onrecord.record.ledger import ORDER
from onrecord.views.citations import Citations
from onrecord.views.conflicts import conflicts
from onrecord.views.dates import in_words
from onrecord.views.ledger import Step, step
from onrecord.views.selection import Selection
from onrecord.views.timeline import Entry, entry, happened
from onrecord.views.wording import hedge

_PLAIN = ("asserted", "positive")
_NAMED = 8  # parties that the paragraph names; the ledger below has all of them


@dataclass(frozen=True, slots=True)
class Clause:
    """Some words and the labels of the passages that bear them out."""

    words: str
    labels: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Sentence:
    """An opening and its clauses; where there is none, the opening says it all."""

    opening: str
    clauses: tuple[Clause, ...] = ()


def summary(
    record: Record, selection: Selection, ledger: Sequence[Line], cited: Citations
) -> tuple[Sentence, ...]:
    """The sentences of the paragraph; those that would say nothing are left out."""
    events = happened(record, selection)
    ledger = sorted(ledger, key=_best_attested)
    found = [
        Sentence("Authorised by", tuple(_mandates(record, events, selection, cited))),
        Sentence("Last recorded steps:", _named(_last_steps(record, ledger, cited))),
        Sentence("Announced:", _named(_announced(record, ledger, cited))),
    ]
    differing = len(conflicts(record, selection))
    if differing:
        found.append(Sentence(f"Reports disagree on {count(differing, 'point')}"))
    basis = Sentence(_basis(cited, len(events), sum(len(line.stages) for line in ledger)))
    return (basis, *(s for s in found if s.clauses or not s.opening.endswith((":", "by"))))


def count(number: int, noun: str) -> str:
    """1 report, 2 reports."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def _basis(cited: Citations, events: int, steps: int) -> str:
    days = [source.published for source in cited.sources if source.published]
    when = ""
    if days:
        first, last = in_words(min(days)), in_words(max(days))
        when = f" published on {first}" if first == last else f" published {first} to {last}"
    told = f"{count(events, 'event')} and {count(steps, 'ledger step')}"
    return f"On record: {told} from {count(len(cited.sources), 'report')}{when}"


def _mandates(
    record: Record, events: Sequence[Happening], selection: Selection, cited: Citations
) -> Iterator[Clause]:
    """Who authorised the mission: only what is told as done, of this one mission by name."""
    named: set[str] = set()
    for event in events:
        if event.type != "AUTHORISE" or not _of_one_mission(event, selection):
            continue
        row = entry(record, event)
        names = ", ".join(row.actors)
        if names and names not in named and (row.certainty, row.polarity) == _PLAIN:
            named.add(names)
            yield Clause(names + _details(row), cited.of(event.claims))


def _of_one_mission(event: Happening, selection: Selection) -> bool:
    return event.mission is not None and selection.missions == frozenset((event.mission.key,))


def _best_attested(line: Line) -> tuple[int, str, str]:
    claims = sum(len(stage.claims) for stage in line.stages)
    return (-claims, line.party.name, line.party.key)


def _last_steps(record: Record, ledger: Sequence[Line], cited: Citations) -> Iterator[Clause]:
    for line in ledger:
        done = [stage for stage in line.stages if standing(stage.certainty) == "done"]
        if done:
            yield _clause(record, line, _latest(done), cited)


def _latest(stages: list[Stage]) -> Stage:
    """The last in time; where no step has a date, the furthest."""
    dated = [stage for stage in stages if stage.period]
    return dated[-1] if dated else max(stages, key=lambda stage: ORDER.index(stage.status))


def _announced(record: Record, ledger: Sequence[Line], cited: Citations) -> Iterator[Clause]:
    """Steps that are told as still ahead and that no report tells as done."""
    for line in ledger:
        done = {s.status for s in line.stages if standing(s.certainty) == "done"}
        for stage in line.stages:
            if standing(stage.certainty) == "ahead" and stage.status not in done:
                yield _clause(record, line, stage, cited)


def _clause(record: Record, line: Line, stage: Stage, cited: Citations) -> Clause:
    row = step(record, line, stage)
    said = " ".join(filter(None, (row.what, row.status)))
    return Clause(f"{row.party}, {said}{_details(row)}", cited.of(stage.claims))


def _named(clauses: Iterator[Clause]) -> tuple[Clause, ...]:
    found = tuple(clauses)
    more = len(found) - _NAMED
    return found if more <= 0 else (*found[:_NAMED], Clause(f"{more} more in the ledger"))


def _details(row: Step | Entry) -> str:
    """The date of a fact and its doubts, in brackets."""
    date = in_words(row.date, inferred=row.inferred)
    details = ", ".join(filter(None, (date, hedge(row.certainty, row.source))))
    return f" ({details})" if details else ""
