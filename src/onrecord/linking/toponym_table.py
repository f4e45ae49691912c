"""Which places go by a name: the generated table, the parts of the world, names of states."""

import gzip
from dataclasses import dataclass
from functools import cache, lru_cache

from onrecord.lexicon import table
from onrecord.lexicon.tables import GAZETTEER, topmost
from onrecord.linking import states
from onrecord.linking.toponym_names import key

_NAMES_OF_STATES = frozenset({"state", "territory"})
_NAMES_OF_PEOPLES = frozenset({"demonym", "people"})


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place that a name may mean.

    `kind` is "C" country, "A" first-order region, "B" county, "K" capital, "P" town or "W" part
    of the world; `region` the first-order region's code within the country; `renown` the number of
    names that a town has in all languages; `first` tells whether the name is the place's first one.
    """

    kind: str
    name: str
    geonames: int | None
    latitude: float
    longitude: float
    country: str | None
    region: str | None
    population: int
    renown: int
    first: bool = True

    def lies_in(self, other: "Candidate") -> bool:
        """Whether the other place is the country or the region that this one lies in."""
        if self.country is None or self.country != other.country:
            return False
        if other.kind == "C":
            return self.kind != "C"
        return other.kind == "A" and self.kind not in "AC" and self.region == other.region


@lru_cache(maxsize=4096)
def named(name: str) -> tuple[Candidate, ...]:
    """The places whose key is `name`, parts of the world first, then countries, then by size."""
    cells = _lines().get(name, "")
    found = tuple(map(_candidate, cells.split("\t"))) if cells else ()
    return _parts().get(name, ()) + found


@cache
def country(code: str) -> tuple[Candidate, ...]:
    """The country of an ISO 3166-1 alpha-2 code; empty for an unknown one."""
    return named(f"={code.casefold()}")


@cache
def states_by_name() -> dict[str, tuple[str, bool]]:
    """Names of states as written -> code, and whether the name is their people's."""
    found: dict[str, tuple[str, bool]] = {}
    for name, entry in states.entries():
        if entry.country and entry.sort in _NAMES_OF_STATES | _NAMES_OF_PEOPLES:
            found.setdefault(name, (entry.country, entry.sort in _NAMES_OF_PEOPLES))
    return found


@cache
def states_by_key() -> dict[str, tuple[str, bool]]:
    """The same by key, without names in capitals such as "US", which only match as written."""
    found: dict[str, tuple[str, bool]] = {}
    for name, value in states_by_name().items():
        if not name.isupper():
            found.setdefault(key(name), value)
    return found


@cache
def short_forms() -> dict[str, Candidate]:
    """Short forms of regions as written ("Calif.", and "CA" where a federation has codes)."""
    data, found = table("toponyms"), {}
    for line in data["short"]:
        form, name, code = line.split(" | ")
        for place in named(key(name)):
            if place.country == code and place.kind == "A":
                found[form] = place
                if code in data["coded"] and place.region:
                    found[place.region] = place
    return found


@cache
def longest() -> dict[str, int]:
    """How many words the longest name has that starts with a word (in its looked-up form)."""
    found: dict[str, int] = {}
    written = (name.replace(".", " ") for name in (*states_by_name(), *short_forms()))
    for name in (*_lines(), *_parts(), *states_by_key(), *map(key, written)):
        first, words = name.partition(" ")[0], name.count(" ") + 1
        if words > found.get(first, 0):
            found[first] = words
    return found


@cache
def _lines() -> dict[str, str]:
    text = gzip.decompress(topmost(GAZETTEER).read_bytes()).decode()
    return dict([line.split("\t", 1) for line in text.split("\n") if "\t" in line])


def _candidate(cell: str) -> Candidate:
    kind, number, latitude, longitude, code, region, people, renown, name = cell.split("|")
    return Candidate(
        kind[-1],
        name,
        int(number) if number else None,
        float(latitude),
        float(longitude),
        code or None,
        region or None,
        int(people),
        int(renown),
        first=not kind.startswith("-"),
    )


@cache
def _parts() -> dict[str, tuple[Candidate, ...]]:
    found: dict[str, tuple[Candidate, ...]] = {}
    for line in table("toponyms")["parts"]:
        name, where, number, code, *others = line.split(" | ")
        latitude, longitude = map(float, where.split(","))
        place = Candidate(
            "W",
            name,
            None if number == "?" else int(number),
            latitude,
            longitude,
            None if code == "?" else code,
            None,
            0,
            0,
        )
        for word in (name, *(other for part in others for other in part.split("; "))):
            found[key(word)] = (*found.get(key(word), ()), place)
    return found
