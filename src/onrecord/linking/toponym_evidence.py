"""Whether a name that a place goes by stands for that place: not for a person, not for a word.

What speaks for a place: a preposition of place, the head of a dispatch, a place that holds it, a
word such as "airport" after it, a list with such a place, its country elsewhere in the report, its
size. What speaks against it: a given name before it, a surname after it, a common word.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, partial

from onrecord.lexicon import table, word_set, words
from onrecord.linking.toponym_spots import Spot
from onrecord.linking.toponym_table import Candidate
from onrecord.model import Report

_set = partial(word_set, "toponyms")
_WORLD = 1_000_000  # inhabitants from which a place needs nothing that tells it from a person
_FAMED = 60  # names in all languages that do as well
_LARGE = 100_000  # from which it needs nothing where its name is no surname
_SMALL = 15_000  # from which it needs its country only
_TOWN = 50_000  # the least for a place that shares its name with a common word
_LIST = frozenset({", ", " and ", ", and ", " or ", ", or ", " and in "})
_LOWER = re.compile(r"\b[a-z]{3,}\b")
_INITIAL = re.compile(r"[A-Z]\.?")


@dataclass(frozen=True, slots=True)
class Page:
    """What a report tells as a whole: its countries and regions, surnames, lower-case words."""

    countries: frozenset[str]
    regions: frozenset[tuple[str, str]]
    persons: frozenset[str]
    lower: frozenset[str]


def speaks(spot: Spot) -> bool:
    """Whether a name tells, before anything is chosen, what the report is about."""
    if spot.holder is not None or spot.short or spot.people:
        return True
    if spot.key in _set("common") or spot.key in _set("surnames"):
        return _stands_as_a_place(spot)
    return not _follows_a_person(spot) and not _precedes_a_surname(spot)


def believed(report: Report, spots: Sequence[Spot], chosen: Sequence[Candidate]) -> list[bool]:
    """For each spot whether it stands for the place chosen for it."""
    pairs = list(zip(spots, chosen, strict=True))
    page = _page(report, pairs)
    strong = list(_strong(report.text, spots))
    first = [
        not _blocked(spot, page) and _enough(spot, place, page, strong=sure)
        for (spot, place), sure in zip(pairs, strong, strict=True)
    ]
    sure_names = {
        spot.key for spot, ok, sure in zip(spots, first, strong, strict=True) if ok and sure
    }
    return [ok or _repeated(spot, sure_names, page) for spot, ok in zip(spots, first, strict=True)]


def _repeated(spot: Spot, sure: set[str], page: Page) -> bool:
    if spot.claimed and (spot.key in _set("surnames") or spot.key in _given_keys()):
        return False
    return spot.key in sure and not _is_common(spot, page) and not _blocked(spot, page)


def _page(report: Report, pairs: Sequence[tuple[Spot, Candidate]]) -> Page:
    return Page(
        frozenset(place.country for spot, place in pairs if place.country and _tells(spot, place)),
        frozenset(
            (place.country, place.region)
            for spot, place in pairs
            if place.country and place.region and (place.kind == "A" or spot.holder is not None)
            if _tells(spot, place)
        ),
        frozenset(spot.key for spot, _ in pairs if _follows_a_person(spot)),
        frozenset(_LOWER.findall(report.text)),
    )


def _tells(spot: Spot, place: Candidate) -> bool:
    """Whether a place makes its country part of what the report is about."""
    if place.kind == "C" or spot.holder is not None or spot.short:
        return True
    if place.kind == "W" or not place.first or not speaks(spot):
        return place.kind == "W"
    alone = all(other.country == place.country for other in spot.candidates)
    return place.population >= (_LARGE if alone else _WORLD)


def _strong(text: str, spots: Sequence[Spot]) -> Iterator[bool]:
    before, end = False, 0
    for spot in spots:
        listed = before and text[end : spot.span.start] in _LIST
        before = listed or _stands_as_a_place(spot)
        end = spot.span.end
        yield before


def _stands_as_a_place(spot: Spot) -> bool:
    return (
        spot.dateline
        or spot.holder is not None
        or spot.before.lower() in _set("locative")
        or spot.after.lower() in _set("heads")
    )


def _enough(spot: Spot, place: Candidate, page: Page, *, strong: bool) -> bool:
    if spot.people or spot.short:
        return True
    if spot.claimed and not strong:
        return _is_no_person(spot, place)
    if _is_common(spot, page):
        return strong and _told_apart(spot, place, page)
    if strong or place.kind in "CW" or _is_well_known(place):
        return True
    if spot.key in _set("surnames") or spot.key in _given_keys():
        return place.country in page.countries and spot.before in _set("weak")
    return _is_at_home(spot, place, page)


def _is_no_person(spot: Spot, place: Candidate) -> bool:
    """Whether a name that is thought a person's is a place's by itself ("Buenos Aires")."""
    first, *more = spot.key.split(" ")
    if not more or not place.first or first in _given_keys():
        return False
    return place.kind in "CWAB" or place.population >= _LARGE


def _is_at_home(spot: Spot, place: Candidate, page: Page) -> bool:
    """Whether a name that is no person's is a place's: a large one's, or one near at hand."""
    if place.population >= _LARGE and place.first:
        return True
    if place.kind == "B":
        return place.first and (" " in spot.key or place.country in page.countries)
    if (place.country, place.region) in page.regions:
        return True
    large = place.kind == "A" or " " in spot.key or place.population >= _SMALL
    return place.country in page.countries and large


