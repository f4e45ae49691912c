"""One saying, on the way to a statement."""

from dataclasses import dataclass, replace

from onrecord.events.statements.channels import channel, document
from onrecord.events.statements.cues import Cue
from onrecord.events.statements.lexicon import documents, resuming
from onrecord.events.statements.sources import speaker, speaks_alone
from onrecord.model import Cast, Ref, Span, Statement, Token


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


def saying(cue: Cue, text: str, cast: Cast, papers: dict[str, Ref]) -> Saying:
    """What a cue tells of the one who speaks.

    `papers` keeps whose each document is ("statement": the ministry), for when it speaks alone:
    "The statement added ...", and whom a pronoun resumes. It is read and added to.
    """
    source, who = cue.source, None
    if source is not None:
        limit = cue.span.start if source.i < cue.head.i else None
        who = speaker(cue.sentence, source, text, cast, limit=limit)
        who = _resumed(source, _by_paper(cue, source, who, papers), papers)
    return Saying(who, cue.span, channel(cue.sentence, cue.head), cue.sentence.span)


def _resumed(source: Token, who: Ref, spoken: dict[str, Ref]) -> Ref:
    """The speaker, or whom a pronoun resumes that spoke last and is no actor ("a nun")."""
    pronouns = resuming().get(source.tag, ())
    if who.actor is not None or pronouns:
        for pronoun in {p for of_tag in resuming().values() for p in of_tag}:
            spoken.pop(pronoun, None)
        if who.actor is None:
            spoken.update(dict.fromkeys(pronouns, who))
    known = spoken.get(source.lower) if source.tag == "PRP" else None
    return replace(known, span=who.span) if known and who.actor is None else who


def _by_paper(cue: Cue, source: Token, who: Ref, papers: dict[str, Ref]) -> Ref:
    """The speaker, or whose document it is that speaks; notes the document."""
    if source.lemma in documents():
        if speaks_alone(cue.sentence, source):
            known = papers.get(source.lemma) if who.actor is None else None
            return replace(known, span=who.span) if known else who
        papers[source.lemma] = who
    elif (paper := document(cue.sentence, cue.head)) is not None:
        papers[paper] = who
    return who
