"""Mandates: who authorised, extended or ended a mission, by which decision."""

import re
from calendar import monthrange
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import MAXYEAR, date
from functools import cache

from onrecord.model import Certainty, Span, Time, When
from onrecord.record.claims import Claim
from onrecord.record.comparing import Scene
from onrecord.record.happenings import Happening
from onrecord.record.identity import Party
from onrecord.record.periods import Period, period
from onrecord.record.tellings import standing
from onrecord.record.words import content_words, operations

_ACTS = {"AUTHORISE": "authorised", "EXTEND": "extended", "END": "ended", "APPROVE": "approved"}
_TERMS = ("AUTHORISE", "EXTEND")
_LENGTH = re.compile(r"P(\d+)([YM])")
_FAR = 10**9


@dataclass(frozen=True, slots=True, kw_only=True)
class Mandate:
    """An act of an international body on a mission.

    `act` is "authorised", "extended", "ended" or "approved"; `instrument` the decision as it is
    cited ("Resolution 4711"); `until` the last day (ISO date) of the term that it sets. An act
    whose certainty is "expected" or "conditional" is ahead.
    """

    id: str
    act: str
    mission: Party
    bodies: tuple[Party, ...]
    instrument: str | None
    until: str | None
    date: When | None
    period: Period | None
    certainty: Certainty
    claims: tuple[Claim, ...]


def mandates(events: Iterable[Happening], scene: Scene) -> tuple[Mandate, ...]:
    """The mandates of all missions, by mission and time."""
    acts = [event for event in events if event.mission and event.type in _ACTS]
    found = [made for event in acts if (made := _mandate(event, acts, scene)) is not None]
    return tuple(sorted(found, key=_order))


def is_mandate(party: Party, status: str) -> bool:
    """Whether a step is an international body's approval, which contributes nothing itself."""
    return status == "approved" and _is_body(party)


def _is_body(party: Party) -> bool:
    return party.kind == "organisation" and party.country is None


def _mandate(event: Happening, acts: list[Happening], scene: Scene) -> Mandate | None:
    denied = standing(event.certainty, event.polarity) == "denied"
    if event.mission is None or denied or not _by_bodies(event) or not _of_mission(event):
        return None
    return Mandate(
        id=event.id,
        act=_ACTS[event.type],
        mission=event.mission,
        bodies=event.actors,
        instrument=_instrument(event, acts, scene),
        until=_until(event, scene),
        date=event.date,
        period=event.period,
        certainty=event.certainty,
        claims=event.claims,
    )


def _by_bodies(event: Happening) -> bool:
    """Whether bodies do it; a mandate also ends by itself."""
    return all(map(_is_body, event.actors)) if event.actors else event.type == "END"


def _of_mission(event: Happening) -> bool:
    """Whether it is the mission that is extended, ended or approved, and not an embargo."""
    if event.type == "AUTHORISE" or event.mission is None:
        return True
    names = content_words(event.mission.name) | operations()
    return bool(content_words(event.item) & names)


def _instrument(event: Happening, acts: list[Happening], scene: Scene) -> str | None:
    """The decision that its sentences cite, else the one that the same report tells adopted."""
    reports = {claim.report for claim in event.claims}
    adopted = (
        other.item or ""
        for other in acts
        if other.mission == event.mission and not other.actors
        if any(claim.report in reports for claim in other.claims)
    )
    found = (_citation().search(words) for words in (*_sentences(event, scene), *adopted))
    return next((f"{match[1].capitalize()} {match[2]}" for match in found if match), None)


def _sentences(event: Happening, scene: Scene) -> Iterator[str]:
    for claim in event.claims:
        yield Span(*claim.sentence).of(scene.readings[claim.report].report.text)


def _until(event: Happening, scene: Scene) -> str | None:
    """The end of the term: "until 2 October", or "for 12 months" from the day of the act."""
    if event.type not in _TERMS or event.period is None or event.period.days > 1:
        return None
    ends = (_end(time, claim, event.period.first, scene) for claim, time in _times(event, scene))
    return next((day.isoformat() for day in ends if day and day > event.period.last), None)


def _times(event: Happening, scene: Scene) -> Iterator[tuple[Claim, Time]]:
    for claim in event.claims:
        for time in scene.readings[claim.report].times:
            if claim.sentence.covers(time.span):
                yield claim, time


def _end(time: Time, claim: Claim, start: date, scene: Scene) -> date | None:
    """The last day of a term that a time expression tells of, if it does."""
    if time.edtf and time.edtf.startswith("../"):
        found = period(time.edtf)
        return found.last if found else None
    length = _LENGTH.fullmatch(time.value or "")
    text = scene.readings[claim.report].report.text[claim.sentence.start : time.span.start]
    if length is None or text.split()[-1:] not in [[word] for word in _before_terms()]:
        return None
    months = int(length[1]) * (12 if length[2] == "Y" else 1)
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    if year > MAXYEAR:
        return None
    return date(year, month + 1, min(start.day, monthrange(year, month + 1)[1]))


@cache
def _before_terms() -> tuple[str, ...]:
    from onrecord.lexicon.tables import words

    return words("measures", "terms")


@cache
def _citation() -> re.Pattern[str]:
    from onrecord.lexicon.tables import words

    nouns = "|".join(map(re.escape, words("measures", "instruments")))
    return re.compile(rf"\b({nouns})\s+(\d[\d/]*)", re.IGNORECASE)


def _order(mandate: Mandate) -> tuple[str, int, str]:
    first = mandate.period.first.toordinal() if mandate.period else _FAR
    return (mandate.mission.key, first, mandate.id)