def _is_well_known(place: Candidate) -> bool:
    least = _LARGE if place.kind == "K" else _WORLD
    great = place.population >= least or place.renown >= _FAMED
    return place.first and place.kind in "AKP" and great


def _told_apart(spot: Spot, place: Candidate, page: Page) -> bool:
    if spot.dateline or spot.holder is not None:
        return True
    at_home = place.country in page.countries
    return at_home and place.population >= _TOWN and not spot.opens and not spot.after.istitle()


def _is_common(spot: Spot, page: Page) -> bool:
    if any(place.kind == "C" for place in spot.candidates):
        return False
    return spot.key in _set("common") or spot.key in page.lower


def _blocked(spot: Spot, page: Page) -> bool:
    if spot.after.istitle() and spot.after.casefold() in _set("other"):
        return True
    if _follows_a_person(spot) or _precedes_a_surname(spot) or (spot.joined and _is_town(spot)):
        return True
    return spot.key in page.persons and not _stands_as_a_place(spot)


def _follows_a_person(spot: Spot) -> bool:
    if " " in spot.key or spot.holder is not None or spot.people:
        return False
    word = spot.before
    return (
        word in _given()
        or bool(_INITIAL.fullmatch(word))
        or word.casefold() in word_set("honorifics")
    )


def _precedes_a_surname(spot: Spot) -> bool:
    after = spot.after
    if " " in spot.key or not after[:1].isupper() or spot.span.end == 0:
        return False
    if after.casefold() in _offices() or after.casefold() in _set("heads"):
        return False
    return spot.key in _given_keys() or not _is_known(spot)


def _is_town(spot: Spot) -> bool:
    """Whether it is but a town: its name may be part of a longer name that is not listed."""
    return all(place.kind == "P" and place.population < _WORLD for place in spot.candidates)


def _is_known(spot: Spot) -> bool:
    return any(
        place.kind in "CWAB" or (place.first and place.population >= _LARGE)
        for place in spot.candidates
    )


@cache
def _given() -> frozenset[str]:
    return frozenset(words("names", "given")) - {word.title() for word in _set("given_words")}


@cache
def _given_keys() -> frozenset[str]:
    return frozenset(name.casefold() for name in words("names", "given"))


@cache
def _offices() -> frozenset[str]:
    phrases = table("titles")["offices"].values()
    return frozenset(word for phrase in phrases for word in re.split(r"[\s_-]+", phrase))
