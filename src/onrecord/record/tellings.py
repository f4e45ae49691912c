"""Event claims made ready, and when two of them tell of one happening."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal

from onrecord.model import Certainty, Event, Polarity, Span
from onrecord.record.affairs import closeness
from onrecord.record.amounts import agree, equal
from onrecord.record.claims import Claim
from onrecord.record.comparing import Setting
from onrecord.record.groups import APART, OPEN, Likeness
from onrecord.record.identity import key_set
from onrecord.record.periods import Period, period
from onrecord.record.words import act, item_words

Standing = Literal["done", "ahead", "denied"]

_AHEAD = {"expected", "conditional"}
_LONG = 31  # days: a date this coarse is no evidence that two claims tell of one event
_ONE_AFFAIR = 0.2  # closeness of two reports of one affair
_DOUBT = 3  # days that two tellings of an act may lie apart that no frame has dated
_NEAR = 7  # days between the publication of two undated claims about one event


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """An event claim with the keys of its parties and its date resolved.

    `wholes` are the states that its actors belong to.
    """

    claim: Claim
    event: Event
    actors: frozenset[str]
    recipients: frozenset[str]
    wholes: frozenset[str]
    mission: str | None
    words: frozenset[str]
    period: Period | None
    published: Period | None
    affair: frozenset[str]

    @property
    def act(self) -> str:
        """The event's type; where no frame gives one, the sense of the word that tells of it."""
        return self.event.type if self.framed else act(self.event.type)

    @property
    def framed(self) -> bool:
        """Whether a frame read it."""
        return self.event.type.isupper()

    @property
    def undated(self) -> bool:
        """Whether its date is no evidence for what it is; then the day of the report counts."""
        return self.period is None or self.period.days > _LONG

    @property
    def hangs_on_affair(self) -> bool:
        """Whether what its report is about counts in telling whether it is another's event."""
        return self.undated or not self.framed

    @property
    def standing(self) -> Standing:
        """Whether it is told as done, as still ahead, or as not so."""
        return standing(self.event.certainty, self.event.polarity)


def standing(certainty: Certainty, polarity: Polarity = "positive") -> Standing:
    """What a certainty and a polarity come to: expected and conditional steps are ahead."""
    if polarity == "negative" or certainty == "denied":
        return "denied"
    return "ahead" if certainty in _AHEAD else "done"


def tell(claim: Claim, scene: Setting) -> Told:
    """The claim with its parties, in the light of its report."""
    event, who = claim.fact, scene.who
    if not isinstance(event, Event):
        raise TypeError(claim.kind)
    actors = who.all_of(claim.report, event.actor)
    mission = who.of(claim.report, event.mission) if event.mission else None
    given: tuple[Any, ...] = (
        claim,
        key_set(tuple(actor.key for actor in actors)),
        key_set(tuple(party.key for party in who.all_of(claim.report, event.recipient))),
        key_set(tuple(whole.key for actor in actors if (whole := who.whole(actor)))),
        (mission.key, mission.name) if mission else None,
        scene.day(claim.report),
        scene.affair(claim.report),
    )
    told: Told = scene.memory.part("told").get(claim.id, given, lambda: _told(event, *given))
    return told


def _told(
    event: Event,
    claim: Claim,
    actors: frozenset[str],
    recipients: frozenset[str],
    wholes: frozenset[str],
    mission: tuple[str, str] | None,
    published: Period | None,
    affair: frozenset[str],
) -> Told:
    key, name = mission or (None, None)
    return Told(
        claim=claim,
        event=event,
        actors=actors,
        recipients=recipients,
        wholes=wholes,
        mission=key,
        words=item_words(event.item, name),
        period=period(event.date.edtf) if event.date else None,
        published=published,
        affair=affair,
    )


def rank(told: Told) -> tuple[object, ...]:
    """The most precise date first, then the most roles filled, then the order of reports."""
    event = told.event
    filled = (event.actor, event.recipient, event.mission, event.item, event.quantity, event.place)
    return (
        told.period.days if told.period else 10**9,
        -sum(1 for role in filled if role),
        told.published.first.toordinal() if told.published else 10**9,
        told.claim.place,
    )


def _traits(told: Told) -> tuple[object, ...]:
    """All that `_fit` looks at."""
    amount = told.event.quantity
    return (
        told.act,
        told.standing,
        told.actors,
        told.recipients,
        told.mission,
        amount and (amount.min, amount.max, amount.approx, amount.unit),
        told.words,
        told.period,
        told.published if told.undated else None,
        told.affair if told.hangs_on_affair else None,
    )


def _place(told: Told) -> tuple[str, Span]:
    return (told.claim.report, told.claim.sentence)


def _keys(told: Told) -> Iterator[tuple[object, ...]]:
    """Where an event is found: under its parties and its months, and under what it is about.

    One that no frame reads is found under the names that its report has.
    """
    block = (told.act, told.standing)
    if not told.framed:
        yield from ((*block, "affair", name) for name in told.affair)
        return
    actors = told.actors | told.wholes
    months = _months(told) if _is_short(told) else ()
    traits = tuple(_features(told))
    sides = [("actor", key) for key in actors]
    sides += [("recipient", key) for key in told.recipients]
    for side in sides:
        yield from ((*block, *side, month) for month in months)
        yield from ((*block, *side, bool(months), trait) for trait in traits)
    for month in months:
        crowd = "somebody" if actors else "nobody"
        yield from ((*block, crowd, month, trait) for trait in traits)


