"""Sources: the phrase that names a speaker, and who that is."""

from collections.abc import Sequence

from onrecord.events.statements.datelines import dateline_end
from onrecord.events.statements.lexicon import documents
from onrecord.lexicon import word_set
from onrecord.model import Cast, Ref, Sentence, Span, Token

_TRAILING = " ,;:—–-"
_DASHES = frozenset(("-", "—", "–", "--"))
_PARTNERS = {"(": ")", ")": "(", "[": "]", "]": "[", "“": "”", "”": "“", '"': '"'}
_ARTICLE = 3


def speaker(
    sentence: Sentence, head: Token, text: str, cast: Cast, *, limit: int | None = None
) -> Ref:
    """The speaker named by the phrase that `head` heads; its span is the whole phrase.

    The phrase ends before `limit`, if one is given.
    """
    span = phrase(sentence, head, text)
    if limit is not None and span.end > limit:
        kept = text[head.span.end : limit].rstrip(_TRAILING)
        span = Span(span.start, head.span.end + len(kept))
    owner = _owner(sentence, _antecedent(sentence, head))
    known = _actor(sentence, owner, cast)
    if known is not None:
        return Ref(name=known.name, actor=known.actor, span=span)
    for token in sentence.within(span):
        mention = cast.mention_at(token.span)
        if mention and mention.form == "name" and _is_first(mention.span, span, text):
            for first in cast.refs_at(token.span):
                return Ref(name=first.name, actor=first.actor, span=span)
    return Ref(name=_name(sentence, owner), actor=None, span=span)


def _actor(sentence: Sentence, owner: Token, cast: Cast) -> Ref | None:
    """Who the phrase stands for; a name in it tells more than a title ("the envoy, Ms Berg")."""
    described = _named_person(sentence, owner, cast)
    if described is not None:
        return described
    for token in (owner, *sentence.dependents(owner.i, "appos")):
        mention = cast.mention_at(token.span)
        for known in cast.refs_at(token.span):
            if mention is not None and mention.form == "name":
                return known
            described = described or known
    return described


def _named_person(sentence: Sentence, owner: Token, cast: Cast) -> Ref | None:
    """The person whose bare name follows a title: "the Home Secretary, Ana Berg"."""
    if not sentence.dependents(owner.i, "det", "poss"):
        return None
    for token in sentence.dependents(owner.i, "appos"):
        if token.tag == "NNP" and not sentence.dependents(token.i, "det", "poss"):
            for known in cast.refs_at(token.span):
                if known.actor is not None and cast.actor(known.actor).kind == "person":
                    return known
    return None


def _is_first(name: Span, span: Span, text: str) -> bool:
    """Whether a name is the first of several in a phrase: "the Red Cross and aid groups"."""
    before = text[span.start : name.start].strip()
    after = text[name.end : span.end].split(maxsplit=1)
    return len(before) <= _ARTICLE and bool(after) and after[0] in word_set("statements", "joins")


def phrase(sentence: Sentence, head: Token, text: str) -> Span:
    """The whole noun phrase, with the comma that closes an apposition, without a dateline."""
    tokens = sentence.tokens
    first, last = _reach(sentence, head)
    start = dateline_end(sentence, text)
    while first < head.i and tokens[first].span.start < start:
        first += 1
    while last > head.i and (tokens[last].tag == "POS" or _is_loose(tokens, first, last, last)):
        last -= 1
    while first < head.i and _is_loose(tokens, first, last, first):
        first += 1
    end = tokens[last].span.end
    if any(t.text == "," for t in tokens[head.i : last]) and text[end : end + 1] == ",":
        end += 1
    return Span(tokens[first].span.start, end)


def is_dash(tokens: Sequence[Token], i: int) -> bool:
    """Whether token `i` is a dash between words, not a hyphen within one."""
    spaced = i == 0 or tokens[i - 1].span.end < tokens[i].span.start
    return tokens[i].text in _DASHES and spaced


def _reach(sentence: Sentence, head: Token) -> tuple[int, int]:
    """The first and last token around `head` that hang together below it."""
    inside = set(sentence.subtree(head.i))
    first = last = head.i
    while first - 1 in inside:
        first -= 1
    while last + 1 in inside:
        last += 1
    return first, last


def _is_loose(tokens: Sequence[Token], first: int, last: int, i: int) -> bool:
    """Whether token `i`, at an edge, is a mark without its partner or a particle ("even")."""
    token = tokens[i]
    if token.pos != "PUNCT":
        return i == first and token.tag == "RB" and token.dep == "advmod"
    partner = _PARTNERS.get(token.text)
    return partner is None or all(t.text != partner for t in tokens[first : last + 1] if t.i != i)


def _antecedent(sentence: Sentence, head: Token) -> Token:
    """What a relative pronoun stands for."""
    if head.lower in word_set("statements", "relatives") and head.tag.startswith("W"):
        verb = sentence.tokens[head.head]
        if verb.dep == "relcl":
            return sentence.tokens[verb.head]
    return head


def _owner(sentence: Sentence, head: Token) -> Token:
    """The one for whom a document speaks: "a statement from the ministry"."""
    if head.lemma not in documents():
        return head
    for token in sentence.dependents(head.i):
        if token.dep in ("poss", "compound") and token.tag in ("NNP", "NNPS", "PRP$", "NN"):
            return token
        if token.dep == "prep" and token.lower in word_set("statements", "owning"):
            for inner in sentence.dependents(token.i, "pobj"):
                return inner
    return head


def speaks_alone(sentence: Sentence, document: Token) -> bool:
    """Whether a document speaks without a word on whose it is ("the statement said")."""
    return _owner(sentence, document) is document


def _name(sentence: Sentence, head: Token) -> str:
    """The words of a phrase that no actor is known for: the name in it, if it has one.

    "The envoy, Ana Brkovic" is Ana Brkovic: a bare name in apposition tells more than a title.
    """
    if head.tag in ("NN", "NNS") or sentence.dependents(head.i, "det"):
        for token in sentence.dependents(head.i, "appos"):
            if token.tag == "NNP" and not sentence.dependents(token.i, "det", "poss"):
                return _name(sentence, token)
    low = head.i
    left = [t for t in sentence.dependents(head.i, "compound", "nmod", "amod") if t.i < head.i]
    if left:
        low = min(min(sentence.subtree(t.i)) for t in left)
    words = sentence.tokens[low : head.i + 1]
    return " ".join(t.text for t in words)


def named(sentence: Sentence, label: Span, text: str, cast: Cast) -> Ref:
    """The speaker that a label names."""
    head = sentence.head_of(label)
    known = cast.refs_at(head.span) if head else ()
    if known:
        return Ref(name=known[0].name, actor=known[0].actor, span=label)
    return Ref(name=label.of(text), actor=None, span=label)
