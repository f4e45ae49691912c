"""Offices without a name ("the interior minister of Norland"): who held them at that time."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from functools import cache

from onrecord.lexicon import table
from onrecord.model import Actor, Role
from onrecord.record.claims import Claim
from onrecord.record.naming import actor_of, is_named_by, is_office_only
from onrecord.record.periods import Period, period
from onrecord.record.plainness import plain
from onrecord.record.portraits import Office, Surroundings, office


def resolved(groups: Iterable[list[Claim]], around: Surroundings) -> list[list[Claim]]:
    """The groups of sightings, with those of an office gone to its only holder at that time.

    Somebody holds an office from the day that it is said to begin until it is said to end; where
    that is not said, for some time around the days of the reports that say so. Where nobody on the
    record held it, or more than one, the office stands for itself.
    """
    found = [list(group) for group in groups]
    offices = [group for group in found if any(is_office_only(actor_of(s)) for s in group)]
    if not offices:
        return found
    terms = _terms(found, around)
    for group in offices:
        told = [(s, _holder(s, terms, around)) for s in group]
        group.clear()
        for sighting, home in told:
            (group if home is None else found[home]).append(sighting)
    return [group for group in found if group]


Terms = Mapping[Office, Sequence[tuple[Period, int]]]


def _terms(groups: Sequence[list[Claim]], around: Surroundings) -> Terms:
    """For each office the times at which a group holds it."""
    found: dict[Office, list[tuple[Period, int]]] = defaultdict(list)
    for number, group in enumerate(groups):
        for sighting in group:
            day = around.days[sighting.report]
            if day:
                for role, held in offices_held(actor_of(sighting), around.codes):
                    found[held].extend((term, number) for term in _term(role, day))
    return found


def offices_held(actor: Actor, codes: Mapping[str, str]) -> Iterator[tuple[Role, Office]]:
    """The roles of a person who is called by a name, each with the office that it is."""
    if actor.kind == "person" and not is_office_only(actor):
        yield from ((role, office(role, actor.country, codes)) for role in actor.roles)


def offices_asked(actor: Actor, codes: Mapping[str, str]) -> frozenset[Office]:
    """The offices whose holder is meant, where that is all that somebody is called by."""
    if not is_office_only(actor):
        return frozenset()
    roles = (role for role in actor.roles if is_named_by(actor, role) and not role.until)
    told = (office(role, actor.country, codes) for role in roles)
    return frozenset((title, of) for title, of in told if of and title in _offices())


def _holder(sighting: Claim, terms: Terms, around: Surroundings) -> int | None:
    day = around.days[sighting.report]
    if day is None:
        return None
    holders = {
        number
        for asked in offices_asked(actor_of(sighting), around.codes)
        for term, number in terms.get(asked, ())
        if term.overlaps(day)
    }
    return next(iter(holders)) if len(holders) == 1 else None


def _term(role: Role, day: Period) -> Iterator[Period]:
    """When somebody holds a role that a report of that day gives them."""
    around = timedelta(days=int(table("identity")["term"]))
    since, until = period(role.since), period(role.until)
    last = until.last if until else _shifted(day.last, around)
    first = since.first if since else _shifted(min(last, day.first), -around)
    if first <= last:
        yield Period(first, last)


def _shifted(day: date, by: timedelta) -> date:
    try:
        return day + by
    except OverflowError:
        return day


@cache
def _offices() -> frozenset[str]:
    """The titles of which one person at a time has one."""
    return frozenset(map(plain, table("titles")["offices"]))
