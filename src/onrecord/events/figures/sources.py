"""Who gives a figure."""

from collections.abc import Sequence
from functools import partial

from onrecord.events.figures.setting import Setting
from onrecord.lexicon import word_set
from onrecord.model import Attribution, Cast, Span, Statement, Token

_listed = partial(word_set, "figures")


def attribution(where: Setting, cast: Cast, statements: Sequence[Statement]) -> Attribution | None:
    """The speaker of the statement that holds it, "according to" whom, or a bare "estimated"."""
    said = _speaker(where, statements)
    if said:
        return Attribution(source=said.speaker, cue=said.cue, channel=said.channel)
    return _according(where, cast) or _given(where, cast) or _estimated(where)


def _speaker(where: Setting, statements: Sequence[Statement]) -> Statement | None:
    """The innermost statement around the figure."""
    around = [s for s in statements if s.content.covers(where.quantity.span)]
    return min(around, key=lambda s: s.content.length, default=None)


def _according(where: Setting, cast: Cast) -> Attribution | None:
    tokens = where.sentence.tokens
    for token in tokens:
        if token.lower not in _listed("sources") or token.i + 1 >= len(tokens):
            continue
        cue = Span(token.span.start, tokens[token.i + 1].span.end)
        below = (tokens[j] for j in sorted(where.sentence.subtree(token.i)))
        refs = next((r for t in below if (r := cast.refs_at(t.span))), ())
        return Attribution(source=refs[0] if refs else None, cue=cue)
    return None


def _given(where: Setting, cast: Cast) -> Attribution | None:
    """The subject of a verb of putting a number on something: "the bank puts the loss at ..."."""
    verb = where.verb
    if verb is None or verb.lemma not in _listed("givers"):
        return None
    for subject in where.sentence.dependents(verb.i, "nsubj"):
        refs = cast.refs_at(subject.span)
        if refs and subject.i != where.head.i:
            return Attribution(source=refs[0], cue=verb.span)
    return None


def _estimated(where: Setting) -> Attribution | None:
    """A passive verb of estimating over the number: "it is estimated", "are thought to be"."""
    for i in (*(t.i for t in where.path), *where.sentence.ancestors(where.path[-1].i)):
        token = where.sentence.tokens[i]
        if token.tag == "VBN" and token.lemma in _listed("cues") and _is_passive(where, token):
            return Attribution(source=None, cue=token.span)
    return None


def _is_passive(where: Setting, token: Token) -> bool:
    return bool(where.sentence.dependents(token.i, "auxpass"))
