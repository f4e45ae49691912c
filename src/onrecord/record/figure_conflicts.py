"""Figures of one measure and time that cannot both be right."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from operator import itemgetter

from onrecord.record.amounts import differ, is_currency, level
from onrecord.record.claims import Claim
from onrecord.record.comparing import Scene, pairs
from onrecord.record.event_conflicts import rises
from onrecord.record.periods import Period, period
from onrecord.record.plainness import plain
from onrecord.record.sayings import Number, figure_amount
from onrecord.record.words import content_words, head

_NEAR = 7  # days between the dates of two figures that are compared
_LONG = 31  # days: a figure of a longer time has no date to compare
_BUCKET = 8  # days
_HALF = 0.5  # share of the words of the shorter measure that the longer one has
_SMALL = 10  # fewer than that are counts of single acts, which happen again
_ORDER = 10  # times; so far apart numbers measure other things
_TELLING = 4  # words that two sentences share when they tell of one thing on one day


@dataclass(frozen=True, slots=True, kw_only=True)
class _Measured:
    number: Number
    unit: str
    words: frozenset[str]
    period: Period
    told: bool
    """Whether its date is told in the text, and not merely that of the report."""

    @property
    def id(self) -> str:
        return self.number.id

    @property
    def claims(self) -> tuple[Claim, ...]:
        return self.number.claims


def values_apart(figures: Iterable[Number], scene: Scene) -> Iterator[tuple[Number, Number]]:
    """Pairs of one measure, of overlapping or close dates, whose values disagree.

    Where one report tells both values, they measure two things, unless the day is told as one.
    Of several pairs with the same two values the best attested is given.
    """
    by_unit: dict[str, list[Number]] = defaultdict(list)
    for number in figures:
        by_unit[_unit(number)].append(number)
    for numbers in by_unit.values():  # one after the other: all at once take much memory
        yield from _apart_in_unit(numbers, scene)


def _apart_in_unit(numbers: Iterable[Number], scene: Scene) -> Iterator[tuple[Number, Number]]:
    ready = scene.memory.part("figures")
    made_ready = (ready.get(n.id, n, partial(_measured, n, scene)) for n in numbers)
    measured = [made for made in made_ready if made]
    tellers: dict[Hashable, set[str]] = defaultdict(set)
    for made in measured:
        tellers[_value(made)].update(claim.report for claim in made.claims)
    best: dict[Hashable, tuple[tuple[int, str, str], tuple[Number, Number]]] = {}
    for one, other in pairs(_blocks(measured)):
        left, right = _value(one), _value(other)
        if tellers[left] & tellers[right] and not _same_day(one, other):
            continue
        if _contradict(one, other, scene):
            low, high = sorted((one.id, other.id))
            found = ((-len(one.claims) - len(other.claims), low, high), (one.number, other.number))
            key = frozenset((left, right))
            best[key] = min(best.get(key, found), found, key=itemgetter(0))
    yield from (pair for _, pair in best.values())


def _unit(number: Number) -> str:
    """The sense of the unit of a figure; empty where nothing is counted."""
    unit = number.figure.unit
    return head(unit) if unit and unit != "%" else unit or ""


def _blocks(measured: Iterable[_Measured]) -> dict[Hashable, list[_Measured]]:
    """Figures of one unit by time, under each word of their measure or under the day told."""
    blocks: dict[Hashable, list[_Measured]] = defaultdict(list)
    for made in measured:
        bucket = made.period.first.toordinal() // _BUCKET
        for word in made.words or {""}:
            blocks[word, bucket].append(made)
            blocks[word, bucket + 1].append(made)
        if made.told and made.period.days == 1:
            blocks[made.period].append(made)
    return blocks


def _measured(number: Number, scene: Scene) -> _Measured | None:
    """The figure made ready; None where it has no date or nothing is counted."""
    figure = number.figure
    when = period(figure.as_of)
    if when is None or when.days > _LONG or not figure.unit:
        return None
    published = {scene.readings[claim.report].report.published for claim in number.claims}
    words = content_words(figure.measure) - content_words(figure.unit)
    return _Measured(
        number=number,
        unit=_unit(number),
        words=frozenset(word for word in words if not word.isdecimal()),
        period=when,
        told=figure.as_of not in published,
    )


def _value(side: _Measured) -> tuple[object, ...]:
    figure = side.number.figure
    return (figure.min, figure.max)


def _contradict(one: _Measured, other: _Measured, scene: Scene) -> bool:
    left, right = one.number.figure, other.number.figure
    if not differ(figure_amount(left), figure_amount(right)) or not _near(one.period, other.period):
        return False
    if left.of and right.of and plain(left.of) != plain(right.of):
        return False
    same_day = _same_day(one, other)
    if not same_day and (_unlike(one, other) or _updated(one, other, scene)):
        return False
    if not one.words and not other.words:
        return _same_scene(one, other, scene) and _same_topic(one, other, scene)
    if plain(left.measure) == plain(right.measure):
        return True
    alike = _same_measure(one, other, scene) or (same_day and _same_scene(one, other, scene))
    return alike and _same_topic(one, other, scene)


def _same_day(one: _Measured, other: _Measured) -> bool:
    """Whether the text of both dates them, and to the same time."""
    return one.told and other.told and one.period == other.period


def _unlike(one: _Measured, other: _Measured) -> bool:
    """Whether both are counts of single acts, or of another order: then other things are meant."""
    levels = (level(figure_amount(side.number.figure)) or 0 for side in (one, other))
    low, high = sorted(map(abs, levels))
    return high < _SMALL or high >= _ORDER * low


def _near(one: Period, other: Period) -> bool:
    """Whether they share a day; days and weeks may also lie close to each other."""
    return one.gap(other) <= (_NEAR if max(one.days, other.days) <= _NEAR else 0)


def _same_measure(one: _Measured, other: _Measured, scene: Scene) -> bool:
    """Whether the words of one are all in the other, or half of them and two at the least.

    Sums of money are told in so many words that in reports of one mission half will do.
    """
    shared, least = len(one.words & other.words), min(len(one.words), len(other.words))
    if not shared or shared == least:
        return shared > 0
    together = scene.missions(one.claims) & scene.missions(other.claims)
    sums = bool(together) and one.unit == other.unit and _is_sum(one) and _is_sum(other)
    return shared >= _HALF * least and (shared > 1 or sums)


def _is_sum(side: _Measured) -> bool:
    return is_currency(side.number.figure.unit or "")


def _same_scene(one: _Measured, other: _Measured, scene: Scene) -> bool:
    """Whether the sentences tell of one thing, though they measure it in other words."""
    left, right = scene.sentence_words(one.claims[0]), scene.sentence_words(other.claims[0])
    bare = not one.words and not other.words
    return (bare or bool(one.words & other.words)) and len(left & right) >= _TELLING


def _same_topic(one: _Measured, other: _Measured, scene: Scene) -> bool:
    left = frozenset().union(*(scene.topics(claim) for claim in one.claims))
    right = frozenset().union(*(scene.topics(claim) for claim in other.claims))
    return bool(left & right)


def _updated(one: _Measured, other: _Measured, scene: Scene) -> bool:
    """Whether the later report gives the higher number: change over time contradicts nothing."""
    left, right = (
        (figure_amount(side.number.figure), scene.published(side.claims)) for side in (one, other)
    )
    return rises(left, right)
