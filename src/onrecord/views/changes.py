"""What has changed between two days, and why: reports that came, decisions that were made."""

from collections.abc import Iterable, Iterator
from typing import get_args

from onrecord.record import Record
from onrecord.views.change import Change, What, decided, reported
from onrecord.views.decisions import decisions
from onrecord.views.disputes import disputes
from onrecord.views.figures import Row as Figure
from onrecord.views.known import Known, known
from onrecord.views.ledger import Step
from onrecord.views.selection import EVERYTHING, Selection
from onrecord.views.verdicts import in_short

_ORDER: tuple[What, ...] = get_args(What)


def changes(
    before: Record,
    after: Record,
    then: Selection | None = EVERYTHING,
    now: Selection = EVERYTHING,
) -> tuple[Change, ...]:
    """What changed from one day's record to a later one's, in order of time.

    `then` and `now` select in either; None where what is asked for was not known then.
    """
    old = list(known(before, then)) if then else []
    new = list(known(after, now))
    reports = [*_facts(before, after, old, new), *disputes(before, after, then, now)]
    reports.sort(key=lambda change: (change.what, change.id, change.field or ""))
    people = _decisions(before, after, now)
    return tuple(sorted((*reports, *people), key=lambda c: (c.date, _ORDER.index(c.change))))


def _facts(
    before: Record, after: Record, old: Iterable[Known], new: Iterable[Known]
) -> Iterator[Change]:
    """What reports have brought; what analysts have done tells itself."""
    by_claim = {claim.id: fact for fact in old for claim in fact.claims}
    dated = sorted(old, key=lambda fact: fact.row.first_published or "")
    values = {fact.measured: fact.value for fact in dated}
    for fact in new:
        was = next((by_claim[c.id] for c in fact.claims if c.id in by_claim), None)
        came = [claim for claim in fact.claims if claim.id not in before.claims]
        if len(came) == len(fact.claims):
            last = values.get(fact.measured) if fact.measured else None
            yield reported(after, came).change(
                after, _new(fact, last), what=fact.what, before=last, now=fact.value,
                id=fact.row.id,
            )  # fmt: skip
        elif was and came and not decided(before, after, fact.claims):
            for field, told in fact.shown.items():
                if told != was.shown.get(field):
                    yield reported(after, came).change(
                        after, "revision", what=fact.what, field=field,
                        before=was.shown.get(field), now=told, id=fact.row.id,
                    )  # fmt: skip


def _new(fact: Known, last: str | None) -> What:
    if isinstance(fact.row, Figure):
        return "update" if last else "figure"
    return "step" if isinstance(fact.row, Step) else "event"


def _decisions(before: Record, after: Record, selection: Selection) -> Iterator[Change]:
    """What analysts have decided since."""
    old = set(before.rulings.history)
    new = {decision.id: decision for decision in after.rulings.history if decision not in old}
    for act in decisions(after, selection):
        if act.id in new:
            yield Change(
                date=act.time[:10],
                change="decision",
                what=act.what,
                field=act.field,
                now=act.value,
                because=in_short(new[act.id]),
                id=act.id,
                sentence=act.sentence,
                report=act.report,
                start=act.start,
                end=act.end,
            )
