"""What another reading of a report says differently, and which decisions it leaves behind."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal

from onrecord.model import Kind, Reading
from onrecord.record import Claim, Record, fold
from onrecord.views.decisions import lost, place
from onrecord.views.gist import gist
from onrecord.views.verdicts import in_short


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """A claim that is "new", "gone" or "changed", or a decision that is "orphaned".

    `now` and `before` are the claim in words; `id` is the claim's, `decision` that of the decision
    whose claim is read no more.
    """

    change: Literal["new", "gone", "changed", "orphaned"]
    kind: Kind
    now: str | None
    before: str | None
    decision: str | None
    id: str
    sentence: str
    report: str
    start: int
    end: int


def differences(old: Reading, new: Reading) -> tuple[Difference, ...]:
    """What two readings of one report say differently, in the order of the text."""
    before, now = fold([old]), fold([new])
    left, right = _told(before), _told(now)
    claims = {**before.claims, **now.claims}
    found = sorted((left.keys() | right.keys()), key=lambda key: claims[key].place[1:])
    return tuple(
        _difference(claims[key], new, left.get(key), right.get(key))
        for key in found
        if left.get(key) != right.get(key)
    )


def orphans(record: Record) -> tuple[Difference, ...]:
    """The decisions that are about something which no report is read to say any more."""
    return tuple(
        Difference(
            change="orphaned",
            kind=target.kind,
            now=", ".join(_now(record, orphan.now)) or None,
            before=f"{lost(target)}, {in_short(orphan.decision)}",
            decision=orphan.decision.id,
            id=target.claim,
            **place(record, target),
        )
        for orphan in record.rulings.orphans
        for target in orphan.targets
    )


def _now(record: Record, ids: tuple[str, ...]) -> Iterator[str]:
    for key in ids:
        if key in record.claims:
            yield gist(record, (record.claims[key],))


def _told(record: Record) -> dict[str, tuple[str, ...]]:
    """Each claim in words, with what else is shown of it."""
    return {key: _words(record, claim) for key, claim in record.claims.items()}


def _words(record: Record, claim: Claim) -> tuple[str, ...]:
    doubts = (getattr(claim.fact, name, None) for name in ("certainty", "polarity"))
    plain = ("asserted", "positive", None)
    return (gist(record, (claim,)), *(doubt for doubt in doubts if doubt not in plain))


def _difference(
    claim: Claim, reading: Reading, before: tuple[str, ...] | None, now: tuple[str, ...] | None
) -> Difference:
    start, end = claim.sentence
    change: Any = "changed" if before and now else "new" if now else "gone"
    return Difference(
        change=change,
        kind=claim.kind,
        now=", ".join(now) if now else None,
        before=", ".join(before) if before else None,
        decision=None,
        id=claim.id,
        sentence=reading.report.text[start:end],
        report=claim.report,
        start=start,
        end=end,
    )
