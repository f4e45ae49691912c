"""What is asked for: a mission, an actor, a time."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from onrecord.model import Span
from onrecord.record import Party, Record
from onrecord.record.periods import Period
from onrecord.record.plainness import plain

_NEAREST = 3
_LOOKED_AT = 20


class UnknownNameError(LookupError):
    """Nobody on the record answers to the name; `nearest` are the names that come close."""

    def __init__(
        self, kind: Literal["mission", "actor"], words: str, nearest: tuple[str, ...]
    ) -> None:
        super().__init__(f"no {kind} called {words!r} on the record")
        self.nearest = nearest


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """Keys of parties and a time; None stands for all."""

    missions: frozenset[str] | None = None
    actors: frozenset[str] | None = None
    window: Period | None = None

    def at(self, when: Period | None) -> bool:
        """Whether something of that time is asked for; without a date only if no time is."""
        return self.window is None or (when is not None and when.overlaps(self.window))


EVERYTHING = Selection()


def select(
    record: Record,
    *,
    mission: str | None = None,
    actor: str | None = None,
    since: Period | None = None,
    until: Period | None = None,
) -> Selection:
    """The selection for names as people type them and days. Raises `UnknownNameError`."""
    window = None
    if since or until:
        window = Period(since.first if since else date.min, until.last if until else date.max)
    return Selection(
        missions=None if mission is None else keys_of("mission", mission, missions(record)),
        actors=None if actor is None else keys_of("actor", actor, parties(record)),
        window=window,
    )


def parties(record: Record) -> tuple[Party, ...]:
    """All parties of the record by key, those that are merely named included."""
    found = dict(record.who.parties)
    for party in _named(record):
        found.setdefault(party.key, party)
    return tuple(found[key] for key in sorted(found))


def missions(record: Record) -> tuple[Party, ...]:
    """The parties that are missions, or that some fact takes for its mission, by key."""
    known = record.who.parties
    found = {key: party for key, party in known.items() if party.kind == "mission"}
    targets = [line.mission for line in record.ledger]
    targets += [event.mission for event in record.happenings]
    for party in targets:
        if party and party.key not in found:
            found[party.key] = known.get(party.key, party)
    return tuple(found[key] for key in sorted(found))


def keys_of(
    kind: Literal["mission", "actor"], words: str, pool: tuple[Party, ...]
) -> frozenset[str]:
    """The keys of all that answer to the words; where some bear exactly that name, only those.

    Raises `UnknownNameError` where nobody does.
    """
    asked = plain(words)
    exact = {p.key for p in pool if asked in {plain(name) for name in (p.name, *p.aliases)}}
    found = exact or {party.key for party in pool if asked and party.answers_to(words)}
    if not found:
        raise UnknownNameError(kind, words, _nearest(words, pool))
    return frozenset(found)


def _named(record: Record) -> Iterator[Party]:
    for event in record.happenings:
        yield from (*event.actors, *event.recipients, *filter(None, (event.mission,)))
    for line in record.ledger:
        yield from filter(None, (line.party, line.mission, line.beneficiary))
    yield from (saying.speaker for saying in record.sayings if saying.speaker)
    yield from (number.source for number in record.numbers if number.source)


def _nearest(words: str, pool: tuple[Party, ...]) -> tuple[str, ...]:
    """Names that share most with the words; of those that share as much, the most alike."""
    from rapidfuzz import fuzz, process

    known = {name: party.name for party in pool for name in (*party.aliases, party.name)}
    close = process.extract(
        words, sorted(known), scorer=fuzz.WRatio, processor=plain, limit=_LOOKED_AT, score_cutoff=55
    )
    close.sort(key=lambda found: -fuzz.ratio(plain(words), plain(found[0])))
    return tuple(dict.fromkeys(known[name] for name, _, _ in close))[:_NEAREST]


def involves(record: Record, keys: frozenset[str], involved: Iterable[Party | None]) -> bool:
    """Whether one of the parties, or the state that it is an organ of, is among the keys."""
    for party in involved:
        if party is None:
            continue
        if party.key in keys:
            return True
        whole = record.who.whole(party)
        if whole and whole.key in keys:
            return True
    return False


def naming(record: Record, keys: frozenset[str]) -> Callable[[str, Span], bool]:
    """A test whether the words at a span of a report name or stand for one of the parties."""
    known = [record.who.parties[key] for key in keys if key in record.who.parties]
    places = {
        report: [
            Span(*mention)
            for actor in record.readings[report].actors
            if record.who.key(report, actor.id) in keys
            for mention in actor.mentions
        ]
        for report in {report for party in known for report in party.reports}
    }
    return lambda report, span: any(span.covers(place) for place in places.get(report, ()))
