"""Facts that an item may well be the same as: what an analyst could merge it with."""

from collections.abc import Iterator

from onrecord.record import Happening, Record
from onrecord.record.sayings import Number
from onrecord.record.tellings import Standing, standing
from onrecord.record.words import content_words
from onrecord.review.queue import Item

_SHOWN = 5
_HALF = 0.5  # share of the words of the shorter measure that the longer one has


def likely(record: Record, item: Item) -> tuple[str, ...]:
    """Ids of facts of its kind that it may be merged with, the most alike first.

    Those that contradict it come before others, then those that it fits equally well. Events are of
    one type, done or ahead alike, share a party, and their dates do not exclude each other; figures
    count the same unit by like words.
    """
    if item.kind == "event":
        found = _events(record, item)
    elif item.kind == "figure":
        found = _figures(record, item)
    else:
        found = iter(())
    ranked = sorted(found, key=lambda pair: (-pair[0], pair[1]))
    return tuple(dict.fromkeys((*item.against, *item.rivals, *(key for _, key in ranked))))[:_SHOWN]


def _events(record: Record, item: Item) -> Iterator[tuple[int, str]]:
    own = next((event for event in record.happenings if event.id == item.id), None)
    if own is None:
        return
    parties, words, sort = set(_parties(own)), content_words(own.item), _sort(own)
    for other in record.happenings:
        if other.id == own.id or _sort(other) != sort:
            continue
        shared = len(parties.intersection(_parties(other)))
        apart = own.period and other.period and not own.period.overlaps(other.period)
        if shared and not apart:
            yield shared + len(words & content_words(other.item)), other.id


def _sort(event: Happening) -> tuple[str, Standing]:
    """Of which type it is, and whether it is told as done, as ahead or as not so."""
    return (event.type, standing(event.certainty, event.polarity))


def _parties(event: Happening) -> Iterator[str]:
    yield from (party.key for party in (*event.actors, *event.recipients))
    if event.mission:
        yield event.mission.key


def _figures(record: Record, item: Item) -> Iterator[tuple[int, str]]:
    own = next((number for number in record.numbers if number.id == item.id), None)
    if own is None:
        return
    words = _words(own)
    for other in record.numbers:
        if other.id != own.id and other.figure.unit == own.figure.unit:
            shared = len(words & _words(other))
            if shared and shared >= _HALF * min(len(words), len(_words(other))):
                yield shared, other.id


def _words(number: Number) -> frozenset[str]:
    return content_words(number.figure.measure)
