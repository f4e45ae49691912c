"""Sentences -> events: every trigger that stands, filled, dated, attributed and explained."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.events import parties, roles
from onrecord.events.amounts import amount
from onrecord.events.attribution import attribution
from onrecord.events.candidates import Candidate, candidates, standing
from onrecord.events.certainty import is_decided, is_own_word
from onrecord.events.commitments import binding
from onrecord.events.context import goal, with_missions
from onrecord.events.dating import anchors, announced_on, date_of, entry_day, when
from onrecord.events.explanation import explain
from onrecord.events.fillers import Scene
from onrecord.events.headlines import with_headlines
from onrecord.events.listing import is_item, lead_of, opens_list
from onrecord.events.order import inside
from onrecord.events.reckoning import reckoned
from onrecord.events.relevance import elsewhere, stands_elsewhere
from onrecord.lexicon import table
from onrecord.lexicon.frames import frames
from onrecord.model import (
    Cast,
    Certainty,
    Event,
    Plover,
    Quantity,
    Ref,
    Report,
    Sentence,
    Statement,
    Time,
)

_SILENT = ("caption", "boilerplate")
_PRESENT = ("VBZ", "VBP", "VBG")
_COUNTED = (
    "quantity",
    "item",
    "recipient",
    "actor",
)  # the roles whose fillers a quantity may count


def find_events(
    report: Report,
    sentences: Sequence[Sentence],
    times: Sequence[Time],
    quantities: Sequence[Quantity],
    cast: Cast,
    statements: Sequence[Statement],
) -> tuple[Event, ...]:
    """The events of a report, in text order."""
    found = [
        event
        for scene in _scenes(report, sentences, times, quantities, cast)
        for event in _events(scene, statements, report.published)
    ]
    if other := elsewhere(sentences):
        found = [event for event in found if stands_elsewhere(event, cast, other)]
    found.sort(key=lambda event: event.trigger)
    told = with_headlines(found, sentences)
    numbered = [replace(event, id=f"e{n}") for n, event in enumerate(told, start=1)]
    return with_missions(report.text, numbered, cast, bound=binding())


def _scenes(
    report: Report,
    sentences: Sequence[Sentence],
    times: Sequence[Time],
    quantities: Sequence[Quantity],
    cast: Cast,
) -> Iterator[Scene]:
    """Every sentence that may tell of an event, with its own times and quantities."""
    day: Time | None = None
    lead: tuple[Ref, ...] = ()
    for sentence in sentences:
        heads_list = opens_list(report, sentence.span)
        item = is_item(report, sentence)
        lead = lead_of(sentence, cast) if heads_list else lead if item else ()
        if sentence.role not in _SILENT:
            yield Scene(
                text=report.text,
                sentence=sentence,
                cast=cast,
                times=inside(times, sentence.span),
                quantities=inside(quantities, sentence.span),
                places=inside(cast.places, sentence.span),
                day=day,
                opens_list=heads_list,
                lead=lead if item else (),
            )
        day = entry_day(report.text, sentence, inside(times, sentence.span))


def _events(
    scene: Scene, statements: Sequence[Statement], published: str | None
) -> Iterator[Event]:
    found = candidates(scene)
    if not found:
        return
    tied = anchors(scene, {i for c in found for i in (c.token.i, c.carrier)})
    for c in standing(scene.sentence, found, tied):
        event = _event(scene, c, tied, statements)
        yield replace(event, certainty="expected") if _is_ahead(event, c, published) else event


def _is_ahead(event: Event, c: Candidate, published: str | None) -> bool:
    """Whether the present tense has a date after the report's own ("expires on 8 December")."""
    if event.certainty != "asserted" or c.token.tag not in _PRESENT or not published:
        return False
    starts = event.date.edtf.split("/")[0] if event.date and event.date.edtf else ""
    return starts > published


