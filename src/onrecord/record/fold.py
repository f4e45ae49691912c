"""The fold: readings and decisions -> the record."""

import gc
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from itertools import chain
from typing import get_args

from onrecord.model import Decision, Kind, Reading
from onrecord.record.belonging import missions_of
from onrecord.record.claims import Claim
from onrecord.record.comparing import Scene
from onrecord.record.conflicts import Conflict, conflicts
from onrecord.record.copies import families, independent
from onrecord.record.happenings import Happening, happenings
from onrecord.record.identity import Identities, identify
from onrecord.record.ledger import Line, ledger
from onrecord.record.mandates import Mandate, mandates
from onrecord.record.memory import FORGETFUL, Memory
from onrecord.record.profiles import Profile, profiles
from onrecord.record.rulings import Rulings, rule
from onrecord.record.sayings import Held, Number, Saying, numbers, offices, sayings
from onrecord.record.settlement import settled
from onrecord.record.sightings import told_by
from onrecord.record.ties import Tie


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """What all readings together say. Every part is in an order of its own, not of coming.

    `claims` are those that stand, as analysts corrected them; `rulings` has what they decided.
    `families` has for each report the one that stands for it and its copies.
    """

    readings: dict[str, Reading]
    claims: dict[str, Claim]
    who: Identities
    happenings: tuple[Happening, ...]
    ledger: tuple[Line, ...]
    mandates: tuple[Mandate, ...]
    profiles: tuple[Profile, ...]
    numbers: tuple[Number, ...]
    sayings: tuple[Saying, ...]
    offices: tuple[Held, ...]
    conflicts: tuple[Conflict, ...]
    families: dict[str, str]
    rulings: Rulings

    def independent(self, claims: Iterable[Claim]) -> int:
        """How many independent sources stand behind claims: copies of one text are one."""
        return independent(self.families, claims)


def fold(
    readings: Iterable[Reading],
    decisions: Iterable[Decision] = (),
    memory: Memory = FORGETFUL,
) -> Record:
    """The record of these readings and decisions: the same in any order, under any repetition.

    Two readings of one report (the same id) count once; of different ones the same one is
    taken whichever comes first. With the memory of an earlier fold, what is as it was then is not
    worked out again; the result is the same.
    """
    with _no_collection():
        return _fold(readings, decisions, memory)


@contextmanager
def _no_collection() -> Iterator[None]:
    """Nothing here refers back to itself: to look for that among so many objects takes long."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def _fold(readings: Iterable[Reading], decisions: Iterable[Decision], memory: Memory) -> Record:
    memory.turn()
    by_report = _by_report(readings)
    told = memory.part("claims")
    standing, rulings = rule(
        chain.from_iterable(
            told.get(key, reading, partial(told_by, reading)) for key, reading in by_report.items()
        ),
        decisions,
    )
    claims = {kind: tuple(c for c in standing if c.kind == kind) for kind in get_args(Kind)}
    del standing  # it takes much memory
    ties = {kind: _ties(claims[kind], rulings.ties) for kind in claims}
    once = memory.once
    who = once(identify, claims["actor"], by_report, ties["actor"], memory)
    copied = once(families, tuple(reading.report for reading in by_report.values()), memory)
    scene = once(Scene, by_report, who, copied, memory)
    events = once(happenings, claims["event"], scene, ties["event"])
    figures = once(numbers, claims["figure"], who, ties["figure"])
    missions = once(missions_of, claims["commitment"], events, scene)
    lines = once(ledger, claims["commitment"], missions, ties["commitment"])
    held = once(offices, claims["role"], who, ties["role"])
    apart = once(conflicts, events, figures, scene)
    said = once(sayings, claims["statement"], who, by_report, ties["statement"])
    return Record(
        readings=by_report,
        claims={c.id: c for kind, told in claims.items() if kind != "actor" for c in told},
        who=who,
        happenings=events,
        ledger=lines,
        mandates=once(mandates, events, scene),
        profiles=once(profiles, missions, held, lines),
        numbers=figures,
        sayings=said,
        offices=held,
        conflicts=settled(apart, (*events, *figures), rulings),
        families=copied,
        rulings=rulings,
    )


def _by_report(readings: Iterable[Reading]) -> dict[str, Reading]:
    """The readings by report id, in its order."""
    found: dict[str, Reading] = {}
    for reading in readings:
        known = found.setdefault(reading.report.id, reading)
        if known != reading:
            found[reading.report.id] = taken((known, reading))
    return {key: found[key] for key in sorted(found)}


def taken(readings: Iterable[Reading]) -> Reading:
    """The one of several readings of a report that counts, whichever comes first."""
    return min(readings, key=repr)


def _ties(claims: Iterable[Claim], ties: Sequence[Tie]) -> tuple[Tie, ...]:
    """Those of the ties that are about some of these claims."""
    ids = {claim.id for claim in claims} if ties else set()
    return tuple(tie for tie in ties if not ids.isdisjoint(tie.claims))
