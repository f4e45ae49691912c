"""Events -> what each party undertakes."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from onrecord.events.context import goal, hosts
from onrecord.events.explanation import rule_of
from onrecord.events.gapping import Share, amount, other_dates, other_parties, parts, rest
from onrecord.events.listing import listed
from onrecord.events.undertaking import is_undertaken, may_stop, party
from onrecord.lexicon.frames import frames
from onrecord.model import Amount, Cast, Commitment, Event, Quantity, Ref, Report, Status, Time

_ON_OTHERS = ("requested", "blocked")  # statuses that one party's act gives to another


def find_commitments(
    report: Report,
    events: Sequence[Event],
    cast: Cast,
    quantities: Sequence[Quantity],
    times: Sequence[Time],
) -> tuple[Commitment, ...]:
    """One commitment for each party of each event whose frame or rule sets a status.

    An organ's or an official's act binds its state; a request is put to whom it names; a clause
    without a verb of its own goes on with the last one. What is denied binds nobody.
    """
    found: list[Commitment] = []
    known = hosts(report.text, events, cast)
    for n, event in enumerate(events):
        status = _status(event)
        if status is None or event.certainty == "denied":
            continue
        shares = list(listed(report, event, cast, quantities))
        if _stands(event, status, cast):
            behind = rest(report.text, event, events[n + 1 :], quantities, times)
            amounts = () if event.quantity else parts(report.text, event, quantities)
            shares = [*_shares(event, status, amounts), *shares]
            if behind is not None:
                shares = [*shares, *other_parties(behind, cast), *other_dates(behind)]
        found.extend(_commitments(event, status, shares, known, cast))
    return tuple(found)


def _stands(event: Event, status: Status, cast: Cast) -> bool:
    return is_undertaken(event, status, cast) and (status != "blocked" or may_stop(event, cast))


def _shares(event: Event, status: Status, amounts: Sequence[Quantity]) -> list[Share]:
    """Who is bound: whom a request is put to, who is stopped where that is told, else who acts.

    Each with the event's amount, or with each of several.
    """
    parties = event.recipient if status in _ON_OTHERS else event.actor
    if status == "blocked":
        parties = parties or event.actor
    if not amounts:
        return [Share(ref, event.quantity, event.date) for ref in parties]
    return [Share(ref, amount(q), event.date, q.text) for ref in parties for q in amounts]


def _commitments(
    event: Event, status: Status, shares: Sequence[Share], known: Mapping[str, Ref], cast: Cast
) -> Iterator[Commitment]:
    seen: set[tuple[str, Amount | None]] = set()
    others = {"requested": event.actor, "blocked": ()}.get(status, event.recipient)
    for share in shares:
        bound = party(share.party, cast)
        if bound is None or (bound.name, share.quantity) in seen or _is_served(bound, event, known):
            continue
        seen.add((bound.name, share.quantity))
        yield Commitment(
            party=bound,
            mission=event.mission,
            beneficiary=_beneficiary(event, bound, others, known, cast),
            item=share.item or event.item,
            quantity=share.quantity,
            status=status,
            date=share.date,
            certainty=event.certainty,
            event=event.id,
        )


def _is_served(party: Ref, event: Event, known: Mapping[str, Ref]) -> bool:
    """Whether the party is the mission itself, or the state in which it is."""
    if event.mission is None:
        return False
    host = known.get(event.mission.name)
    return party.name == event.mission.name or (host is not None and party.name == host.name)


@cache
def _statuses() -> dict[str, Status]:
    """Rule or type -> the status that it sets."""
    found: dict[str, Status] = {}
    for frame in frames().values():
        if frame.commitment:
            found[frame.type] = frame.commitment
        for pattern in frame.patterns:
            if pattern.status:
                found[pattern.rule] = pattern.status
    return found


@cache
def binding() -> frozenset[str]:
    """The types that can set a status."""
    rules = _statuses()
    return frozenset(f.type for f in frames().values() if f.commitment) | frozenset(
        f.type for f in frames().values() for p in f.patterns if p.rule in rules
    )


def _status(event: Event) -> Status | None:
    return _statuses().get(rule_of(event)) or _statuses().get(event.type)


def _beneficiary(
    event: Event, party: Ref, others: Sequence[Ref], known: Mapping[str, Ref], cast: Cast
) -> Ref | None:
    """For whom: another party, the state that it goes to, or the one that the mission is in."""
    for ref in others:
        if ref.name != party.name and not _is_mission(ref, cast):
            return ref
    ways = (goal(event, cast), known.get(event.mission.name) if event.mission else None)
    return next((ref for ref in ways if ref and ref.name != party.name), None)


def _is_mission(ref: Ref, cast: Cast) -> bool:
    return ref.actor is not None and cast.actor(ref.actor).kind == "mission"
