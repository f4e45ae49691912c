"""The ledger: what each party undertook for a mission or a beneficiary, stage by stage."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from onrecord.model import Amount, Certainty, Commitment, Span, Status, When
from onrecord.record.amounts import agree, equal
from onrecord.record.claims import Claim
from onrecord.record.groups import APART, Likeness, group
from onrecord.record.happenings import standing
from onrecord.record.identity import Identities, Party
from onrecord.record.periods import Period, period
from onrecord.record.words import content_words

ORDER: tuple[Status, ...] = (
    "requested",
    "pledged",
    "approved",
    "agreed",
    "deployed",
    "delivered",
    "blocked",
    "suspended",
    "reduced",
    "rejected",
    "withdrawn",
)

_FAR = 10**9


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """One step of an undertaking, with every claim that tells of it, the best first.

    A step whose certainty is "expected" or "conditional" is announced, not done.
    """

    id: str
    status: Status
    item: str | None
    quantity: Amount | None
    date: When | None
    period: Period | None
    certainty: Certainty
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """All steps of one party towards one mission or beneficiary, in order of time."""

    party: Party
    mission: Party | None
    beneficiary: Party | None
    stages: tuple[Stage, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Step:
    claim: Claim
    what: Commitment
    party: Party
    mission: Party | None
    beneficiary: Party | None
    words: frozenset[str]
    period: Period | None


def ledger(claims: Iterable[Claim], who: Identities) -> tuple[Line, ...]:
    """The lines of the ledger, by party, mission and beneficiary."""
    steps = sorted((step for claim in claims for step in _step(claim, who)), key=_rank)
    missions = _missions_of_beneficiaries(steps)
    lines: dict[tuple[str, str, str], list[_Step]] = defaultdict(list)
    for step in steps:
        lines[_line_key(step, missions)].append(step)
    return tuple(_line(lines[key], missions) for key in sorted(lines))


def _step(claim: Claim, who: Identities) -> Iterator[_Step]:
    what = claim.fact
    if not isinstance(what, Commitment) or what.party is None:
        return
    yield _Step(
        claim=claim,
        what=what,
        party=who.of(claim.report, what.party),
        mission=who.of(claim.report, what.mission) if what.mission else None,
        beneficiary=who.of(claim.report, what.beneficiary) if what.beneficiary else None,
        words=content_words(what.item),
        period=period(what.date.edtf) if what.date else None,
    )


def _rank(step: _Step) -> tuple[object, ...]:
    return (
        step.period.days if step.period else _FAR,
        step.what.quantity is None,
        step.what.item is None,
        step.claim.place,
    )


def _missions_of_beneficiaries(steps: list[_Step]) -> dict[str, Party]:
    """For each beneficiary the mission that works for it, where the record knows just one."""
    seen: dict[str, dict[str, Party]] = defaultdict(dict)
    for step in steps:
        if step.mission and step.beneficiary:
            seen[step.beneficiary.key][step.mission.key] = step.mission
    return {key: next(iter(found.values())) for key, found in seen.items() if len(found) == 1}


def _mission(step: _Step, missions: dict[str, Party]) -> Party | None:
    if step.mission or step.beneficiary is None:
        return step.mission
    return missions.get(step.beneficiary.key)


def _line_key(step: _Step, missions: dict[str, Party]) -> tuple[str, str, str]:
    """A mission is target enough; without one it is the beneficiary that tells lines apart."""
    mission = _mission(step, missions)
    if mission:
        return (step.party.key, mission.key, "")
    return (step.party.key, "", step.beneficiary.key if step.beneficiary else "")


def _line(steps: list[_Step], missions: dict[str, Party]) -> Line:
    stages = [_stage(members) for members in group(steps, _ALIKE)]
    return Line(
        party=steps[0].party,
        mission=_mission(steps[0], missions),
        beneficiary=next((step.beneficiary for step in steps if step.beneficiary), None),
        stages=tuple(sorted(stages, key=_when)),
    )


def _traits(step: _Step) -> tuple[object, ...]:
    amount = step.what.quantity
    return (
        step.what.status,
        standing(step.what.certainty),
        amount and (amount.min, amount.max, amount.approx, amount.unit),
        step.words,
        step.period,
    )


def _place(step: _Step) -> tuple[str, Span]:
    return (step.claim.report, step.claim.sentence)


def _keys(step: _Step) -> Iterator[tuple[object, ...]]:
    """Where a step is found: under its number and the words of its item, if it has any."""
    block = (step.what.status, standing(step.what.certainty))
    yield (*block, "any")
    yield from ((*block, *trait) for trait in _features(step))


def _seek(step: _Step) -> Iterator[tuple[object, ...]]:
    """Steps that share a number or a word, or have no item; one without item seeks everywhere."""
    block = (step.what.status, standing(step.what.certainty))
    if step.words:
        yield (*block, "word", "")
        yield from ((*block, *trait) for trait in _features(step))
    else:
        yield (*block, "any")


def _features(step: _Step) -> Iterator[tuple[object, ...]]:
    amount = step.what.quantity
    if amount:
        yield ("number", amount.min, amount.max)
    yield from (("word", word) for word in step.words or ("",))


def _fit(one: _Step, other: _Step) -> int:
    if not agree(one.what.quantity, other.what.quantity):
        return APART
    left, right = one.words, other.words
    same_quantity = equal(one.what.quantity, other.what.quantity)
    if left and right and not left & right and not same_quantity:
        return APART
    if one.period and other.period:
        if not one.period.overlaps(other.period):
            return APART
        return 8 + 2 * same_quantity + (one.period == other.period)
    return 1 + 2 * same_quantity + 4 * (one.period == other.period)


_ALIKE = Likeness(traits=_traits, place=_place, keys=_keys, seek=_seek, fit=_fit)


def _stage(members: list[_Step]) -> Stage:
    best = members[0]
    certain = [step.what.certainty for step in members]
    return Stage(
        id=best.claim.id,
        status=best.what.status,
        item=next((step.what.item for step in members if step.what.item), None),
        quantity=next((step.what.quantity for step in members if step.what.quantity), None),
        date=best.what.date,
        period=best.period,
        certainty="asserted" if "asserted" in certain else certain[0],
        claims=tuple(step.claim for step in members),
    )


def _when(stage: Stage) -> tuple[int, int, int, str]:
    """In order of time; what has no date comes last, in the order of the stages."""
    first = stage.period.first.toordinal() if stage.period else _FAR
    last = stage.period.last.toordinal() if stage.period else _FAR
    return (first, last, ORDER.index(stage.status), stage.id)
