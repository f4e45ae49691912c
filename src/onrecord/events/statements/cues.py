"""Cues: the words in a sentence that give what is said to somebody."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from onrecord.events.statements.lexicon import CueVerb, aspect_verbs, cue_verbs, particles
from onrecord.model import Sentence, Span, Token

_GROUP = frozenset(("aux", "auxpass", "neg", "advmod"))
_SUBJECTS = frozenset(("nsubj", "nsubjpass", "csubj"))
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
        source = self.sentence.subtree_span(self.source.i)
        if source.end <= self.span.start or source.start >= self.span.end:
            return Span(min(source.start, self.span.start), max(source.end, self.span.end))
        near = self.source.span
        return Span(min(near.start, self.span.start), max(near.end, self.span.end))


def find_cues(sentence: Sentence) -> Iterator[Cue]:
    """The cues of a sentence, in text order; a negated one ("would not say") is none."""
    verbs = cue_verbs()
    for token in sentence.tokens:
        if token.lower == "according":
            yield from _according(sentence, token)
        verb = verbs.get(token.lemma) if token.pos == "VERB" else None
        if verb is None or not _has_particle(sentence, token):
            continue
        source = _source(sentence, token)
        if source is None or _is_negated(sentence, token) or _is_purpose(sentence, token):
            continue
        yield Cue(sentence, token, verb_group(sentence, token), verb, source)


def _according(sentence: Sentence, token: Token) -> Iterator[Cue]:
    following = sentence.tokens[token.i + 1 : token.i + 2]
    if not following or following[0].lower != "to":
        return
    to = following[0]
    for source in sentence.dependents(to.i, "pobj"):
        span = Span(token.span.start, to.span.end)
        yield Cue(sentence, token, span, _ACCORDING, source)


def _has_particle(sentence: Sentence, token: Token) -> bool:
    wanted = particles().get(token.lemma)
    if wanted is None:
        return True
    following = sentence.tokens[token.i + 1 : token.i + 2]
    return bool(following) and following[0].lower in wanted


def _is_negated(sentence: Sentence, verb: Token) -> bool:
    return any(t.dep == "neg" for t in sentence.dependents(verb.i))


def _is_purpose(sentence: Sentence, verb: Token) -> bool:
    """Whether the verb is an infinitive that nothing tells to have come true ("to warn them")."""
    if not any(t.tag == "TO" for t in sentence.dependents(verb.i, "aux")):
        return False
    return not _goes_on(sentence, verb)


def _goes_on(sentence: Sentence, verb: Token) -> bool:
    """Whether an infinitive belongs to a verb that only says how it went: "went on to say"."""
    return verb.dep == "xcomp" and sentence.tokens[verb.head].lemma in aspect_verbs()


def verb_group(sentence: Sentence, verb: Token) -> Span:
    """The verb with the auxiliaries and adverbs before it, its particle and a colon after it."""
    tokens = sentence.tokens
    top = tokens[verb.head] if _goes_on(sentence, verb) else verb
    first = top.i
    while first and _in_group(tokens[first - 1], top):
        first -= 1
    last = verb.i
    if last + 1 < len(tokens) and tokens[last + 1].head == verb.i and tokens[last + 1].dep == "prt":
        last += 1
    if last + 1 < len(tokens) and tokens[last + 1].text == ":":
        last += 1
    return Span(tokens[first].span.start, tokens[last].span.end)


def _in_group(token: Token, verb: Token) -> bool:
    return token.head == verb.i and token.dep in _GROUP


def _source(sentence: Sentence, verb: Token) -> Token | None:
    """The subject of the verb, its agent, or the subject of the verb that it goes with."""
    own = _subject(sentence, verb)
    if own is not None or _is_passive(sentence, verb):
        return own
    governor = sentence.tokens[verb.head]
    if verb.dep == "acl" and verb.tag == "VBG":
        return governor
    if verb.dep == "pcomp" and governor.lower == "as":
        return _quoted(sentence, sentence.tokens[governor.head])
    if verb.tag == "VBN" and not _has_perfect(sentence, verb):
        return None
    joined = verb.dep == "conj" or (verb.dep in ("xcomp", "advcl") and verb.tag in ("VB", "VBG"))
    if joined and governor.i != verb.i and governor.pos in ("VERB", "AUX"):
        return _source(sentence, governor)
    return None


def _subject(sentence: Sentence, verb: Token) -> Token | None:
    if _is_passive(sentence, verb):
        agents = sentence.dependents(verb.i, "agent")
        return next((t for by in agents for t in sentence.dependents(by.i, "pobj")), None)
    below = [t for t in sentence.dependents(verb.i) if t.dep in _SUBJECTS]
    return max((t for t in below if t.i < verb.i), key=lambda t: t.i, default=None) or next(
        iter(below), None
    )


def _has_perfect(sentence: Sentence, verb: Token) -> bool:
    """Whether a participle has an auxiliary of its own or shares that of the verb before it."""
    governor = sentence.tokens[verb.head]
    return bool(
        sentence.dependents(verb.i, "aux")
        or (verb.dep == "conj" and sentence.dependents(governor.i, "aux"))
    )


def _quoted(sentence: Sentence, verb: Token) -> Token | None:
    """Who is quoted, in "was quoted as saying"."""
    if not _is_passive(sentence, verb):
        return None
    return next(iter(sentence.dependents(verb.i, "nsubjpass")), None)


def _is_passive(sentence: Sentence, verb: Token) -> bool:
    return any(t.dep in ("auxpass", "nsubjpass") for t in sentence.dependents(verb.i))