def _seek(told: Told) -> Iterator[tuple[object, ...]]:
    """Where events are that may be the same: of the same parties, or of nobody, at its time.

    Those whose time is the same need no more in common; others share something that they are
    about.
    """
    block = (told.act, told.standing)
    if not told.framed:
        yield from _keys(told)
        return
    actors = told.actors | told.wholes
    months = _months(told) if _is_short(told) else ()
    traits = tuple(_features(told))
    sides = [(side, key) for key in actors for side in ("actor", "recipient")]
    sides += [("actor", key) for key in told.recipients]
    for side in sides:
        yield from ((*block, *side, month) for month in months)
        for short in (False,) if months else (False, True):
            yield from ((*block, *side, short, trait) for trait in traits)
    for month in months:
        for crowd in ("nobody",) if actors else ("nobody", "somebody"):
            yield from ((*block, crowd, month, trait) for trait in traits)


def _features(told: Told) -> Iterator[tuple[object, ...]]:
    """What `_shared` counts, one by one."""
    amount = told.event.quantity
    if amount:
        yield ("number", amount.min, amount.max)
    if told.mission:
        yield ("mission", told.mission)
    yield from (("recipient", key) for key in told.recipients)
    yield from (("word", word) for word in told.words)


def _is_short(told: Told) -> bool:
    return told.period is not None and told.period.days <= _LONG


def _months(told: Told) -> tuple[str, ...]:
    """The months of a short period: it may reach from the end of one over a February."""
    period = told.period
    if period is None:
        return ()
    middle = period.first + (period.last - period.first) / 2
    return tuple(sorted({f"{day:%Y-%m}" for day in (period.first, middle, period.last)}))


def _fit(one: Told, other: Told) -> int:
    """How well two claims of one act go together; `APART` where they cannot be one event."""
    return _frames_fit(one, other) if one.framed else _acts_fit(one, other)


def _frames_fit(one: Told, other: Told) -> int:
    if not _roles_fit(one, other) or (dates := _date_fit(one, other)) == APART:
        return APART
    actors, shared = _common_actors(one, other), _shared(one, other)
    if shared < 0 or (not shared and (dates == 1 or not actors)):
        return APART
    return 4 * dates + shared + actors


def _acts_fit(one: Told, other: Told) -> int:
    """As `_frames_fit` for events that no frame reads, whose roles nothing has checked.

    What is said of them in other words does not part them, it only fails to join them; what
    joins is that the same is told in reports of one affair.
    """
    near, days = _closeness(one, other), max(0, _date_fit(one, other))
    apart = one.period.gap(other.period) if one.period and other.period else 0
    if near < _ONE_AFFAIR or apart > _DOUBT or not _roles_fit(one, other):
        return OPEN
    return 4 * days + max(0, _shared(one, other)) + _common_actors(one, other) + int(100 * near)


def _roles_fit(one: Told, other: Told) -> bool:
    """Whether missions, parties and numbers can be the same."""
    if one.mission and other.mission and one.mission != other.mission:
        return False
    if one.actors and other.actors and not _common_actors(one, other):
        return False
    return _recipients_fit(one, other) and agree(one.event.quantity, other.event.quantity)


def _common_actors(one: Told, other: Told) -> int:
    left, right = one.actors, other.actors
    if left & right or left & other.wholes or right & one.wholes:
        return 2
    crossed = one.recipients | other.recipients
    return int(bool(left and right) and left <= crossed and right <= crossed)


def _recipients_fit(one: Told, other: Told) -> bool:
    left, right = one.recipients, other.recipients
    if not left or not right:
        return True
    return bool(left & (other.actors | right) or right & one.actors)


def _shared(one: Told, other: Told) -> int:
    """How many further roles say the same; -1 where the items cannot be the same."""
    same = int(equal(one.event.quantity, other.event.quantity))
    same += bool(one.mission and other.mission)
    same += bool(one.recipients & other.recipients)
    if one.words and other.words:
        if one.words & other.words:
            same += 1
        elif not same:
            return -1
    return same


def _date_fit(one: Told, other: Told) -> int:
    """3 for equal days, 2 for overlapping short periods, 1 where only other roles can tell."""
    if one.period and other.period:
        if not one.period.overlaps(other.period):
            return APART
        if one.period == other.period and one.period.days == 1:
            return 3
        return 2 if max(one.period.days, other.period.days) <= _LONG else 1
    dated, undated = (one, other) if one.period else (other, one)
    if dated.period is None:
        return 1 if _published_near(one, other) else APART
    if undated.published and undated.standing == "done":
        return 1 if dated.period.first <= undated.published.last else APART
    return 1


def _closeness(one: Told, other: Told) -> float:
    """How close the affairs of their reports are."""
    return 1.0 if one.claim.report == other.claim.report else closeness(one.affair, other.affair)


def _published_near(one: Told, other: Told) -> bool:
    if one.claim.report == other.claim.report:
        return True
    if one.published is None or other.published is None:
        return _closeness(one, other) >= _ONE_AFFAIR
    return abs((one.published.first - other.published.first).days) <= _NEAR


def _name(told: Told) -> str:
    return told.claim.id


ALIKE = Likeness(name=_name, traits=_traits, place=_place, keys=_keys, seek=_seek, fit=_fit)
