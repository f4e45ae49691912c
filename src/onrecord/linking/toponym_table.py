"""Which places go by a name: the generated table, the parts of the world, names of states."""

import gzip
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from onrecord.lexicon import table
from onrecord.lexicon.kept import kept
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
    head, lines = _encoded(f"{name}\t"), _lines()
    start = _first(head)
    if not lines.startswith(head, start):
        return _parts().get(name, ())
    cells = lines[start + len(head) : lines.index(b"\n", start)].decode()
    return _parts().get(name, ()) + tuple(map(_candidate, cells.split("\t")))


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


@lru_cache(maxsize=1 << 16)
def longest(word: str) -> int:
    """How many words the longest name has that starts with a word (in its looked-up form)."""
    begun = _lines()[_first(_encoded(f"{word}\t")) : _first(_encoded(f"{word}!"))]  # "word ..." too
    names = (line.partition(b"\t")[0] for line in begun.split(b"\n")[:-1])
    return max(_longest_of_others().get(word, 0), *(name.count(b" ") + 1 for name in names), 0)


@cache
def _longest_of_others() -> dict[str, int]:
    """The same for names that are not in the generated table."""
    found: dict[str, int] = {}
    written = (name.replace(".", " ") for name in (*states_by_name(), *short_forms()))
    for name in (*_parts(), *states_by_key(), *map(key, written)):
        first, words = name.partition(" ")[0], name.count(" ") + 1
        found[first] = max(words, found.get(first, 0))
    return found


@cache
def _lines() -> bytes:
    """The generated table's lines in the order of their bytes, each with its line break."""
    packed = topmost(GAZETTEER).read_bytes()
    return kept("places", (packed, Path(__file__)), lambda: _sorted(gzip.decompress(packed)))


def _sorted(lines: bytes) -> bytes:
    return b"".join(
        sorted(line + b"\n" for line in lines.split(b"\n") if b"\t" in line and line[:1] != b"#")
    )


def _encoded(words: str) -> bytes:
    return words.encode("utf-8", "surrogatepass")


def _first(head: bytes) -> int:
    """Where the first line begins that does not come before `head`."""
    lines = _lines()
    low, high = 0, len(lines)
    while low < high:
        middle = lines.rfind(b"\n", low, (low + high) // 2) + 1 or low
        if lines[middle : middle + len(head)] < head:
            low = lines.index(b"\n", middle) + 1
        else:
            high = middle
    return low


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
