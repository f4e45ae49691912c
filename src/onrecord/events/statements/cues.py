"""Cues: the words in a sentence that give what is said to somebody."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from onrecord.events.statements.lexicon import CueVerb, cue_verbs, particles
from onrecord.model import Sentence, Span, Token

_GROUP = frozenset(("aux", "auxpass", "neg", "advmod"))
_SUBJECTS = frozenset(("nsubj", "nsubjpass", "csubj"))


@dataclass(frozen=True)
class Cue:
    """A verb of attribution with its group, and the token that heads the phrase of its source.

    `source` is None where the sentence names none. `phrase` says how the source stands to the
    verb: "subject", "agent" or "object" of a preposition ("according to").
    """

    sentence: Sentence
    head: Token
    span: Span
    verb: CueVerb
    source: Token | None

    @cached_property
    def clause(self) -> Span:
        """Source and verb group: what stands between the parts of a two-part quotation."""
        if self.source is None:
            return self.span
        source = self.sentence.subtree_span(self.source.i)
        if source.end <= self.span.start or source.start >= self.span.end:
            return Span(min(source.start, self.span.start), max(source.end, self.span.end))
        return Span(min(self.source.span.start, self.span.start), self.span.end)


def find_cues(sentence: Sentence) -> Iterator[Cue]:
    """The cues of a sentence that have a verb, in text order."""
    verbs = cue_verbs()
    for token in sentence.tokens:
        if token.pos != "VERB":
            continue
        verb = verbs.get(token.lemma)
        if verb is None or not _has_particle(sentence, token):
            continue
        source = _source(sentence, token)
        if token.tag == "VBN" and source is None:
            continue
        yield Cue(sentence, token, verb_group(sentence, token), verb, source)


def _has_particle(sentence: Sentence, token: Token) -> bool:
    wanted = particles().get(token.lemma)
    if wanted is None:
        return True
    following = sentence.tokens[token.i + 1 : token.i + 2]
    return bool(following) and following[0].lower in wanted


def verb_group(sentence: Sentence, verb: Token) -> Span:
    """The verb with the auxiliaries, negations and adverbs before it and its particle."""
    first = verb.i
    while first and _in_group(sentence.tokens[first - 1], verb):
        first -= 1
    last = verb.i
    following = sentence.tokens[last + 1 : last + 2]
    if following and following[0].head == verb.i and following[0].dep == "prt":
        last += 1
    return Span(sentence.tokens[first].span.start, sentence.tokens[last].span.end)


def _in_group(token: Token, verb: Token) -> bool:
    return token.head == verb.i and token.dep in _GROUP


def _source(sentence: Sentence, verb: Token) -> Token | None:
    """The subject of the verb, its agent, or the subject of the verb that it goes with."""
    own = _subject(sentence, verb)
    if own is not None or _is_passive(sentence, verb):
        return own
    if verb.dep == "conj" or verb.dep in ("xcomp", "advcl") and verb.tag in ("VB", "VBG"):
        governor = sentence.tokens[verb.head]
        if governor.i != verb.i and governor.pos in ("VERB", "AUX"):
            return _source(sentence, governor)
    if verb.dep == "acl" and verb.tag == "VBG":
        return sentence.tokens[verb.head]
    return None


def _subject(sentence: Sentence, verb: Token) -> Token | None:
    if _is_passive(sentence, verb):
        for by in sentence.dependents(verb.i, "agent"):
            for token in sentence.dependents(by.i, "pobj"):
                return token
        return None
    for token in sentence.dependents(verb.i):
        if token.dep in _SUBJECTS:
            return token
    return None


def _is_passive(sentence: Sentence, verb: Token) -> bool:
    return any(t.dep in ("auxpass", "nsubjpass") for t in sentence.dependents(verb.i))
