"""What analysts have decided, in order of time, and what has become of it."""

from dataclasses import dataclass
from typing import Any

from onrecord.model import Action, Decision, Kind, Span, Target
from onrecord.record import Claim, Record
from onrecord.record.facts import facts_of
from onrecord.record.periods import period
from onrecord.views.gist import gist
from onrecord.views.selection import EVERYTHING, Selection, naming
from onrecord.views.verdicts import valued


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """A decision, and what has become of it.

    `facts` are the ids of the facts that it is about today, `what` is the first one in words.
    `standing` is "in force", "in part" (some of what it was about is read no more), "orphaned"
    (all of it), "overruled" or "undone"; `by` is then the id of the decision that did it.
    """

    id: str
    time: str
    author: str
    action: Action
    field: str | None
    value: str | None
    note: str | None
    undoes: str | None
    standing: str
    by: str | None
    kind: Kind
    facts: tuple[str, ...]
    what: str
    sentence: str
    report: str
    start: int
    end: int


def decisions(
    record: Record, selection: Selection = EVERYTHING, *, author: str | None = None
) -> tuple[Act, ...]:
    """All decisions as they were made, or those of one author.

    The time that is asked for is that of deciding. With a mission or an actor it is the decisions
    on what the sentence tells of them.
    """
    facts, standings = facts_of(record), _standings(record)
    asked = (keys for keys in (selection.missions, selection.actors) if keys is not None)
    named = [naming(record, keys) for keys in asked]
    acts = (
        _act(record, decision, facts, *standings[decision.id])
        for decision in record.rulings.history
        if author is None or decision.author == author
        if selection.at(period(decision.time[:10]))
    )
    return tuple(
        act for act in acts if all(test(act.report, Span(act.start, act.end)) for test in named)
    )


def about(record: Record, claims: tuple[Claim, ...]) -> tuple[Act, ...]:
    """The decisions about a fact with these claims, those that count no more included."""
    ids = {claim.id for claim in claims}
    known = {decision.id for decision in record.rulings.about(claims)}
    made = [
        decision
        for decision in record.rulings.history
        if decision.id in known or any(target.claim in ids for target in decision.targets)
    ]
    if not made:
        return ()
    facts, standings = facts_of(record), _standings(record)
    return tuple(_act(record, decision, facts, *standings[decision.id]) for decision in made)


def place(record: Record, target: Target) -> dict[str, Any]:
    """Where a target stands: its words, if the report is on the record."""
    reading = record.readings.get(target.report)
    return {
        "sentence": target.span.of(reading.report.text) if reading else "",
        "report": target.report,
        "start": target.span.start,
        "end": target.span.end,
    }


def lost(target: Target) -> str:
    """What a target was, in words: "event PLEDGE"."""
    return " ".join(filter(None, (target.kind, target.type)))


def _standings(record: Record) -> dict[str, tuple[str, str | None]]:
    """For each decision what has become of it, and by which other one."""
    rulings = record.rulings
    found: dict[str, tuple[str, str | None]] = {d.id: ("in force", None) for d in rulings.history}
    for orphan in rulings.orphans:
        whole = len(orphan.targets) == len(orphan.decision.targets) + len(orphan.decision.apart)
        found[orphan.decision.id] = ("orphaned" if whole else "in part", None)
    found |= {one: ("overruled", other) for one, other in rulings.overruled.items()}
    undoing = {d.undoes: d.id for d in rulings.history if d.undoes and d.id not in rulings.undone}
    return found | {key: ("undone", undoing[key]) for key in rulings.undone}


def _act(
    record: Record,
    decision: Decision,
    facts: dict[str, tuple[Claim, ...]],
    standing: str,
    by: str | None,
) -> Act:
    on = record.rulings.claims_of(decision)
    told = [facts[key] for key in on if key in facts]
    target = decision.targets[0]
    sentence: dict[str, Any] = place(record, target)
    if told:
        claim = told[0][0]
        text = record.readings[claim.report].report.text
        start, end = claim.sentence
        sentence = {"sentence": text[start:end], "report": claim.report, "start": start, "end": end}
    return Act(
        id=decision.id,
        time=decision.time,
        author=decision.author,
        action=decision.action,
        field=decision.field,
        value=valued(decision.value) if decision.action == "correct" else None,
        note=decision.note,
        undoes=decision.undoes,
        standing=standing,
        by=by,
        kind=target.kind,
        facts=tuple(dict.fromkeys(claims[0].id for claims in told)),
        what=gist(record, told[0]) if told else lost(target),
        **sentence,
    )
