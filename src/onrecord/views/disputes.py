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

    def continues(self, earlier: "_Dispute") -> bool:
        """Whether both sides go on with a side of the earlier one each."""
        one, other = _ids(self.one), _ids(self.other)
        left, right = _ids(earlier.one), _ids(earlier.other)
        return bool((one & left and other & right) or (one & right and other & left))


def disputes(
    before: Record, after: Record, then: Selection | None, now: Selection
) -> Iterator[Change]:
    """The changes among the contradictions that are asked for."""
    old = list(_disputes(before, then)) if then else []
    new = list(_disputes(after, now))
    for dispute in new:
        last = next((was for was in old if dispute.continues(was)), None)
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
    for dispute in old:
        if not any(later.continues(dispute) for later in new):
            made = _cause(before, after, (dispute.one, dispute.other))
            yield made.change(
                after, "solution", what=dispute.row.about, before=dispute.sides,
                id=dispute.row.one,
            )  # fmt: skip


def _disputes(record: Record, selection: Selection) -> Iterator[_Dispute]:
    facts = facts_of(record)
    for row in conflicts(record, selection):
        yield _Dispute(row, facts[row.one], facts[row.other])


def _ids(claims: Iterable[Claim]) -> set[str]:
    return {claim.id for claim in claims}


def _cause(before: Record, after: Record, sides: tuple[tuple[Claim, ...], ...]) -> Cause:
    """The decision that made the difference, else the reports that were not there before."""
    claims = [claim for side in sides for claim in side]
    by_decision = decided(before, after, claims)
    if by_decision:
        return by_decision
    came = [claim for claim in claims if claim.id not in before.claims]
    return reported(after, came or claims)
