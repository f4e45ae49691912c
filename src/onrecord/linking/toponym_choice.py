"""Which place of a name a report means.

Three rules, in this order (after Leidner 2007, "Toponym Resolution in Text"): a place said to lie
in another ("Boise, Idaho") lies there; a name means the same place throughout a report; of
several places the one is chosen that goes best with the other names of the report (the same
country, the same region, a short way), with where the report was published, and with size.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from onrecord.linking.toponym_evidence import speaks
from onrecord.linking.toponym_spots import Spot
from onrecord.linking.toponym_table import Candidate

_KIND = {"W": 5.0, "C": 3.0, "A": 1.0, "K": 1.0, "B": 0.0, "P": 0.0}
_OTHER_NAME = 1.0  # a name that is not the place's first one costs a factor of ten in size
_RENOWN = 0.7  # names in ten languages make up for a factor of ten in size
_CELL = 2.0  # degrees: the side of the squares in which neighbours are looked for
_COUNTRY, _REGION, _NEAR = 2.0, 2.5, 1.5  # what full support is worth, in powers of ten of size
_ITS_CAPITAL = 2.5  # for the capital of a country that the report names
_SURE = 0.5  # the share of its name from which a country counts as named
_ENOUGH = 1.5  # votes for about full support


@dataclass
class Votes:
    """How many names speak for a thing: each name once, with its greatest weight."""

    total: float = 0.0
    by_name: dict[str, float] = field(default_factory=dict)

    def cast(self, name: str, weight: float) -> None:
        """A name speaks for the thing."""
        before = self.by_name.get(name, 0.0)
        if weight > before:
            self.by_name[name] = weight
            self.total += weight - before

    def of_others(self, name: str) -> float:
        """What all names but one say."""
        return self.total - self.by_name.get(name, 0.0)


@dataclass
class Setting:
    """What a report is about: votes of its names for countries, regions and squares."""

    votes: dict[Hashable, Votes] = field(default_factory=dict)
    named: set[str] = field(default_factory=set)

    def vote(self, name: str, place: Candidate, weight: float) -> None:
        """A name of the report speaks for a place, its region, its country."""
        if place.kind == "C" and place.country and weight > _SURE:
            self.named.add(place.country)
        for thing in _things(place):
            self.votes.setdefault(thing, Votes()).cast(name, weight)

    def support(self, name: str, place: Candidate) -> float:
        """How much the other names of the report speak for a place."""
        total = _COUNTRY * self._of(place.country, name) if place.country else 0.0
        if place.region:
            total += _REGION * self._of((place.country, place.region), name)
        if place.kind in "KPB":
            total += _NEAR * max(self._of(cell, name) for cell in _around(place))
        if place.kind == "K" and place.first and place.country in self.named:
            total += _ITS_CAPITAL
        return total

    def _of(self, thing: Hashable, name: str) -> float:
        votes = self.votes.get(thing)
        return math.tanh(votes.of_others(name) / _ENOUGH) if votes else 0.0


def _things(place: Candidate) -> Iterator[Hashable]:
    if place.country:
        yield place.country
        if place.region:
            yield place.country, place.region
    if place.kind in "KPB":
        yield _cell(place)


def choose(spots: Sequence[Spot], home: Iterable[str]) -> list[Candidate]:
    """For each spot the place that it means, if it means a place.

    `home` are the countries in which the report may have been published.
    """
    told = {
        i: _contained(spot, spots[spot.holder])
        for i, spot in enumerate(spots)
        if spot.holder is not None
    }
    setting = _setting(spots, told, home)
    by_name = dict(_told_names(spots, told))
    for spot in spots:
        if by_name.get(spot.key) not in spot.candidates:
            by_name[spot.key] = best(spot, setting)
    return [told.get(i) or by_name[spot.key] for i, spot in enumerate(spots)]


def best(spot: Spot, setting: Setting) -> Candidate:
    """The candidate with the most in its favour, the first of equals."""
    return max(spot.candidates, key=lambda place: score(spot.key, place, setting))


def score(name: str, place: Candidate, setting: Setting) -> float:
    """What speaks for a place: its size (powers of ten) and kind, and the rest of the report."""
    return prior(place) + setting.support(name, place)


def prior(place: Candidate) -> float:
    """What speaks for a place before anything is read."""
    own = 0.0 if place.first else _OTHER_NAME
    known = _RENOWN * math.log10(place.renown + 1)
    return math.log10(place.population + 1000) + known + _KIND[place.kind] - own


def _setting(spots: Sequence[Spot], told: dict[int, Candidate], home: Iterable[str]) -> Setting:
    setting = Setting()
    for code in home:
        setting.votes.setdefault(code, Votes()).cast("", 1.0)
    for i, spot in enumerate(spots):
        place = told.get(i)
        if place:
            setting.vote(spot.key, place, 1.0)
            continue
        for candidate, share in _shares(spot.candidates) if speaks(spot) else ():
            setting.vote(spot.key, candidate, share)
    return setting


def _shares(candidates: tuple[Candidate, ...]) -> Iterator[tuple[Candidate, float]]:
    weights = [10 ** (prior(place) / 2) for place in candidates]
    total = math.fsum(weights)
    return zip(candidates, (weight / total for weight in weights), strict=True)


def _told_names(
    spots: Sequence[Spot], told: dict[int, Candidate]
) -> Iterator[tuple[str, Candidate]]:
    votes: dict[str, Counter[Candidate]] = defaultdict(Counter)
    for i, place in told.items():
        votes[spots[i].key][place] += 1
    for name, places in votes.items():
        yield name, places.most_common(1)[0][0]


def _contained(spot: Spot, holder: Spot) -> Candidate:
    inside = [p for p in spot.candidates if any(map(p.lies_in, holder.candidates))]
    return max(inside, key=prior)


def _cell(place: Candidate) -> tuple[int, int]:
    return int(place.latitude // _CELL), int(place.longitude // _CELL)


def _around(place: Candidate) -> Iterator[tuple[int, int]]:
    row, column = _cell(place)
    for i in (-1, 0, 1):
        for j in (-1, 0, 1):
            yield row + i, column + j
