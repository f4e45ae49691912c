"""What is known around facts when they are compared: texts, days, places, families."""

from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache, partial
from itertools import combinations
from typing import Protocol, TypeVar

from onrecord.model import Reading, Report, Span
from onrecord.record.affairs import names_in
from onrecord.record.claims import Claim
from onrecord.record.copies import body
from onrecord.record.identity import Identities
from onrecord.record.memory import FORGETFUL, Memory
from onrecord.record.periods import Period, period
from onrecord.record.words import content_words


class _Fact(Protocol):
    @property
    def id(self) -> str: ...

    @property
    def claims(self) -> tuple[Claim, ...]: ...


F = TypeVar("F", bound=_Fact)


class Setting(Protocol):
    """As much as has to be known around claims to tell which of them are of one event."""

    @property
    def who(self) -> Identities:
        """Who is who, at least in their reports."""

    @property
    def memory(self) -> Memory:
        """What earlier folds worked out."""

    def day(self, report: str) -> Period | None:
        """The day on which a report was published; None where it is not known."""

    def affair(self, report: str) -> frozenset[str]:
        """The names that tell what a report is about: those in the text that it is a copy of."""


@dataclass(frozen=True)
class Scene:
    """The readings with what was found out about them; `families` is that of `copies`."""

    readings: dict[str, Reading]
    who: Identities
    families: dict[str, str]
    memory: Memory = FORGETFUL

    def published(self, claims: Iterable[Claim]) -> tuple[str, str] | None:
        """The first and the last day on which a fact was published; None where no day is known."""
        days = [self.readings[claim.report].report.published for claim in claims]
        known = sorted(day for day in days if day)
        return (known[0], known[-1]) if known else None

    def day(self, report: str) -> Period | None:
        """As in `Setting`."""
        return self._days[report]

    def affair(self, report: str) -> frozenset[str]:
        """As in `Setting`."""
        return self._affairs[self.families[report]]

    def country(self, report: str, name: str | None) -> str | None:
        """The state in which a place of that name in that report lies."""
        if name is None:
            return None
        return self._countries.get((report, name)) or self._states.get(name)

    def topics(self, claim: Claim) -> frozenset[str]:
        """The missions of a report and the states that the sentence of a claim names.

        Where it names none, those that the report names at least half as often as any other.
        """
        named = self._named(claim.report, Span(*claim.sentence)) or self.foremost(claim.report)
        return self._missions[claim.report] | named

    def foremost(self, report: str) -> frozenset[str]:
        """The states that a report names at least half as often as any other."""
        return self._foremost[report]

    def about(self, report: str) -> frozenset[str]:
        """The states that a report names more than once."""
        actors = self.readings[report].actors
        return self.who.keys(
            report, (a for a in actors if a.kind == "state" and len(a.mentions) > 1)
        )

    def missions(self, claims: Iterable[Claim]) -> frozenset[str]:
        """The missions that the reports of some claims speak of."""
        return frozenset(key for claim in claims for key in self._missions[claim.report])

    def sentence_words(self, claim: Claim) -> frozenset[str]:
        """The content words of the sentence of a claim."""
        return content_words(Span(*claim.sentence).of(self.readings[claim.report].report.text))

    def _named(self, report: str, sentence: Span) -> frozenset[str]:
        reading = self.readings[report]
        inside = (
            actor
            for actor in reading.actors
            if actor.kind == "state"
            if any(sentence.covers(Span(*mention)) for mention in actor.mentions)
        )
        named = self.who.keys(report, inside)
        states = {p.country for p in reading.places if sentence.covers(Span(*p.span))}
        keys = (self.who.state(code) for code in states if code)
        return frozenset(named.union(key for key in keys if key))

    @cached_property
    def _foremost(self) -> dict[str, frozenset[str]]:
        found = {}
        for key, reading in self.readings.items():
            states = [actor for actor in reading.actors if actor.kind == "state"]
            most = max((len(actor.mentions) for actor in states), default=0)
            found[key] = self.who.keys(key, (a for a in states if 2 * len(a.mentions) >= most))
        return found

    @cached_property
    def _missions(self) -> dict[str, frozenset[str]]:
        return {
            key: self.who.keys(key, (actor for actor in reading.actors if actor.kind == "mission"))
            for key, reading in self.readings.items()
        }

    @cached_property
    def _days(self) -> dict[str, Period | None]:
        return {key: period(reading.report.published) for key, reading in self.readings.items()}

    @cached_property
    def _affairs(self) -> dict[str, frozenset[str]]:
        found, kept = {}, self.memory.part("affairs")
        for key in sorted(set(self.families.values())):
            report = self.readings[key].report
            found[key] = kept.get(key, report, partial(affair_of, report))
        return found

    @cached_property
    def _countries(self) -> dict[tuple[str, str], str]:
        return {
            (key, place.name): place.country
            for key, reading in self.readings.items()
            for place in reading.places
            if place.country
        }

    @cached_property
    def _states(self) -> dict[str, str]:
        return {
            party.name: party.country
            for party in self.who.parties.values()
            if party.kind == "state" and party.country
        }


def affair_of(report: Report) -> frozenset[str]:
    """The names in the text of a report."""
    return names_in(body(report))


def pairs(blocks: dict[Hashable, list[F]]) -> Iterator[tuple[F, F]]:
    """All pairs of facts that share a block and no report, each once."""
    seen: set[tuple[str, str]] = set()
    for members in blocks.values():
        for one, other in combinations(members, 2):
            key = (one.id, other.id) if one.id < other.id else (other.id, one.id)
            if key not in seen:
                seen.add(key)
                if not _reports(one.claims) & _reports(other.claims):
                    yield one, other


@lru_cache(maxsize=1 << 12)
def _reports(claims: tuple[Claim, ...]) -> frozenset[str]:
    return frozenset(claim.report for claim in claims)
