"""One change of the record, with the sentence that made it."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from onrecord.record import Claim, Record
from onrecord.views.citations import passage
from onrecord.views.dates import in_words
from onrecord.views.summary import count
from onrecord.views.verdicts import in_short

What = Literal[
    "event", "step", "figure", "update", "revision", "contradiction", "preference", "solution",
    "decision",
]  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What is known since a day: `date` is ISO, `because` says why.

    New on the record are an "event", a "step" of an undertaking, a "figure"; an "update" is a
    figure that has another value than its last one, a "revision" a `field` of an event or step
    that further reports tell otherwise; a "contradiction" is new, gone ("solution"), or has more
    for another side ("preference"); a "decision" is an analyst's. The sentence is that of the
    report that made the change, or that was decided on.
    """

    date: str
    change: What
    what: str
    field: str | None = None
    before: str | None = None
    now: str | None = None
    because: str
    id: str
    sentence: str
    report: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Cause:
    """Why something has changed: the day, in words, and the claim that is its evidence."""

    date: str
    because: str
    claim: Claim

    def change(self, record: Record, change: What, **said: str | None) -> Change:
        """A change for this reason."""
        span = passage(self.claim)
        return Change(
            date=self.date,
            change=change,
            because=self.because,
            sentence=span.of(record.readings[self.claim.report].report.text),
            report=self.claim.report,
            start=span.start,
            end=span.end,
            **said,  # type: ignore[arg-type]
        )


def reported(record: Record, claims: Iterable[Claim]) -> Cause:
    """That reports came with these claims: "Coast Gazette, 2 March 2031, and 2 more reports"."""
    told = sorted(claims, key=lambda claim: (_day(record, claim), claim.place))
    first, *others = dict.fromkeys(claim.report for claim in told)
    report = record.readings[first].report
    name = report.publisher or report.title or f"report {first[:8]}"
    words = ", ".join(filter(None, (name, in_words(report.published))))
    more = f", and {count(len(others), 'more report')}" if others else ""
    return Cause(report.published or "", f"{words}{more}", told[0])


def decided(before: Record, after: Record, claims: Iterable[Claim]) -> Cause | None:
    """That analysts have decided on these claims since: the last time counts."""
    claims = tuple(claims)
    old = set(before.rulings.history)
    found = [d for d in after.rulings.about(claims) if d not in old]
    return Cause(found[-1].time[:10], in_short(found[-1]), claims[0]) if found else None


def _day(record: Record, claim: Claim) -> str:
    return record.readings[claim.report].report.published or ""
