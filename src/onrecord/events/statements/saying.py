"""One saying, on the way to a statement."""

from dataclasses import dataclass, replace

from onrecord.events.statements.channels import channel
from onrecord.events.statements.cues import Cue
from onrecord.events.statements.sources import speaker
from onrecord.model import Cast, Ref, Span, Statement


@dataclass(frozen=True, slots=True)
class Saying:
    """Who says it, by which words, where the words are, through which channel."""

    who: Ref | None
    cue: Span | None
    channel: str | None
    sentence: Span

    def statement(self, content: Span, *, direct: bool) -> Statement:
        """The statement with that content; ids are given when all are known."""
        return Statement(
            id="",
            speaker=self.who,
            direct=direct,
            cue=self.cue,
            content=content,
            channel=self.channel,
            sentence=self.sentence,
        )

    def without_cue(self, sentence: Span) -> "Saying":
        """The same speaker in a sentence that has no cue of its own."""
        return replace(self, cue=None, sentence=sentence)


def saying(cue: Cue, text: str, cast: Cast) -> Saying:
    """What a cue tells of the one who speaks."""
    source, who = cue.source, None
    if source is not None:
        limit = cue.span.start if source.i < cue.head.i else None
        who = speaker(cue.sentence, source, text, cast, limit=limit)
    return Saying(who, cue.span, channel(cue.sentence, cue.head), cue.sentence.span)
