"""The fold: readings and decisions -> the record."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from onrecord.model import Decision, Reading
from onrecord.record.belonging import missions_of
from onrecord.record.claims import Claim
from onrecord.record.comparing import Scene
from onrecord.record.conflicts import Conflict, conflicts
from onrecord.record.copies import families, independent
from onrecord.record.happenings import Happening, happenings
from onrecord.record.identity import Identities, identify
from onrecord.record.ledger import Line, ledger
from onrecord.record.mandates import Mandate, mandates
from onrecord.record.profiles import Profile, profiles
from onrecord.record.rulings import Rulings, rule
from onrecord.record.sayings import Held, Number, Saying, numbers, offices, sayings
from onrecord.record.settlement import settled
from onrecord.record.sightings import told_by


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


def fold(readings: Iterable[Reading], decisions: Iterable[Decision] = ()) -> Record:
    """The record of these readings and decisions: the same in any order, under any repetition.

    Two readings of one report (the same id) count once; of different ones the same one is
    taken whichever comes first.
    """
    by_id: dict[str, Reading] = {}
    for reading in readings:
        known = by_id.setdefault(reading.report.id, reading)
        if known != reading:
            by_id[reading.report.id] = min(known, reading, key=repr)
    ordered = [by_id[key] for key in sorted(by_id)]
    claims: dict[str, list[Claim]] = defaultdict(list)
    told = (claim for reading in ordered for claim in told_by(reading))
    standing, rulings = rule(told, decisions)
    for claim in standing:
        claims[claim.kind].append(claim)
    by_report = {reading.report.id: reading for reading in ordered}
    who = identify(claims.pop("actor", ()), by_report, rulings.ties)
    copied = families(reading.report for reading in ordered)
    scene = Scene(by_report, who, copied)
    events = happenings(claims["event"], scene, rulings.ties)
    figures = numbers(claims["figure"], who, rulings.ties)
    missions = missions_of(claims["commitment"], events, scene)
    lines = ledger(claims["commitment"], missions, rulings.ties)
    held = offices(claims["role"], who, rulings.ties)
    return Record(
        readings=by_report,
        claims={claim.id: claim for found in claims.values() for claim in found},
        who=who,
        happenings=events,
        ledger=lines,
        mandates=mandates(events, scene),
        profiles=profiles(missions, held, lines),
        numbers=figures,
        sayings=sayings(claims["statement"], who, by_report, rulings.ties),
        offices=held,
        conflicts=settled(conflicts(events, figures, scene), (*events, *figures), rulings),
        families=copied,
        rulings=rulings,
    )
