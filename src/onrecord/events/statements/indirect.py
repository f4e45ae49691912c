"""Indirect speech: the clause or phrase that a cue reports, as the parse has it."""

from collections.abc import Iterable, Iterator

from onrecord.events.statements.cues import Cue
from onrecord.model import Sentence, Span, Token

_EDGES = frozenset(",.;:—–-…")


def contents(cue: Cue) -> tuple[Span, ...]:
    """What the cue reports, in one part or, where the cue breaks into it, in several."""
    sentence, verb, takes = cue.sentence, cue.head, cue.verb.takes
    if "according" in takes:
        return _around(sentence, _governor(sentence, verb), verb)
    if verb.dep == "parataxis" and "parenthesis" in takes:
        return _around(sentence, sentence.tokens[verb.head], verb)
    for form, found in _complements(sentence, verb):
        if form in takes:
            return _parts(sentence, found, _without(sentence, verb, found))
    return ()


def _governor(sentence: Sentence, token: Token) -> Token:
    """The verb above an "according to" phrase."""
    top = token
    for i in sentence.ancestors(token.i):
        top = sentence.tokens[i]
        if top.pos in ("VERB", "AUX") and top.dep in ("ROOT", "ccomp", "conj", "advcl", "relcl"):
            break
    return top


def _around(sentence: Sentence, top: Token, cue: Token) -> tuple[Span, ...]:
    return _parts(sentence, sentence.subtree(top.i), sentence.subtree(cue.i))


def _complements(sentence: Sentence, verb: Token) -> Iterator[tuple[str, list[int]]]:
    """The complements of a verb, each with its form and its tokens."""
    below = sentence.dependents(verb.i)
    objects = [t for t in below if t.dep == "dobj" and t.i > verb.i]
    for token in below:
        tokens = list(sentence.subtree(token.i))
        if token.dep == "ccomp":
            infinitive = any(t.tag == "TO" for t in sentence.dependents(token.i, "aux"))
            yield ("order" if infinitive else "clause"), tokens
        elif token.dep == "oprd" and objects:
            yield "portrayal", [*sentence.subtree(objects[0].i), *tokens]
        elif token.dep == "xcomp" and token.tag == "VBG":
            yield "gerund", tokens
        elif token.dep == "xcomp" and any(t.tag == "TO" for t in sentence.dependents(token.i)):
            if objects:
                yield "order", [*sentence.subtree(objects[0].i), *tokens]
            else:
                yield "infinitive", tokens
    for token in objects:
        yield "object", list(sentence.subtree(token.i))


def _without(sentence: Sentence, verb: Token, found: Iterable[int]) -> Iterator[int]:
    """The tokens that belong to the cue and not to its complement."""
    inside = set(found)
    return (i for i in sentence.subtree(verb.i) if i not in inside)


def _parts(sentence: Sentence, inside: Iterable[int], outside: Iterable[int]) -> tuple[Span, ...]:
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
    if all(t.pos == "PUNCT" or t.tag.startswith("W") for t in tokens):
        return None
    return Span(tokens[0].span.start, tokens[-1].span.end)
