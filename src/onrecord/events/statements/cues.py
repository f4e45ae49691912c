"""Cues: the words in a sentence that give what is said to somebody."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from onrecord.events.statements.lexicon import CueVerb, cue_verbs, reports
from onrecord.events.statements.subjects import (
    astray,
    is_further_cue,
    source_beside,
    source_of,
)
from onrecord.events.statements.verb_groups import is_negated, is_purpose, is_whole, verb_group
from onrecord.model import Sentence, Span, Token

_ACCORDING = CueVerb("speech", frozenset(("according",)))


@dataclass(frozen=True)
class Cue:
    """Words of attribution and the token that heads the phrase of their source.

    `head` is the verb, or "according"; `span` the verb with its group, or "according to".
    `source` is None where the sentence names none.
    """

    sentence: Sentence
    head: Token
    span: Span
    verb: CueVerb
    source: Token | None

    @cached_property
    def clause(self) -> Span:
        """Source and cue: what stands between the parts of a two-part quotation."""
        if self.source is None:
            return self.span
        inside = [self.sentence.tokens[i] for i in self.sentence.subtree(self.source.i)]
        words = [t.span for t in inside if t.pos != "PUNCT"] or [self.source.span]
        source = Span(min(words).start, max(words).end)
        if source.end <= self.span.start or source.start >= self.span.end:
            return Span(min(source.start, self.span.start), max(source.end, self.span.end))
        near = self.source.span
        return Span(min(near.start, self.span.start), max(near.end, self.span.end))


def find_cues(sentence: Sentence, quoted: Sequence[Span]) -> Iterator[Cue]:
    """The cues of a sentence outside of what is `quoted`, in text order.

    A negated one ("would not say") and a purpose ("to say") are none.
    """
    verbs = cue_verbs()
    for token in sentence.tokens:
        if token.pos != "VERB":
            continue
        verb = verbs.get(token.lemma)
        if token.lower == "according" and not _is_inside(token, quoted):
            yield from _according(sentence, token)
        elif verb is not None and not _is_inside(token, quoted):
            yield from _verb(sentence, token, verb, quoted)


def _verb(sentence: Sentence, token: Token, verb: CueVerb, quoted: Sequence[Span]) -> Iterator[Cue]:
    """The cue that a verb makes, if it is whole, comes true, and has a source."""
    if not is_whole(sentence, token):
        return
    source = source_of(sentence, token)
    if source is None or _is_inside(source, quoted):
        first = sentence.tokens[token.head] if is_further_cue(sentence, token) else token
        source = source_beside(sentence, first, quoted) or astray(sentence, first)
    if source is None or is_negated(sentence, token) or is_purpose(sentence, token):
        return
    if verb.kind != "report" or _reports(sentence, source):
        yield Cue(sentence, token, verb_group(sentence, token), verb, source)


def _reports(sentence: Sentence, source: Token) -> bool:
    """Whether a source can show something by saying it: a finding, or a name ("Gallup")."""
    if source.tag == "WDT":
        verb = sentence.tokens[source.head]
        source = sentence.tokens[verb.head] if verb.dep == "relcl" else source
    return source.lemma in reports() or source.tag.startswith("NNP")


def _is_inside(token: Token, quoted: Sequence[Span]) -> bool:
    return any(span.covers(token.span) for span in quoted)


def _according(sentence: Sentence, token: Token) -> Iterator[Cue]:
    following = sentence.tokens[token.i + 1 : token.i + 2]
    if not following or following[0].lower != "to":
        return
    to = following[0]
    for source in sentence.dependents(to.i, "pobj"):
        span = Span(token.span.start, to.span.end)
        yield Cue(sentence, token, span, _ACCORDING, source)
