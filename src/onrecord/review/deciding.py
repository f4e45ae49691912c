"""Decisions on facts of a record, checked and ready to be kept."""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Literal

import msgspec

from onrecord.model import Action, Decision, Target
from onrecord.record import Claim, Record
from onrecord.record.aims import Aims
from onrecord.record.facts import fact_of
from onrecord.record.naming import actor_of, sort_of
from onrecord.record.sightings import told_by
from onrecord.review.values import value_of

Verdict = Literal["accept", "reject", "note"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Signature:
    """Who decides, when, and in which words. `time` is an aware datetime."""

    author: str
    time: datetime
    note: str | None = None


def decide(
    record: Record,
    action: Action,
    ids: Sequence[str],
    by: Signature,
    *,
    field: str | None = None,
    value: str | None = None,
) -> Decision:
    """Any decision: on the fact, facts, claims or decision with these ids, as its own function.

    Raises as that function, and `ValueError` where something is missing or too much.
    """
    if not ids:
        raise ValueError("a decision has to be about something")
    if action == "merge":
        return merge(record, ids, by)
    if action == "split":
        return split(record, ids, by)
    if len(ids) > 1:
        raise ValueError(f"{action} is about one thing at a time")
    if action == "undo":
        return undo(record, ids[0], by)
    if action == "correct":
        if field is None or value is None:
            raise ValueError("a correction needs a field and a value")
        return correct(record, ids[0], field, value, by)
    return judge(record, action, ids[0], by)


def judge(record: Record, action: Verdict, fact: str, by: Signature) -> Decision:
    """Accept or reject a fact, or note something about it.

    Here as in the other functions a fact is named by how its id, or that of a claim of it, begins.
    Raises `NoFactError` for one that is not on the record, `ValueError` for what makes no sense.
    """
    if action == "note" and not by.note:
        raise ValueError("a note needs words")
    return _signed(record, by, action, fact_of(record, fact))


def correct(record: Record, fact: str, field: str, text: str, by: Signature) -> Decision:
    """Correct a field of a fact; `text` as in `value_of`."""
    claims = fact_of(record, fact)
    made = _signed(record, by, "correct", claims)
    return identified(replace(made, field=field, value=value_of(claims[0], field, text)))


def merge(record: Record, facts: Sequence[str], by: Signature) -> Decision:
    """Make several facts of one kind one."""
    found = {claims[0].id: claims for claims in (fact_of(record, fact) for fact in facts)}
    firsts = [claims[0] for claims in found.values()]
    if len(firsts) < 2:  # noqa: PLR2004
        raise ValueError("a merge needs two facts")
    if len({claim.kind for claim in firsts}) > 1:
        raise ValueError("only facts of one kind can be merged")
    if firsts[0].kind in {"event", "commitment"} and len({claim.type for claim in firsts}) > 1:
        raise ValueError("only facts of one type can be merged: correct the type first")
    if firsts[0].kind == "actor" and len({sort_of(actor_of(claim)) for claim in firsts}) > 1:
        raise ValueError("only actors of one sort can be merged: correct the kind first")
    if firsts[0].kind == "commitment" and not _on_one_line(record, set(found)):
        raise ValueError("only steps of one line can be merged: correct party or mission first")
    return _signed(record, by, "merge", [claim for claims in found.values() for claim in claims])


def split(record: Record, claims: Sequence[str], by: Signature) -> Decision:
    """Set some claims of a fact, named by how their ids begin, apart from its other claims.

    Two actors that may be one are kept apart for good when one claim of each is named.
    """
    sides = [fact_of(record, claim) for claim in dict.fromkeys(claims)]
    if len(sides) == 2 and sides[0] != sides[1] and _are_actors(sides):  # noqa: PLR2004
        made = _signed(record, by, "split", sides[0])
        return identified(replace(made, apart=_targets(record, sides[1])))
    whole = fact_of(record, claims[0])
    chosen = [c for c in whole if any(c.id.startswith(prefix) for prefix in claims)]
    strange = [p for p in claims if not any(c.id.startswith(p) for c in whole)]
    if strange:
        raise ValueError(f"not of one fact: {claims[0]} and {strange[0]}")
    apart = [claim for claim in whole if claim not in chosen]
    if not apart:
        raise ValueError("nothing to split: name some of the claims of a fact, not all")
    made = _signed(record, by, "split", chosen)
    return identified(replace(made, apart=_targets(record, apart)))


def undo(record: Record, decision: str, by: Signature) -> Decision:
    """Undo an earlier decision, named by how its id begins."""
    found = [d for d in record.rulings.history if decision and d.id.startswith(decision)]
    if len(found) != 1:
        what = f"{len(found)} decisions have ids" if found else "no decision has an id"
        raise ValueError(f"{what} that begin{'' if found else 's'} with {decision!r}")
    (old,) = found
    if old.id in record.rulings.undone:
        raise ValueError(f"{old.id} is undone already")
    made = _signed(record, by, "undo", ())
    return identified(replace(made, targets=old.targets, apart=old.apart, undoes=old.id))


def _signed(record: Record, by: Signature, action: Action, claims: Iterable[Claim]) -> Decision:
    if not by.author.strip():
        raise ValueError("a decision needs an author")
    return identified(
        Decision(
            id="",
            author=by.author.strip(),
            time=_after(record, by.time),
            action=action,
            targets=_targets(record, claims),
            note=by.note or None,
        )
    )


def identified(decision: Decision) -> Decision:
    """The decision with the id that goes with what it says."""
    digest = hashlib.sha256(msgspec.json.encode(replace(decision, id=""))).hexdigest()
    return replace(decision, id=digest[:16])


def _targets(record: Record, claims: Iterable[Claim]) -> tuple[Target, ...]:
    """Each claim as it was read, whatever it was corrected to."""
    chosen = tuple(claims)
    reports = dict.fromkeys(claim.report for claim in chosen)
    aims = Aims(claim for key in reports for claim in told_by(record.readings[key]))
    return tuple(aims.target(claim.id) for claim in chosen)


def _after(record: Record, time: datetime) -> str:
    """The time in UTC, later than that of every decision before: clocks differ."""
    moment = time.astimezone(UTC)
    if record.rulings.history:
        last = datetime.fromisoformat(record.rulings.history[-1].time)
        moment = max(moment, last + timedelta(microseconds=1))
    return moment.isoformat(timespec="microseconds").replace("+00:00", "Z")


def _are_actors(facts: Iterable[Sequence[Claim]]) -> bool:
    return {claims[0].kind for claims in facts} == {"actor"}


def _on_one_line(record: Record, stages: set[str]) -> bool:
    return any(stages <= {stage.id for stage in line.stages} for line in record.ledger)
