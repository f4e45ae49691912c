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
    if verb.dep == "pcomp":
        return _before_quoted(sentence, verb)
    found = [(form, tokens) for form, tokens in _complements(sentence, verb) if _takes(cue, form)]
    for form, tokens in found:
        if form != "before" or not any(f == "clause" for f, _ in found):
            return _parts(sentence, tokens, _without(sentence, verb, tokens))
    if "parenthesis" in takes and _is_parenthesis(sentence, verb):
        return _around(sentence, sentence.tokens[verb.head], verb)
    return ()


def _takes(cue: Cue, form: str) -> bool:
    return ("clause" if form == "before" else form) in cue.verb.takes


def _is_parenthesis(sentence: Sentence, verb: Token) -> bool:
    """Whether the cue stands beside or within the clause that it reports."""
    if verb.dep == "parataxis":
        return True
    if verb.dep == "advcl":
        marks = sentence.dependents(verb.i, "mark", "advmod")
        return any(t.lower == "as" and t.i < verb.i for t in marks)
    if verb.dep != "conj" or not sentence.dependents(verb.i, "nsubj"):
        return False
    first = min(sentence.subtree(verb.i))
    return first > 0 and sentence.tokens[first - 1].text == ","


def _before_quoted(sentence: Sentence, verb: Token) -> tuple[Span, ...]:
    """What somebody "was quoted as saying": a clause before, or after it."""
    quoted = sentence.tokens[sentence.tokens[verb.head].head]
    for above in (verb, quoted):
        for token in sentence.dependents(above.i, "ccomp"):
            return _parts(sentence, sentence.subtree(token.i), ())
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
            yield _form(sentence, verb, token), tokens
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
        if token.pos != "PRON" and token.tag != "DT":
            yield "object", list(sentence.subtree(token.i))


def _form(sentence: Sentence, verb: Token, clause: Token) -> str:
    """Whether a clause follows its cue, precedes it, or is told as an order."""
    if any(t.tag == "TO" for t in sentence.dependents(clause.i, "aux")):
        return "order"
    if clause.i > verb.i:
        return "clause"
    between = sentence.tokens[clause.i : verb.i]
    finite = any(t.dep in ("nsubj", "nsubjpass", "expl") for t in sentence.dependents(clause.i))
    return "before" if finite and not any(t.text == ";" for t in between) else "none"


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
