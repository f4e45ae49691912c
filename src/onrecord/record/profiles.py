"""The profile of a mission: who leads it, where it works, who commands it, how strong it is."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from onrecord.model import Actor, Reading, Span, Status
from onrecord.record.amounts import level
from onrecord.record.belonging import Missions
from onrecord.record.identity import Party
from onrecord.record.ledger import Line
from onrecord.record.periods import Period
from onrecord.record.plainness import plain
from onrecord.record.sayings import Held
from onrecord.record.tellings import standing
from onrecord.record.words import content_words, head

_GIVEN: frozenset[Status] = frozenset(("pledged", "deployed", "delivered"))


@dataclass(frozen=True, slots=True)
class Strength:
    """How many people the ledger has deployed and not withdrawn on a day (EDTF), at least."""

    date: str
    number: int | float


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """What the record has of a mission beside its mandates and contributors.

    `leads` are the states that reports call its leaders, `hosts` those that it works for.
    """

    mission: Party
    leads: tuple[Party, ...]
    hosts: tuple[Party, ...]
    commanders: tuple[Held, ...]
    strength: tuple[Strength, ...]


def profiles(
    missions: Missions, offices: Iterable[Held], ledger: Iterable[Line]
) -> tuple[Profile, ...]:
    """The profiles of all missions, by key."""
    who = missions.scene.who
    known = dict(missions.parties)
    known |= {key: party for key, party in who.parties.items() if party.kind == "mission"}
    leads = _leads(missions)
    commanders, lines = defaultdict(list), defaultdict(list)
    for office in offices:
        if office.role.of and head(office.role.title) in _commands():
            commanders[who.named.get(plain(office.role.of))].append(office)
    for line in ledger:
        if line.mission:
            lines[line.mission.key].append(line)
    states = {key: party for key, party in who.parties.items() if party.kind == "state"}
    return tuple(
        Profile(
            mission=known[key],
            leads=tuple(states[state] for state in sorted(leads[key] & states.keys())),
            hosts=tuple(
                states[state]
                for state in sorted(missions.seats[key] & states.keys())
                if state not in leads[key] | _givers(lines[key])
            ),
            commanders=tuple(commanders[key]),
            strength=tuple(_strength(lines[key], missions.until.get(key, date.max))),
        )
        for key in sorted(known)
    )


def _givers(lines: Iterable[Line]) -> set[str]:
    """Keys of those who give the mission something: nobody is host to his own help."""
    return {
        line.party.key for line in lines if any(stage.status in _GIVEN for stage in line.stages)
    }


def _leads(missions: Missions) -> dict[str, set[str]]:
    """For each mission the keys of the states that some text says lead it.

    Where a report tells of several missions, "the Norland-led force" may be any of them.
    """
    found: dict[str, set[str]] = defaultdict(set)
    who = missions.scene.who
    for report, reading in missions.scene.readings.items():
        told = [actor for actor in reading.actors if actor.kind == "mission"]
        if len(told) == 1:
            states = (actor for actor in reading.actors if actor.kind == "state")
            leads = who.keys(report, (s for s in states if _leads_it(s, told[0], reading)))
            for key in who.keys(report, told):
                found[key] |= leads
    return found


def _leads_it(state: Actor, mission: Actor, reading: Reading) -> bool:
    """Whether some mention of the state says so by the words behind it: "Norland-led mission"."""
    text = reading.report.text
    for leader in (Span(*mention) for mention in state.mentions):
        for led in (Span(*mention) for mention in mission.mentions):
            end = led.start if led.start >= leader.end else led.end
            if _leading().fullmatch(text[leader.end : end]):
                return True
    return False


def _strength(lines: Iterable[Line], until: date) -> Iterator[Strength]:
    """The sum over the contributors after each day on which one of them changes it.

    What is told of a later day than `until` is no step of the mission, which has ended.
    """
    changes: dict[Period, list[tuple[str, int | float]]] = defaultdict(list)
    dates: dict[Period, str] = {}
    for line in lines:
        for when, told, number in _levels(line):
            changes[when].append((line.party.key, number))
            dates[when] = told
    now: dict[str, int | float] = {}
    for when in sorted(when for when in changes if when.first <= until):
        now.update(changes[when])
        yield Strength(dates[when], sum(now.values()))


def _levels(line: Line) -> Iterator[tuple[Period, str, int | float]]:
    """After each dated step how many people of a party are there."""
    now: int | float = 0
    for stage in line.stages:
        number = level(stage.total or stage.quantity)
        unit = stage.quantity.unit if stage.quantity else None
        people = number is not None and (not unit or head(unit) in _people())
        if standing(stage.certainty) != "done" or not stage.period or not stage.date:
            continue
        if stage.period.first == date.min or not stage.date.edtf:
            continue
        if stage.status == "deployed" and people and number is not None:
            now = number if stage.total else now or number
            yield stage.period, stage.date.edtf, now
        elif stage.status == "withdrawn" and now:
            now = max(0, now - number) if people and number is not None else 0
            yield stage.period, stage.date.edtf, now


@cache
def _leading() -> re.Pattern[str]:
    from onrecord.lexicon.tables import words

    phrases = "|".join(map(re.escape, words("measures", "leading")))
    return re.compile(rf"(?:{phrases})(?: \S+){{0,3}} ?")


@cache
def _commands() -> frozenset[str]:
    from onrecord.lexicon.tables import words

    return frozenset(map(head, words("measures", "commanders")))


@cache
def _people() -> frozenset[str]:
    from onrecord.lexicon.tables import table

    return content_words(table("measures")["people"])
