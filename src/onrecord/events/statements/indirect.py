"""Indirect speech: the clause that a cue reports, as the parse has it."""

from collections.abc import Iterator

from onrecord.events.statements.cues import Cue
from onrecord.model import Sentence, Span, Token

_EDGES = frozenset(",.;:—–-…?!")


def contents(cue: Cue) -> tuple[Span, ...]:
    """What the cue reports, in one part or, where the cue breaks into it, in several."""
    sentence, verb = cue.sentence, cue.head
    takes = cue.verb.takes
    if verb.dep == "parataxis" and "parenthesis" in takes and verb.head != verb.i:
        return _parts(sentence, sentence.subtree(verb.head), sentence.subtree(verb.i))
    for token in sentence.dependents(verb.i, "ccomp"):
        if "clause" in takes:
            return _parts(sentence, sentence.subtree(token.i), _outside(sentence, cue, token))
    return ()


def _outside(sentence: Sentence, cue: Cue, clause: Token) -> Iterator[int]:
    """The tokens that belong to the cue and not to the clause."""
    clause_tokens = set(sentence.subtree(clause.i))
    return (i for i in sentence.subtree(cue.head.i) if i not in clause_tokens)


def _parts(sentence: Sentence, inside: Iterator[int], outside: Iterator[int]) -> tuple[Span, ...]:
    """The runs of tokens that are inside, without the punctuation at their edges."""
    left_out = set(outside)
    runs: list[list[int]] = []
    for i in sorted(set(inside) - left_out):
        if runs and (runs[-1][-1] == i - 1):
            runs[-1].append(i)
        else:
            runs.append([i])
    spans = (_trimmed([sentence.tokens[i] for i in run]) for run in runs)
    return tuple(span for span in spans if span is not None)


def _trimmed(tokens: list[Token]) -> Span | None:
    while tokens and tokens[-1].text in _EDGES:
        tokens.pop()
    while tokens and tokens[0].text in _EDGES:
        tokens.pop(0)
    return Span(tokens[0].span.start, tokens[-1].span.end) if tokens else None
