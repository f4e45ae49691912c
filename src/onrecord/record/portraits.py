"""What the reports tell of an actor, gathered for comparison: names, states, offices, company."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from onrecord.model import Actor, ActorKind, Reading, Role
from onrecord.record.claims import Claim
from onrecord.record.naming import actor_of, is_office_only, is_proper, with_initials
from onrecord.record.periods import Period, period
from onrecord.record.plainness import plain

Office = tuple[str, str]
"""The plain title, and what it is of: the code of a state, a plain name, or ""."""


@dataclass(frozen=True)
class Portrait:
    """All sightings of one name, or of names that reports declare to be one.

    `names` are proper ones; `states` are codes; `company` are the names of the other actors in the
    same reports.
    """

    sightings: tuple[Claim, ...]
    names: frozenset[str]
    kinds: frozenset[ActorKind]
    states: frozenset[str]
    offices: frozenset[Office]
    reports: frozenset[str]
    company: frozenset[str]

    @cached_property
    def is_person(self) -> bool:
        """Whether it is of a person."""
        return "person" in self.kinds

    @cached_property
    def order(self) -> tuple[int, int, list[str]]:
        """The longest name first, then the one with a state: what is told best leads."""
        words = max((len(plain(name).split()) for name in self.names), default=0)
        return (-words, -len(self.states), sorted(self.names))


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What is looked at around the sightings of an actor, by report or of the whole record.

    `present` are the plain names of all whom a report names, `days` the days on which reports were
    published, `codes` the plain names of the states on the record and their codes.
    """

    present: Mapping[str, Collection[str]]
    days: Mapping[str, Period | None]
    codes: Mapping[str, str]


def surroundings(sightings: Iterable[Claim], readings: Mapping[str, Reading]) -> Surroundings:
    """What all sightings and their readings tell of each other."""
    present: dict[str, set[str]] = defaultdict(set)
    codes: dict[str, str] = {}
    for sighting in sightings:
        actor = actor_of(sighting)
        present[sighting.report].add(plain(actor.name))
        if actor.kind == "state" and actor.country:
            codes[plain(actor.name)] = actor.country
    days = {key: period(reading.report.published) for key, reading in readings.items()}
    return Surroundings(present, days, codes)


def portraits(groups: Iterable[Sequence[Claim]], around: Surroundings) -> tuple[Portrait, ...]:
    """A portrait for each group of sightings."""
    return tuple(_portrait(tuple(group), around) for group in groups)


def office(role: Role, country: str | None, codes: Mapping[str, str]) -> Office:
    """The office that a role is: what it is of by the state's code where it is a state's."""
    of = plain(role.of or "")
    return (plain(role.title), codes.get(of, of) if of else country or "")


def proper_name(actor: Actor) -> str | None:
    """The full name of an actor, that of a person with initials; None where it is an office."""
    if actor.kind != "person":
        return actor.name
    return with_initials(actor) if is_proper(actor.name) and not is_office_only(actor) else None


def _portrait(group: tuple[Claim, ...], around: Surroundings) -> Portrait:
    actors = [actor_of(sighting) for sighting in group]
    names = frozenset(name for actor in actors if (name := proper_name(actor)))
    reports = frozenset(sighting.report for sighting in group)
    company = {name for report in reports for name in around.present[report]}
    return Portrait(
        sightings=group,
        names=names,
        kinds=frozenset(actor.kind for actor in actors),
        states=frozenset(actor.country for actor in actors if actor.country),
        offices=frozenset(office(r, a.country, around.codes) for a in actors for r in a.roles),
        reports=reports,
        company=frozenset(company.difference(plain(actor.name) for actor in actors)),
    )