def _event(
    scene: Scene, c: Candidate, tied: dict[int, Time], statements: Sequence[Statement]
) -> Event:
    labels = {role: c.pattern.roles.get(role, ()) for role in ("actor", "recipient", "item")}
    said_by = attribution(c.token.span, statements)
    actor = parties.doers(scene, labels["actor"], c.args)
    if not actor and "speaker" in labels["actor"]:
        actor = parties.speakers(scene, said_by)
    recipient = _without(parties.targets(scene, labels["recipient"], c.args), actor)
    time = date_of(scene.sentence, c.carrier, c.token.i, tied)
    type_, certainty = _type_and_certainty(c)
    if time is None and certainty != c.judged.certainty:  # the act is the announcement
        time = announced_on(scene.sentence, c.carrier, tied)
    if time is None and certainty == "asserted":
        time = scene.day
    counted = [label for role in _COUNTED for label in c.pattern.roles.get(role, ())]
    event = Event(
        id="",
        type=type_,
        sentence=scene.sentence.span,
        trigger=c.token.span,
        actor=actor,
        recipient=recipient,
        mission=roles.mission(scene, c.pattern.roles.get("mission", ()), c.args),
        item=roles.item(scene, c.token.i, labels["item"], c.args, (*actor, *recipient)),
        quantity=amount(scene, c.token.i, counted, c.args),
        place=roles.place(scene, c.pattern.roles.get("place", ()), c.args),
        date=when(scene, time) if time else reckoned(scene, c.carrier, tied),
        certainty=certainty,
        attribution=said_by,
        plover=_plover(c, type_, certainty),
        cameo=_cameo(c, type_),
        confidence=_confidence(c, actor, recipient),
        why=explain(c, type_),
    )
    return _from_home(event, c, scene.cast)


def _from_home(event: Event, c: Candidate, cast: Cast) -> Event:
    """What leaves its own state is on its way: "the police left Nairobi"."""
    left = goal(event, cast) if c.pattern.home else None
    if not c.pattern.home or left is None or left.name not in {ref.name for ref in event.actor}:
        return event
    return replace(
        event,
        type=c.pattern.home,
        place=None,
        plover=_plover(c, c.pattern.home, event.certainty),
        cameo=_cameo(c, c.pattern.home),
        why=explain(c, c.pattern.home),
    )


def _without(refs: Sequence[Ref], others: Sequence[Ref]) -> tuple[Ref, ...]:
    taken = {ref.actor or ref.name for ref in others}
    return tuple(ref for ref in refs if (ref.actor or ref.name) not in taken)


def _type_and_certainty(c: Candidate) -> tuple[str, Certainty]:
    """What a party says it will do is another act where the frame says so ("will supply")."""
    certainty = c.judged.certainty
    if c.judged.attempted and c.frame.attempt:
        return c.frame.attempt, certainty
    if c.refused:
        return c.frame.refusal or c.frame.type, "asserted"
    own = c.args.get("subj") or not c.args.passive  # who it is said of is not who says so
    if c.pattern.future and own and (is_own_word(c.judged) or certainty == "conditional"):
        return c.pattern.future, "asserted" if certainty == "expected" else certainty
    if c.pattern.certainty is not None and certainty in ("asserted", "expected"):
        return c.frame.type, c.pattern.certainty
    decided = c.frame.commitment == "approved" and is_decided(c.judged)
    if decided or (c.frame.performative and is_own_word(c.judged)):
        return c.frame.type, "asserted"
    return c.frame.type, certainty


def _plover(c: Candidate, type_: str, certainty: Certainty) -> Plover:
    """The coding of the pattern or of the type that the event is read as."""
    frame = c.frame if type_ == c.frame.type else frames()[type_]
    own = c.pattern.plover if frame is c.frame else None
    mode = c.pattern.mode if frame is c.frame else None
    kind = own or frame.plover.type
    if certainty == "expected" and kind in table("plover")["ahead"]:
        return Plover(type=table("plover")["ahead"][kind], context=frame.plover.context)
    default = frame.plover.mode if own is None else None
    return Plover(type=kind, mode=mode or default, context=frame.plover.context)


def _cameo(c: Candidate, type_: str) -> str:
    if type_ != c.frame.type:
        return frames()[type_].cameo
    return c.pattern.cameo or c.frame.cameo


def _confidence(c: Candidate, actor: Sequence[Ref], recipient: Sequence[Ref]) -> float:
    """A tenth less for each thing that is often wrong: bare nouns, missing parties, cues."""
    doubts = 2 * c.bare + (not actor) + (not recipient) + bool(c.judged.cues)
    return round(0.95 - 0.1 * doubts, 2)
