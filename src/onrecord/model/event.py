"""Who did what to whom: a filled frame."""

from dataclasses import dataclass
from typing import Literal

from onrecord.model.actor import Ref
from onrecord.model.quantity import Amount
from onrecord.model.span import Span
from onrecord.model.time import When

Certainty = Literal["asserted", "expected", "estimated", "alleged", "denied", "conditional"]
Polarity = Literal["positive", "negative"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """Who says so, by which words, through which channel ("statement", "call", ...)."""

    source: Ref | None
    cue: Span | None = None
    channel: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Plover:
    """A PLOVER coding: event type, mode and contexts."""

    type: str
    mode: str | None = None
    context: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """A happening that one sentence of the report tells of.

    `type` is that of a frame, or the lemma of a trigger that no frame reads; `sentence` and
    `trigger` are the evidence. `attribution` is None where the report itself
    says so. `confidence` lies between 0 and 1. `why` names the frame and the rule that read it.
    """

    id: str
    type: str
    sentence: Span
    trigger: Span
    actor: tuple[Ref, ...] = ()
    recipient: tuple[Ref, ...] = ()
    mission: Ref | None = None
    item: str | None = None
    quantity: Amount | None = None
    place: Ref | None = None
    date: When | None = None
    certainty: Certainty = "asserted"
    polarity: Polarity = "positive"
    attribution: Attribution | None = None
    plover: Plover | None = None
    cameo: str | None = None
    confidence: float = 1.0
    why: str = ""
