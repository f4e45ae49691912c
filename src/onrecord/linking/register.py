"""Everything with a name of its own in the lexicon, in one gazetteer."""

from collections.abc import Iterable, Iterator
from functools import cache

from onrecord.lexicon import table
from onrecord.linking import states
from onrecord.linking.gazetteer import Entry, Gazetteer, gazetteer
from onrecord.model import ActorKind


@cache
def register() -> Gazetteer:
    """The gazetteer of all names; states come first where a name is shared."""
    return gazetteer(_entries())


def _entries() -> Iterator[tuple[str, Entry]]:
    yield from states.entries()
    yield from _organs()
    yield from _named("missions", "missions", "mission", "mission")
    yield from _named("bodies", "intergovernmental", "organisation", "body")
    yield from _named("bodies", "charities", "organisation", "body")
    yield from _named("bodies", "media", "organisation", "media")
    yield from _named("groups", "armed", "group", "armed")
    yield from _named("groups", "coalitions", "group", "coalition")
    yield from _named("groups", "peoples", "group", "people group")


def _named(file: str, section: str, kind: ActorKind, sort: str) -> Iterator[tuple[str, Entry]]:
    for line in table(file)[section]:
        yield from _spelt(line, kind, sort, None)


def _organs() -> Iterator[tuple[str, Entry]]:
    data = table("organs")
    for code, lines in data["own"].items():
        for line in lines:
            yield from _spelt(line, "organisation", "organ", code)
    for code, names in data["forces"].items():
        entry = Entry(states.states()[code].name, "state", "force", code)
        for name in names:
            yield name, entry


def _spelt(
    line: str, kind: ActorKind, sort: str, country: str | None
) -> Iterable[tuple[str, Entry]]:
    names = [name.strip() for name in line.split(" | ")]
    entry = Entry(names[0], kind, sort, country)
    return [(name, entry) for name in (*names, *(v for name in names for v in _variants(name)))]


def _variants(name: str) -> tuple[str, ...]:
    """The name with the acronym that it begins with written in other ways."""
    first, _, rest = name.partition(" ")
    return tuple(f"{other} {rest}" for other in _acronyms().get(first, ()) if rest)


@cache
def _acronyms() -> dict[str, tuple[str, ...]]:
    return {key: tuple(others) for key, others in table("bodies")["first_words"].items()}
