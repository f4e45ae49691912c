"""What waits for an analyst, the most pressing first."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal, get_args

from onrecord.model import Kind
from onrecord.record import Claim, Doubt, Record
from onrecord.record.facts import rejected
from onrecord.record.rulings import Orphan

Reason = Literal["changed", "contradicted", "ambiguous", "uncertain", "unapproved", "new"]

_ORDER: tuple[Reason, ...] = get_args(Reason)
_SURE = 0.7  # confidence from which a reading is not uncertain
_SUPPORT = frozenset(("accept", "correct", "merge", "split"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A fact to look at, and why; the steps that were read from an event go with it.

    `against` are the ids of facts that contradict it, `rivals` those of facts that it may be one
    with, `because` what speaks for and against that. An item without claims is a decision about
    something that no report is read to say any more: `orphan` has it.
    """

    id: str
    kind: Kind
    reasons: tuple[Reason, ...]
    claims: tuple[Claim, ...]
    against: tuple[str, ...] = ()
    rivals: tuple[str, ...] = ()
    because: str | None = None
    orphan: Orphan | None = None


def queue(record: Record, *, author: str | None = None, approvals: int = 1) -> tuple[Item, ...]:
    """The facts that nobody has decided on, or that have to be looked at again.

    Changed are those that a newer engine reads differently than when they were decided on, with
    the decisions that are about nothing any more; uncertain those of low confidence or inferred
    date; contradicted those of which another fact says something else, until one of both is
    accepted; ambiguous the events that fit several others equally well, and the actors that may be
    one with others. Every decision needs `approvals` different authors; what `author` has already
    decided on does not wait for `author`.
    """
    facts = _facts(record, author, approvals)
    found = [*_orphaned(record), *facts, *_actors(record, author, approvals)]
    return tuple(sorted(found, key=lambda item: _place(record, item)))


def _facts(record: Record, author: str | None, approvals: int) -> Iterator[Item]:
    against = _against(record)
    rivals = {event.id: event.rivals for event in record.happenings if event.rivals}
    facts = [
        *(event.claims for event in record.happenings),
        *(number.claims for number in record.numbers),
        *(saying.claims for saying in record.sayings),
        *(office.claims for office in record.offices),
    ]
    for claims in facts:
        others = against.get(claims[0].id, ())
        by = {d.author for d in record.rulings.about(claims) if d.action in _SUPPORT}
        waits = len(by) < approvals and author not in by
        torn = rivals.get(claims[0].id, ()) if waits else ()
        reasons = tuple(_reasons(record, claims, others, torn, waits=waits, seen=bool(by)))
        if reasons:
            yield Item(
                id=claims[0].id,
                kind=claims[0].kind,
                reasons=reasons,
                claims=claims,
                against=others,
                rivals=torn,
                because="fits several events equally well" if torn else None,
            )
    for claims in rejected(record):
        by = {d.author for d in record.rulings.about(claims) if d.action == "reject"}
        moved = any(claim.id in record.rulings.moved for claim in claims)
        if claims[0].kind != "commitment" and author not in by and (moved or len(by) < approvals):
            reason: Reason = "changed" if moved else "unapproved"
            yield Item(id=claims[0].id, kind=claims[0].kind, reasons=(reason,), claims=claims)


def _actors(record: Record, author: str | None, approvals: int) -> Iterator[Item]:
    """The actors that may be one with others."""
    doubts: dict[str, list[Doubt]] = defaultdict(list)
    for doubt in record.who.doubts:
        doubts[doubt.other].append(doubt)
    for key, found in doubts.items():
        claims = record.who.sightings[key]
        by = {d.author for d in record.rulings.about(claims) if d.action == "accept"}
        if len(by) < approvals and author not in by:
            yield Item(
                id=claims[0].id,
                kind="actor",
                reasons=("ambiguous",),
                claims=claims,
                rivals=tuple(record.who.sightings[doubt.one][0].id for doubt in found),
                because="; ".join(dict.fromkeys(doubt.because for doubt in found)),
            )


def _reasons(
    record: Record,
    claims: tuple[Claim, ...],
    against: tuple[str, ...],
    rivals: tuple[str, ...],
    *,
    waits: bool,
    seen: bool,
) -> Iterator[Reason]:
    if any(claim.id in record.rulings.moved for claim in claims):
        yield "changed"
    if against:
        yield "contradicted"
    if rivals:
        yield "ambiguous"
    if waits and seen:
        yield "unapproved"
    elif waits:
        if _is_uncertain(claims):
            yield "uncertain"
        yield "new"


def _is_uncertain(claims: tuple[Claim, ...]) -> bool:
    facts: list[Any] = [claim.fact for claim in claims]
    sure = [getattr(fact, "confidence", 1.0) >= _SURE for fact in facts]
    dates = [date for fact in facts if (date := getattr(fact, "date", None))]
    return not any(sure) or (bool(dates) and all(date.inferred for date in dates))


def _against(record: Record) -> dict[str, tuple[str, ...]]:
    """For each fact of an open contradiction the facts on the other side."""
    found: dict[str, tuple[str, ...]] = {}
    facts = {event.id: event.claims for event in record.happenings}
    facts |= {number.id: number.claims for number in record.numbers}
    for conflict in record.conflicts:
        sides = (conflict.one, conflict.other)
        decided = (d for side in sides for d in record.rulings.about(facts[side]))
        if not any(decision.action == "accept" for decision in decided):
            for one, other in (sides, sides[::-1]):
                found[one] = (*found.get(one, ()), other)
    return found


def _orphaned(record: Record) -> Iterator[Item]:
    """Decisions that have lost all that they were about; a rejected fact may well be gone."""
    for orphan in record.rulings.orphans:
        decision = orphan.decision
        if orphan.now or decision.action == "reject" or record.rulings.heard[decision.id]:
            continue
        kind = orphan.targets[0].kind
        yield Item(id=decision.id, kind=kind, reasons=("changed",), claims=(), orphan=orphan)


def _place(record: Record, item: Item) -> tuple[object, ...]:
    """By the first reason, then the day of publication, then the place in the report."""
    if item.orphan:
        target = item.orphan.targets[0]
        place: tuple[object, ...] = (target.report, target.span, item.id)
    else:
        place = item.claims[0].place
    reading = record.readings.get(str(place[0]))
    published = reading.report.published if reading else None
    return (_ORDER.index(item.reasons[0]), published or "~", *place)
