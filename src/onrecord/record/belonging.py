"""Which mission a step belongs to that names none."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from onrecord.model import Commitment
from onrecord.record.claims import Claim
from onrecord.record.comparing import Scene
from onrecord.record.happenings import Happening
from onrecord.record.identity import Party
from onrecord.record.periods import Period, period
from onrecord.record.tellings import standing

_FOUNDING = frozenset(("AUTHORISE", "EXTEND", "DEPLOY"))
_LATEST = date.max


@dataclass(frozen=True, slots=True)
class Missions:
    """What the record knows of its missions.

    `hosts` has for each state the missions that work for it, `seats` for each mission the states
    that it is set up for or deployed in, `since` the first day that is told of it, `until` the
    last one on which it may have ended, if it is told to have, `members` the parties that some
    step names with it.
    """

    scene: Scene
    parties: dict[str, Party] = field(default_factory=dict)
    hosts: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    seats: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    since: dict[str, date] = field(default_factory=dict)
    until: dict[str, date] = field(default_factory=dict)
    members: set[tuple[str, str]] = field(default_factory=set)

    def of(
        self, claim: Claim, party: Party, beneficiary: Party | None, when: Period | None
    ) -> Party | None:
        """The mission of a step that names none; None where it may be another, or none at all.

        With a beneficiary it is the only mission that works for that state. Without one it is
        the only mission that the report speaks of, or that works for the states that it is
        about, if the party is told to take part in it, or if the step is dated in its time.
        """
        told = when or period(self.scene.readings[claim.report].report.published)
        if beneficiary is not None:
            whole = self.scene.who.whole(beneficiary) or beneficiary
            return self._single(self.hosts.get(whole.key, set()), told)
        found = self.scene.missions((claim,))
        own = self._single(found, told)
        if own is None and not found:
            states = self.scene.about(claim.report) - {party.key}
            own = self._single({key for state in states for key in self.hosts.get(state, ())}, told)
        elif own and when:
            return own
        return own if own and (party.key, own.key) in self.members else None

    def _single(self, keys: Iterable[str], when: Period | None) -> Party | None:
        """The only one of them that was known on the last of these days and not over before."""
        first, last = when or (date.min, _LATEST)
        begun = (key for key in keys if self.since.get(key, date.min) <= last)
        alive = [key for key in begun if first <= self.until.get(key, _LATEST)]
        return self.parties.get(alive[0]) if len(alive) == 1 else None


def missions_of(claims: Iterable[Claim], events: Iterable[Happening], scene: Scene) -> Missions:
    """What events and steps tell of missions and of the states that they work for."""
    known = Missions(scene)
    for event in events:
        if event.mission:
            known.parties[event.mission.key] = event.mission
            _begin(known, event.mission, event.period)
            if event.type == "END" and event.period and standing(event.certainty) == "done":
                known.until[event.mission.key] = max(
                    event.period.last, known.until.get(event.mission.key, date.min)
                )
            if event.type in _FOUNDING:
                states = {scene.country(claim.report, event.place) for claim in event.claims}
                keys = {scene.who.state(code) for code in states if code}
                keys |= {party.key for party in event.recipients if party.kind == "state"}
                for key in keys - {None} - {party.key for party in event.actors}:
                    known.hosts[str(key)].add(event.mission.key)
                    known.seats[event.mission.key].add(str(key))
    for claim in claims:
        if isinstance(claim.fact, Commitment):
            _learn(known, claim, claim.fact)
    return known


def _begin(known: Missions, mission: Party, when: Period | None) -> None:
    if when:
        known.since[mission.key] = min(known.since.get(mission.key, _LATEST), when.first)


def _learn(known: Missions, claim: Claim, step: Commitment) -> None:
    who = known.scene.who
    if step.mission is None:
        return
    mission = who.of(claim.report, step.mission)
    known.parties[mission.key] = mission
    _begin(known, mission, period(step.date.edtf) if step.date else None)
    if step.party:
        known.members.add((who.of(claim.report, step.party).key, mission.key))
    if step.beneficiary:
        known.hosts[who.of(claim.report, step.beneficiary).key].add(mission.key)
