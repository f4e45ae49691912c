"""The ledger: what each party undertook for a mission or a beneficiary, stage by stage."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import get_args

from onrecord.model import Amount, Certainty, Commitment, Span, Status, When
from onrecord.record.amounts import agree, equal
from onrecord.record.belonging import Missions
from onrecord.record.claims import Claim, counting
from onrecord.record.comparing import Scene
from onrecord.record.groups import APART, Likeness, group
from onrecord.record.identity import Party
from onrecord.record.mandates import is_mandate
from onrecord.record.periods import Period, period
from onrecord.record.tellings import standing
from onrecord.record.ties import Tie, tied
from onrecord.record.totals import Part, total
from onrecord.record.words import head, item_words

ORDER: tuple[Status, ...] = get_args(Status)
_WAY = ORDER[: ORDER.index("delivered") + 1]
_SUMMED: frozenset[Status] = frozenset(("deployed", "delivered"))
_FAR = 10**9


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """One step of an undertaking, with every claim that tells of it, the best first.

    A step whose certainty is "expected" or "conditional" is announced, not done. `total` is what
    was deployed, or delivered, by then in all, where the step is not the first of its kind.
    """

    id: str
    status: Status
    item: str | None
    quantity: Amount | None
    date: When | None
    period: Period | None
    certainty: Certainty
    claims: tuple[Claim, ...]
    total: Amount | None = None


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
    words: frozenset[str]
    period: Period | None
    party: Party = field(compare=False)
    mission: Party | None = field(compare=False)
    beneficiary: Party | None = field(compare=False)


def ledger(
    claims: Sequence[Claim], missions: Missions, ties: Sequence[Tie] = ()
) -> tuple[Line, ...]:
    """The lines of the ledger, by party, mission and beneficiary; `ties` are analysts' own.

    What an international body approves is a mandate, and no step of a contributor.
    """
    steps = sorted((step for claim in claims for step in _step(claim, missions)), key=_rank)
    lines: dict[tuple[str, str, str], list[_Step]] = defaultdict(list)
    for step in steps:
        lines[_line_key(step)].append(step)
    return tuple(_line(key, lines[key], missions.scene, ties) for key in sorted(lines))


def _step(claim: Claim, missions: Missions) -> Iterator[_Step]:
    what, who = claim.fact, missions.scene.who
    if not isinstance(what, Commitment) or what.party is None:
        return
    party = who.of(claim.report, what.party)
    if is_mandate(party, what.status):
        return
    beneficiary = who.of(claim.report, what.beneficiary) if what.beneficiary else None
    when = period(what.date.edtf) if what.date else None
    named = who.of(claim.report, what.mission) if what.mission else None
    mission = named or missions.of(claim, party, beneficiary, when)
    yield _Step(
        claim=claim,
        what=what,
        party=party,
        mission=mission,
        beneficiary=beneficiary,
        words=item_words(what.item, mission.name if mission else None),
        period=when,
    )


def _rank(step: _Step) -> tuple[object, ...]:
    return (
        step.period.days if step.period else _FAR,
        step.what.quantity is None,
        step.what.item is None,
        step.claim.place,
    )


def _line_key(step: _Step) -> tuple[str, str, str]:
    """A mission is target enough; without one it is the beneficiary that tells lines apart."""
    if step.mission:
        return (step.party.key, step.mission.key, "")
    return (step.party.key, "", step.beneficiary.key if step.beneficiary else "")


def _line(key: tuple[str, str, str], steps: list[_Step], scene: Scene, ties: Sequence[Tie]) -> Line:
    found = group(steps, _ALIKE, scene.memory.past("steps", key))
    groups = tied(found.groups, ties, _name, _rank)
    stages = [_stage(members) for members in groups]
    return Line(
        party=steps[0].party,
        mission=steps[0].mission,
        beneficiary=next((step.beneficiary for step in steps if step.beneficiary), None),
        stages=tuple(_added_up(in_order(stages, scene))),
    )


def _added_up(stages: list[Stage]) -> Iterator[Stage]:
    """With the running totals of what is told as done, dated and counted."""
    parts: dict[Status, list[Part]] = defaultdict(list)
    for stage in stages:
        amount, when = stage.quantity, stage.period
        done = standing(stage.certainty) == "done"
        if stage.status in _SUMMED and amount and when and done:
            parts[stage.status].append((amount, when))
            unit = amount.unit or _only_unit(parts[stage.status])
            yield replace(stage, total=total(parts[stage.status], unit))
        else:
            yield stage


def _only_unit(parts: list[Part]) -> str | None:
    units = {amount.unit for amount, _ in parts if amount.unit}
    return units.pop() if len({head(unit) for unit in units}) == 1 else None


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


def _name(step: _Step) -> str:
    return step.claim.id


_ALIKE = Likeness(name=_name, traits=_traits, place=_place, keys=_keys, seek=_seek, fit=_fit)


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


def in_order(stages: list[Stage], scene: Scene) -> list[Stage]:
    """In order of time. What has no date stands where it was first reported.

    But a step that comes first by its nature, as a pledge before a deployment, stands before the
    first dated one that it leads to. Of two steps of one day the better attested comes first.
    """

    def when(stage: Stage) -> tuple[int, int, int, int, str]:
        rank = ORDER.index(stage.status)
        ends = (stage.period.first, stage.period.last) if stage.period else None
        first, last = map(date.toordinal, ends) if ends else (_told(stage, stages, scene), 0)
        return (first, last, rank, -len(stage.claims), stage.id)

    return sorted(stages, key=when)


def _told(stage: Stage, stages: list[Stage], scene: Scene) -> int:
    """The day by which an undated step was taken."""
    told = scene.published(counting(stage.claims, scene.readings))
    known = date.fromisoformat(told[0]).toordinal() if told else _FAR
    led_to = _WAY[_WAY.index(stage.status) + 1 :] if stage.status in _WAY else ()
    later = (s.period.first.toordinal() for s in stages if s.period and s.status in led_to)
    return min(known, min(later, default=known))
