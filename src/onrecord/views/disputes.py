"""Contradictions that have come, gone, or got another side preferred between two days."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from onrecord.record import Claim, Record
from onrecord.record.facts import facts_of
from onrecord.views.change import Cause, Change, decided, reported
from onrecord.views.conflicts import Disagreement, conflicts
from onrecord.views.selection import Selection


@dataclass(frozen=True, slots=True)
class _Dispute:
    """A contradiction with the claims of either side."""

    row: Disagreement
    one: tuple[Claim, ...]
    other: tuple[Claim, ...]

    @property
    def sides(self) -> str:
        """What is said against what: "1,000 officers or 1,100 officers"."""
        return f"{self.row.one_says} or {self.row.other_says}"

    @property
    def better(self) -> str | None:
        """What the side says that has more for it."""
        says = {"one": self.row.one_says, "other": self.row.other_says, None: None}
        return says[self.row.preferred]

    @property
    def pairs(self) -> Iterator[frozenset[str]]:
        """Every claim of one side with every claim of the other."""
        return (frozenset((one.id, other.id)) for one in self.one for other in self.other)


class _Disputes:
    """The contradictions of a day, by the pairs of claims that stand against each other."""

    def __init__(self, disputes: Iterable[_Dispute]) -> None:
        self.all = tuple(disputes)
        self._by_pair = {pair: dispute for dispute in self.all for pair in dispute.pairs}

    def like(self, dispute: _Dispute) -> _Dispute | None:
        """The one that is about the same two claims, whatever else has come to either side."""
        return next((self._by_pair[p] for p in dispute.pairs if p in self._by_pair), None)


def disputes(
    before: Record, after: Record, then: Selection | None, now: Selection
) -> Iterator[Change]:
    """The changes among the contradictions that are asked for."""
    old = _Disputes(_disputes(before, then) if then else ())
    new = _Disputes(_disputes(after, now))
    for dispute in new.all:
        last = old.like(dispute)
        row = dispute.row
        if last is None:
            made = _cause(before, after, (dispute.one, dispute.other))
            yield made.change(after, "contradiction", what=row.about, now=dispute.sides, id=row.one)
        elif last.better != dispute.better and dispute.better:
            found = _cause(before, after, (dispute.one, dispute.other))
            made = Cause(found.date, row.because, found.claim)
            yield made.change(
                after, "preference", what=row.about, before=last.better, now=dispute.better,
                id=row.one,
            )  # fmt: skip
    for dispute in old.all:
        if new.like(dispute) is None:
            made = _cause(before, after, (dispute.one, dispute.other))
            yield made.change(
                after, "solution", what=dispute.row.about, before=dispute.sides,
                id=dispute.row.one,
            )  # fmt: skip


def _disputes(record: Record, selection: Selection) -> Iterator[_Dispute]:
    facts = facts_of(record)
    for row in conflicts(record, selection):
        yield _Dispute(row, facts[row.one], facts[row.other])


def _cause(before: Record, after: Record, sides: tuple[tuple[Claim, ...], ...]) -> Cause:
    """The decision that made the difference, else the reports that were not there before."""
    claims = [claim for side in sides for claim in side]
    by_decision = decided(before, after, claims)
    if by_decision:
        return by_decision
    came = [claim for claim in claims if claim.id not in before.claims]
    return reported(after, came or claims)
