"""States, their people, other names and seats, from the generated table and the demonyms file."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from onrecord.lexicon import table
from onrecord.lexicon.tables import path
from onrecord.linking.gazetteer import Entry
from onrecord.linking.terms import listed

_SIBILANT = ("s", "sh", "ch", "ese", "z", "x")


@dataclass(frozen=True, slots=True)
class State:
    """A state or territory: ISO 3166-1 alpha-2 code, canonical name, region words."""

    code: str
    name: str
    official: str
    capital: str
    subregion: str
    article: str
    kind: str

    @property
    def in_phrase(self) -> str:
        """The name as it stands after "of": with its article where it takes one."""
        known = table("demonyms")
        article = "the" if self.code in known["with_article"] else self.article
        bare = not article or self.code in known["no_article"]
        return self.name if bare else f"{article} {self.name}"


@cache
def _rows() -> tuple[tuple[str, ...], ...]:
    lines = path("states.tsv").read_text(encoding="utf-8").splitlines()
    return tuple(tuple(line.split("\t")) for line in lines if not line.startswith("#"))


@cache
def states() -> dict[str, State]:
    """Every state and territory by its alpha-2 code."""
    renamed = table("demonyms")["names"]
    return {
        code: State(code, renamed.get(code, name), official, capital, subregion, article, kind)
        for kind, code, _, name, official, capital, subregion, article in _rows()
        if kind != "region"
    }


@cache
def by_name() -> dict[str, State]:
    """Every state and territory by its canonical name."""
    return {state.name: state for state in states().values()}


def of_phrase(name: str) -> str:
    """A name as it stands after "of": "the Netherlands", "Kenya", "African Union"."""
    state = by_name().get(name)
    if state:
        return state.in_phrase
    words = name.split()
    articled = len(words) > 1 and not listed("bodies", "articled").isdisjoint(words)
    return f"the {name}" if articled else name


@cache
def region_words() -> dict[str, frozenset[str]]:
    """Lower-case region adjective ("caribbean") -> the subregions that it may mean."""
    found: dict[str, set[str]] = {}
    for subregion, adjectives in table("demonyms")["regions"].items():
        for word in adjectives.split():
            found.setdefault(word.replace("_", " ").casefold(), set()).add(subregion)
    return {word: frozenset(regions) for word, regions in found.items()}


def entries() -> Iterator[tuple[str, Entry]]:
    """Names, aliases, demonyms, peoples and seats, as a gazetteer takes them."""
    data = table("demonyms")
    for state in states().values():
        sort = "state" if state.kind == "state" else "territory"
        entry = Entry(state.name, "state", sort, state.code)
        for name in (state.name, state.official, *data["aliases"].get(state.code, ())):
            if name:
                yield name, entry
    for kind, code, _, name, *_ in _rows():
        if kind == "state" and name != states()[code].name:
            yield name, Entry(states()[code].name, "state", "state", code)
    yield from _people()
    yield from _seats()


def _people() -> Iterator[tuple[str, Entry]]:
    data = table("demonyms")
    for code, adjectives in data["adjectives"].items():
        name = states()[code].name
        for word in (
            adjectives.replace("_", " ").split()
            if "_" not in adjectives
            else [part.replace("_", " ") for part in adjectives.split()]
        ):
            yield word, Entry(name, "state", "demonym", code)
            if not word.endswith(_SIBILANT):
                yield f"{word}s", Entry(name, "state", "people", code)
    for code, people in data["people"].items():
        for word in people.split():
            yield word.replace("_", " "), Entry(states()[code].name, "state", "people", code)


def _seats() -> Iterator[tuple[str, Entry]]:
    for code, seats in table("demonyms")["seats"].items():
        for seat in seats:
            yield seat, Entry(states()[code].name, "state", "seat", code)
    for state in states().values():
        if state.capital and state.kind == "state" and state.capital != state.name:
            yield state.capital, Entry(state.name, "state", "seat", state.code)
    for kind, code, _, name, *_ in _rows():
        if kind == "region" and code in states():
            yield name, Entry(states()[code].name, "state", "region", code)
