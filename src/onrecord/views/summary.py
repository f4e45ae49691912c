"""The first paragraph of a brief, made of facts on the record and nothing else."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.model import Status
from onrecord.record import Line, Record, Stage
from onrecord.record.facts import facts_of
from onrecord.record.tellings import standing
from onrecord.views.citations import Citations
from onrecord.views.conflicts import conflicts
from onrecord.views.dates import in_words
from onrecord.views.ledger import Step, step
from onrecord.views.mandates import Decision, decided, decision
from onrecord.views.selection import Selection
from onrecord.views.timeline import happened
from onrecord.views.wording import hedge

_OPENINGS: dict[str, frozenset[Status]] = {
    "Pledged:": frozenset(("pledged",)),
    "Approved or agreed:": frozenset(("approved", "agreed")),
    "Deployed or delivered:": frozenset(("deployed", "delivered")),
    "Stopped, cut or refused:": frozenset(
        ("blocked", "suspended", "reduced", "rejected", "withdrawn")
    ),
}
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
        Sentence("", tuple(_mandates(record, selection, cited))),
        *(
            Sentence(opening, _named(_steps(record, ledger, opening, cited)))
            for opening in _OPENINGS
        ),
        Sentence("Announced:", _named(_announced(record, ledger, cited))),
        _differing(record, selection, cited),
    ]
    steps = sum(len(line.stages) for line in ledger)
    basis = Sentence(_basis(record, cited, len(events), steps))
    return (*(sentence for sentence in found if sentence.clauses), basis)


def count(number: int, noun: str) -> str:
    """1 report, 2 reports."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def _basis(record: Record, cited: Citations, events: int, steps: int) -> str:
    days = [source.published for source in cited.sources if source.published]
    when = ""
    if days:
        first, last = in_words(min(days)), in_words(max(days))
        when = f" published on {first}" if first == last else f" published {first} to {last}"
    told = f"{count(events, 'event')} and {count(steps, 'ledger step')}"
    families = {record.families[source.report] for source in cited.sources}
    copies = f" ({len(families)} independent)" if len(families) < len(cited.sources) else ""
    return f"On record: {told} from {count(len(cited.sources), 'report')}{copies}{when}"


def _mandates(record: Record, selection: Selection, cited: Citations) -> Iterator[Clause]:
    """What bodies decided on the mission: only what is told as done."""
    subject = ""
    for mandate in decided(record, selection):
        if standing(mandate.certainty) != "done":
            continue
        row = decision(record, mandate)
        start = "it" if row.mission == subject else f"The {row.mission}".replace("The The", "The")
        subject = row.mission
        by = f" by the {', '.join(row.bodies)}".replace("the the", "the") if row.bodies else ""
        words = f"{start} was {row.act}{by}{_details(row, row.instrument)}"
        yield Clause(words, cited.of(mandate.claims))


def _differing(record: Record, selection: Selection, cited: Citations) -> Sentence:
    """Every contradiction with the citations of both sides."""
    facts = facts_of(record)
    found = conflicts(record, selection)
    clauses = (
        Clause(
            f"{row.about}, {row.one_says} or {row.other_says}",
            tuple(dict.fromkeys((*cited.of(facts[row.one]), *cited.of(facts[row.other])))),
        )
        for row in found
    )
    opening = f"Reports disagree on {count(len(found), 'point')}:"
    return Sentence(opening, _named(clauses, "the contradictions"))


def _best_attested(line: Line) -> tuple[int, str, str]:
    claims = sum(len(stage.claims) for stage in line.stages)
    return (-claims, line.party.name, line.party.key)


def _steps(
    record: Record, ledger: Sequence[Line], opening: str, cited: Citations
) -> Iterator[Clause]:
    """Of each party the last step of a kind that is told as done, with what it comes to."""
    statuses = _OPENINGS[opening]
    for line in ledger:
        done = [s for s in line.stages if s.status in statuses and standing(s.certainty) == "done"]
        if done:
            stage = _telling(done)
            told = opening.casefold().startswith(stage.status)
            yield _clause(record, line, stage, "" if told else stage.status, cited)


def _telling(stages: list[Stage]) -> Stage:
    """The last that has a number and a date, or a number, or a date; else the last."""
    return max(enumerate(stages), key=lambda s: (bool(s[1].quantity), bool(s[1].period), s[0]))[1]


def _announced(record: Record, ledger: Sequence[Line], cited: Citations) -> Iterator[Clause]:
    """Steps that are told as still ahead and that no report tells as done."""
    for line in ledger:
        done = {s.status for s in line.stages if standing(s.certainty) == "done"}
        for stage in line.stages:
            if standing(stage.certainty) == "ahead" and stage.status not in done:
                yield _clause(record, line, stage, f"to be {stage.status}", cited)


def _clause(record: Record, line: Line, stage: Stage, done: str, cited: Citations) -> Clause:
    """What, what became of it, and by whom."""
    row = step(record, line, stage)
    whole = f", {row.total} in all" if row.total else ""
    words = " ".join(filter(None, (row.what, done))) or row.status
    parts = [s for s in line.stages if s.status == stage.status and s.period] if whole else [stage]
    labels = dict.fromkeys(name for part in parts for name in cited.of(part.claims))
    return Clause(f"{words} by {row.party}{_details(row)}{whole}", tuple(labels))


def _named(clauses: Iterator[Clause], where: str = "the ledger") -> tuple[Clause, ...]:
    found = tuple(clauses)
    more = len(found) - _NAMED
    return found if more <= 0 else (*found[:_NAMED], Clause(f"{more} more in {where}"))


def _details(row: Step | Decision, told: str | None = None) -> str:
    """What was decided, the date and the doubts of a fact, in brackets."""
    date = in_words(row.date, inferred=row.inferred)
    if not date and row.first_published and standing(row.certainty) == "done":
        date = f"before {in_words(row.first_published)}"
    details = ", ".join(filter(None, (told, date, hedge(row.certainty, row.source))))
    return f" ({details})" if details else ""
