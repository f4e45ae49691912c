"""Cues: the words in a sentence that give what is said to somebody."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from onrecord.events.statements.lexicon import (
    CueVerb,
    aspect_verbs,
    cue_verbs,
    documents,
    particles,
    reports,
)
from onrecord.model import Sentence, Span, Token

_GROUP = frozenset(("aux", "auxpass", "neg", "advmod"))
_SUBJECTS = frozenset(("nsubj", "nsubjpass", "csubj"))
_ADJACENT = 2
_LONGEST_PHRASE = 200
_NOMINAL = ("NN", "PRP", "DT", "CD")
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


def find_cues(sentence: Sentence, quoted: Sequence[Span]) -> Iterator[Cue]:
    """The cues of a sentence outside of what is `quoted`, in text order.

    A negated one ("would not say") and a purpose ("to say") are none.
    """
    verbs = cue_verbs()
    for token in sentence.tokens:
        if token.lower == "according" and not _is_inside(token, quoted):
            yield from _according(sentence, token)
        verb = verbs.get(token.lemma) if token.pos == "VERB" else None
        if verb is None or _is_inside(token, quoted) or not _is_whole(sentence, token):
            continue
        source = _source(sentence, token)
        if source is None or _is_inside(source, quoted):
            source = _beside(sentence, token, quoted)
        if source is None or _is_negated(sentence, token) or _is_purpose(sentence, token):
            continue
        if verb.kind == "report" and not _reports(sentence, source):
            continue
        yield Cue(sentence, token, verb_group(sentence, token), verb, source)


def _reports(sentence: Sentence, source: Token) -> bool:
    """Whether a source can show something by saying it: a finding, or a name ("Gallup")."""
    if source.tag == "WDT":
        verb = sentence.tokens[source.head]
        source = sentence.tokens[verb.head] if verb.dep == "relcl" else source
    return source.lemma in reports() or source.tag.startswith("NNP")


def _is_inside(token: Token, quoted: Sequence[Span]) -> bool:
    return any(span.covers(token.span) for span in quoted)


def _beside(sentence: Sentence, verb: Token, quoted: Sequence[Span]) -> Token | None:
    """The source by its place, where the parser took one from the quotation.

    It stands between quotation and verb (", Ms Berg said"), or else follows the verb.
    """
    group = verb_group(sentence, verb)
    end = max((span.end for span in quoted if span.end <= group.start), default=None)
    if end is None or end < sentence.span.start or group.start - end > _LONGEST_PHRASE:
        return None
    before = sentence.head_of(Span(end, group.start)) if end < group.start else None
    if before is not None and before.tag.startswith(_NOMINAL):
        return before
    if group.start - end > _ADJACENT:
        return None
    after = sentence.tokens[verb.i + 1 :]
    stop = next((t.span.start for t in after if t.pos == "PUNCT"), sentence.span.end)
    found = sentence.head_of(Span(group.end, stop)) if group.end < stop else None
    return found if found is not None and found.tag.startswith(_NOMINAL) else None


def _according(sentence: Sentence, token: Token) -> Iterator[Cue]:
    following = sentence.tokens[token.i + 1 : token.i + 2]
    if not following or following[0].lower != "to":
        return
    to = following[0]
    for source in sentence.dependents(to.i, "pobj"):
        span = Span(token.span.start, to.span.end)
        yield Cue(sentence, token, span, _ACCORDING, source)


def _is_whole(sentence: Sentence, verb: Token) -> bool:
    """Whether a verb that speaks only with a particle has it."""
    wanted = particles().get(verb.lemma)
    particle = _particle(sentence, verb) if wanted is not None else None
    return wanted is None or (particle is not None and particle.lower in wanted)


def _particle(sentence: Sentence, verb: Token) -> Token | None:
    """The word after the verb that belongs to it: "pointed out", "made (it) clear"."""
    wanted = particles().get(verb.lemma, frozenset())
    for token in sentence.tokens[verb.i + 1 : verb.i + 3]:
        if token.lower in wanted or (token.head == verb.i and token.dep == "prt"):
            return token
        if token.lower != "it":
            return None
    return None


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
    if verb.dep == "pcomp" and tokens[verb.head].lower == "as":
        top = tokens[tokens[verb.head].head]
    first = top.i
    while first and _in_group(tokens[first - 1], top):
        first -= 1
    particle = _particle(sentence, verb)
    last = verb.i if particle is None else particle.i
    if last + 1 < len(tokens) and tokens[last + 1].text == ":":
        last += 1
    return Span(tokens[first].span.start, tokens[last].span.end)


def _in_group(token: Token, verb: Token) -> bool:
    return token.head == verb.i and token.dep in _GROUP


def _source(sentence: Sentence, verb: Token) -> Token | None:
    """The subject of the verb, its agent, or what it shares with the verb that it goes with."""
    own = _subject(sentence, verb)
    if own is not None or _is_passive(sentence, verb):
        return own
    governor = sentence.tokens[verb.head]
    if verb.dep == "acl" and verb.tag == "VBG":
        return _issuer(sentence, governor)
    if verb.dep == "pcomp" and governor.lower == "as":
        return _quoted(sentence, sentence.tokens[governor.head])
    return _shared(sentence, verb, governor)


def _issuer(sentence: Sentence, document: Token) -> Token:
    """Who gives out a document ("the army issued a statement saying"), or else the document."""
    verb = sentence.tokens[document.head]
    if document.dep == "dobj" and document.lemma in documents():
        return _subject(sentence, verb) or document
    return document


def _shared(sentence: Sentence, verb: Token, governor: Token) -> Token | None:
    """The source of the verb above a conjunct, an infinitive or a participle."""
    if verb.tag == "VBN" and not _has_perfect(sentence, verb):
        return None
    if is_further_cue(sentence, verb) and governor.dep == "ccomp":
        return _source(sentence, sentence.tokens[governor.head])
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


def is_further_cue(sentence: Sentence, token: Token) -> bool:
    """Whether a participle goes on from an earlier cue: "said X, adding that Y"."""
    if token.tag != "VBG" or token.dep != "advcl" or token.lemma not in cue_verbs():
        return False
    if sentence.dependents(token.i, "mark", "aux"):
        return False
    first = min(sentence.subtree(token.i))
    return first > 0 and sentence.tokens[first - 1].text == ","


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
