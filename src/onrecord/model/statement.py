"""Who said it."""

from dataclasses import dataclass

from onrecord.model.actor import Ref
from onrecord.model.span import Span
from onrecord.model.time import When


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """Speech that the report gives: direct (quoted) or indirect, with its cue and content.

    `speaker.span` is the whole noun phrase of the source, `cue` the verb group or "according
    to"; direct content has its quotation marks. `channel` is "statement", "call", "press
    conference", "interview", "post" or None. `addressee` is who was told, `date` when.
    """

    id: str
    speaker: Ref | None
    direct: bool
    cue: Span | None
    content: Span
    channel: str | None
    sentence: Span
    addressee: Ref | None = None
    date: When | None = None
