"""The actors of one report as claims: what a decision on an actor points to."""

import hashlib

from onrecord.model import Actor, Reading, Span
from onrecord.record.claims import Claim, around, claims_of
from onrecord.record.plainness import plain

_NOWHERE = Span(0, 0)


def told_by(reading: Reading) -> tuple[Claim, ...]:
    """All that decisions can point to in a reading: its claims, and its actors."""
    return (*claims_of(reading), *sightings_of(reading))


def sightings_of(reading: Reading) -> tuple[Claim, ...]:
    """One claim of the kind "actor" for each actor of a reading, in their order."""
    return tuple(_sighting(reading, actor) for actor in reading.actors)


def _sighting(reading: Reading, actor: Actor) -> Claim:
    mark = _named_at(reading, actor)
    parts = (reading.report.id, "actor", actor.kind, actor.name, str(mark))
    digest = hashlib.sha256("\x1e".join(parts).encode("utf-8", "surrogatepass")).hexdigest()
    return Claim(
        id=digest[:16],
        kind="actor",
        type=actor.kind,
        report=reading.report.id,
        sentence=around(mark, reading),
        mark=mark,
        fact=actor,
    )


def _named_at(reading: Reading, actor: Actor) -> Span:
    """Where the report names the actor first; failing that what first stands for it."""
    text, last = reading.report.text, plain(actor.name).split()[-1:]
    named = (span for span in actor.mentions if last and last[0] in plain(span.of(text)).split())
    return next(named, (*actor.mentions, _NOWHERE)[0])
