"""What the reports tell of an actor, gathered for comparison: names, states, offices, company."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from onrecord.model import Actor, ActorKind, Role
from onrecord.record.claims import Claim
from onrecord.record.naming import actor_of, is_office_only, is_proper, with_initials
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


def portraits(
    groups: Iterable[Sequence[Claim]], sightings: Sequence[Claim]
) -> tuple[Portrait, ...]:
    """A portrait for each group, of these and all other `sightings` of the same reports."""
    present: dict[str, set[str]] = defaultdict(set)
    for sighting in sightings:
        present[sighting.report].add(plain(actor_of(sighting).name))
    codes = state_codes(sightings)
    return tuple(_portrait(tuple(group), present, codes) for group in groups)


def state_codes(sightings: Iterable[Claim]) -> dict[str, str]:
    """The plain names of the states on the record and their codes."""
    states = (actor_of(s) for s in sightings if s.type == "state")
    return {plain(state.name): state.country for state in states if state.country}


def office(role: Role, country: str | None, codes: Mapping[str, str]) -> Office:
    """The office that a role is: what it is of by the state's code where it is a state's."""
    of = plain(role.of or "")
    return (plain(role.title), codes.get(of, of) if of else country or "")


def _is_named(actor: Actor) -> bool:
    return actor.kind != "person" or (is_proper(actor.name) and not is_office_only(actor))


def _full_name(actor: Actor) -> str:
    return with_initials(actor) if actor.kind == "person" else actor.name


def _portrait(
    group: tuple[Claim, ...], present: Mapping[str, set[str]], codes: Mapping[str, str]
) -> Portrait:
    actors = [actor_of(sighting) for sighting in group]
    names = frozenset(_full_name(actor) for actor in actors if _is_named(actor))
    reports = frozenset(sighting.report for sighting in group)
    company = {name for report in reports for name in present[report]}
    return Portrait(
        sightings=group,
        names=names,
        kinds=frozenset(actor.kind for actor in actors),
        states=frozenset(actor.country for actor in actors if actor.country),
        offices=frozenset(office(r, a.country, codes) for a in actors for r in a.roles),
        reports=reports,
        company=frozenset(company.difference(plain(actor.name) for actor in actors)),
    )
