"""Events that several reports tell with numbers, or with days, that cannot both be right."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator
from collections.abc import Set as AbstractSet
from datetime import date
from functools import cache

from onrecord.model import Amount
from onrecord.record.amounts import agree, differ, level
from onrecord.record.comparing import Scene, pairs
from onrecord.record.happenings import Happening
from onrecord.record.identity import Party
from onrecord.record.plainness import plain
from onrecord.record.tellings import standing
from onrecord.record.words import content_words, head, operations

_SAME = 7  # days that the time of an event may be known by, to be compared in its number
_NEAR = 3  # days that two tellings of one act may lie apart
_BUCKET = 4  # days
_SOON = 31  # days in which an act is denied
_HALF = 0.5  # share of the words of the shorter item that the longer one has
_EVIDENCE = 2  # things that two tellings must have in common beside type and time


def numbers_apart(
    events: Iterable[Happening], scene: Scene
) -> Iterator[tuple[Happening, Happening]]:
    """Pairs of one type and time, with compatible parties, whose numbers disagree."""
    blocks: dict[Hashable, list[Happening]] = defaultdict(list)
    for event in events:
        period = event.period
        if period and period.days <= _SAME and event.quantity and event.quantity.unit:
            stands = standing(event.certainty, event.polarity)
            days = range(period.first.toordinal(), period.last.toordinal() + 1)
            for anchor in _anchors(event, scene):
                for day in days:
                    blocks[event.type, stands, head(event.quantity.unit), day, anchor].append(event)
    for one, other in pairs(blocks):
        if not differ(one.quantity, other.quantity) or not _compatible(one, other, scene):
            continue
        if _evidence(one, other, scene) >= _EVIDENCE and not _rising(one, other, scene):
            yield one, other


def dates_apart(events: Iterable[Happening], scene: Scene) -> Iterator[tuple[Happening, Happening]]:
    """Pairs of one act on the same thing that are told with days close to each other."""
    blocks: dict[Hashable, list[Happening]] = defaultdict(list)
    for event in events:
        if event.period and event.period.days == 1 and _once(event):
            bucket = event.period.first.toordinal() // _BUCKET
            for word in content_words(event.item):
                blocks[event.type, word, bucket].append(event)
                blocks[event.type, word, bucket + 1].append(event)
    for one, other in pairs(blocks):
        if _other_day(one, other) and _one_act(one, other, scene):
            yield one, other


def denials(events: Iterable[Happening], scene: Scene) -> Iterator[tuple[Happening, Happening]]:
    """Pairs of one act that one side tells as done and the other as not so."""
    for done, denied in pairs(_facing(tuple(events), scene)):
        if not _is_denied(done, denied, scene) or not agree(done.quantity, denied.quantity):
            continue
        if _compatible(done, denied, scene) and _evidence(done, denied, scene) >= _EVIDENCE:
            yield done, denied


def _facing(events: Iterable[Happening], scene: Scene) -> dict[Hashable, list[Happening]]:
    """What is told as done with what is denied, of one type and with something in common."""
    told: dict[str, list[Happening]] = defaultdict(list)
    for event in events:
        told[standing(event.certainty, event.polarity)].append(event)
    denied: dict[tuple[str, str], list[Happening]] = defaultdict(list)
    for event in told["denied"]:
        for anchor in _anchors(event, scene):
            denied[event.type, anchor].append(event)
    types = {event.type for event in told["denied"]}
    return {
        (done.id, event.id): [done, event]
        for done in told["done"]
        if done.type in types
        for anchor in _anchors(done, scene)
        for event in denied.get((done.type, anchor), ())
    }


def _is_denied(done: Happening, denied: Happening, scene: Scene) -> bool:
    """Whether the denial is of that time; without a date, whether it came soon after."""
    if done.period is None or done.period.days > _SAME:
        return False
    if denied.period:
        return denied.period.days <= _SOON and denied.period.overlaps(done.period)
    told = scene.published(denied.claims)
    days = (date.fromisoformat(told[0]) - done.period.first).days if told else -1
    return 0 <= days <= _SOON


def _once(event: Happening) -> bool:
    """Whether it is told as done, and of a type that does not recur within days."""
    done = standing(event.certainty, event.polarity) == "done"
    return done and event.type not in _types("repeated")


def _other_day(one: Happening, other: Happening) -> bool:
    if one.period is None or other.period is None:
        return False
    return 1 <= abs((one.period.first - other.period.first).days) <= _NEAR


def _one_act(one: Happening, other: Happening, scene: Scene) -> bool:
    left, right = content_words(one.item), content_words(other.item)
    alike = len(left & right) >= _HALF * min(len(left), len(right))
    if not alike or not agree(one.quantity, other.quantity):
        return False
    return _compatible(one, other, scene) and _evidence(one, other, scene) >= _EVIDENCE


def _anchors(event: Happening, scene: Scene) -> set[str]:
    """Parties, states and words: two tellings of one event share at least one."""
    parties = (*event.actors, *event.recipients, *filter(None, (event.mission,)))
    return _wholes(parties, scene) | _states(event, scene) | _words(event)


def _compatible(one: Happening, other: Happening, scene: Scene) -> bool:
    """Whether nothing speaks against it: no other party, mission, state or thing."""
    if one.mission and other.mission and one.mission.key != other.mission.key:
        return False
    if _named(one) and _named(other) and not _common(one.actors, other.actors, scene):
        return False
    if not _meet(_states(one, scene), _states(other, scene)):
        return False
    if not _meet(_wholes(one.recipients, scene), _wholes(other.recipients, scene)):
        return False
    return _meet(_words(one), _words(other))


def _meet(one: AbstractSet[str], other: AbstractSet[str]) -> bool:
    """Whether they share something, or one of them is empty."""
    return not one or not other or bool(one & other)


def _named(event: Happening) -> bool:
    """Whether an actor is told by its name; a group ("gunmen") may be any."""
    return any(party.kind not in {"group", None} for party in event.actors)


def _common(one: Iterable[Party], other: Iterable[Party], scene: Scene) -> bool:
    """Whether two parties are the same, or one is a part of the other."""
    return bool(_wholes(one, scene) & _wholes(other, scene))


def _wholes(parties: Iterable[Party], scene: Scene) -> set[str]:
    found = set()
    for party in parties:
        whole = scene.who.whole(party)
        found |= {party.key, whole.key if whole else party.key}
    return found


def _evidence(one: Happening, other: Happening, scene: Scene) -> int:
    """How much two tellings have in common: actors, day, mission, recipients or state, words."""
    common = _common(one.actors, other.actors, scene)
    count = int(common or _in_item(one, other) or _in_item(other, one))
    count += common and _named(one) and one.period == other.period
    count += bool(one.mission and other.mission)
    where = _states(one, scene) & _states(other, scene)
    count += bool(where or _common(one.recipients, other.recipients, scene))
    return count + min(2, len(_words(one) & _words(other)))


def _in_item(one: Happening, other: Happening) -> bool:
    """Whether the item of the one names an actor of the other: "200 officers from Norland"."""
    item = f" {plain(one.item or '')} "
    return any(f" {plain(party.name)} " in item for party in other.actors)


def _words(event: Happening) -> frozenset[str]:
    """The words of the item that say more than its unit, whose it is and that it is a group."""
    unit = event.quantity.unit if event.quantity else None
    names = (name for party in event.actors for name in (party.name, *party.aliases))
    words = content_words(event.item) - content_words(unit) - operations()
    words -= frozenset[str]().union(*map(content_words, names))
    return frozenset(word for word in words if not word.isdecimal())


def _states(event: Happening, scene: Scene) -> frozenset[str]:
    """Codes of the states that it happens in or to."""
    found = {scene.country(claim.report, event.place) for claim in event.claims}
    found |= {party.country for party in event.recipients if party.kind == "state"}
    return frozenset(code for code in found if code)


def _rising(one: Happening, other: Happening, scene: Scene) -> bool:
    """Whether it is a toll that the later report gives higher: an update."""
    if one.type not in _types("tolls"):
        return False
    left, right = ((side.quantity, scene.published(side.claims)) for side in (one, other))
    return rises(left, right)


def rises(
    one: tuple[Amount | None, tuple[str, str] | None],
    other: tuple[Amount | None, tuple[str, str] | None],
) -> bool:
    """Whether of two numbers with their days of publication the later one is the higher."""
    left, right = level(one[0]), level(other[0])
    if left is None or right is None or one[1] is None or other[1] is None:
        return False
    if one[1][1] < other[1][0]:
        return left < right
    return other[1][1] < one[1][0] and right < left


@cache
def _types(key: str) -> frozenset[str]:
    from onrecord.lexicon.tables import words

    return frozenset(words("measures", key))
