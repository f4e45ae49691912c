"""Facts by the ids of their claims."""

from collections import defaultdict

from onrecord.record.claims import Claim
from onrecord.record.fold import Record


class NoFactError(LookupError):
    """No fact, or more than one, has an id that begins so; `ids` are those that do."""

    def __init__(self, prefix: str, ids: tuple[str, ...]) -> None:
        found = f"{len(ids)} facts have ids that begin" if ids else "no fact has an id that begins"
        super().__init__(f"{found} with {prefix!r}")
        self.ids = ids


def fact_of(record: Record, prefix: str) -> tuple[Claim, ...]:
    """The claims of the fact whose id, or the id of one of its claims, begins with `prefix`.

    The best claim comes first. Raises `NoFactError` where there is none, or more than one.
    """
    facts = facts_of(record)
    found = sorted({facts[claim][0].id for claim in facts if prefix and claim.startswith(prefix)})
    if len(found) != 1:
        raise NoFactError(prefix, tuple(found))
    return facts[found[0]]


def facts_of(record: Record) -> dict[str, tuple[Claim, ...]]:
    """For each claim all claims of the fact that it is part of, rejected ones included."""
    merged = [
        *(event.claims for event in record.happenings),
        *(stage.claims for line in record.ledger for stage in line.stages),
        *(number.claims for number in record.numbers),
        *(saying.claims for saying in record.sayings),
        *(office.claims for office in record.offices),
        *record.who.sightings.values(),
        *rejected(record),
    ]
    alone = {key: (claim,) for key, claim in record.claims.items()}
    return alone | {claim.id: claims for claims in merged for claim in claims}


def rejected(record: Record) -> tuple[tuple[Claim, ...], ...]:
    """The facts that are off the record, by kind and by the decisions that took them off it."""
    facts: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for key, claim in record.rulings.rejected.items():
        by = [d.id for d in record.rulings.on[key] if d.action in {"reject", "correct"}]
        facts[claim.kind, by[-1]].append(claim)
    return tuple(tuple(claims) for _, claims in sorted(facts.items()))
