"""Indirect speech: the clause or phrase that a cue reports, as the parse has it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from onrecord.events.statements.cues import Cue, is_further_cue
from onrecord.model import Sentence, Span, Token

_UNBROKEN = frozenset(("portrayal", "order", "judged"))
_FINITE = frozenset(("VBZ", "VBD"))
_EDGES = frozenset(",.;:—–-…")


@dataclass(frozen=True, slots=True)
class Content:
    """A part of what is reported; `only_quoting` if it counts only where it quotes words."""

    span: Span
    only_quoting: bool


def contents(cue: Cue) -> tuple[Content, ...]:
    """What the cue reports, in one part or, where the cue breaks into it, in several."""
    form, parts = _reported(cue)
    return tuple(Content(part, only_quoting=form in cue.verb.takes_quoting) for part in parts)


def _reported(cue: Cue) -> tuple[str, tuple[Span, ...]]:
    """The form in which the cue gives its content, and the parts of that."""
    sentence, verb, takes = cue.sentence, cue.head, cue.verb.takes
    if "according" in takes:
        return "according", _around(sentence, _governor(sentence, verb), verb)
    if verb.dep == "pcomp":
        return "clause", _before_quoted(sentence, verb)
    found = [(form, tokens) for form, tokens in _complements(sentence, verb) if _takes(cue, form)]
    for form, tokens in found:
        if form != "before" or not any(f == "clause" for f, _ in found):
            inside = _whole(tokens) if form in _UNBROKEN else tokens
            return form, _parts(sentence, inside, _without(sentence, verb, inside))
    if "clause" in takes and (that := _that(sentence, verb)) is not None:
        below = (i for i in sentence.subtree(verb.i) if i >= that.i)
        return "clause", _parts(sentence, below, ())
    if "parenthesis" in takes and _is_parenthesis(sentence, verb):
        return "parenthesis", _around(sentence, sentence.tokens[verb.head], verb)
    return "none", ()


def _takes(cue: Cue, form: str) -> bool:
    wanted = "clause" if form == "before" else form
    return wanted in cue.verb.takes or wanted in cue.verb.takes_quoting


def _whole(tokens: list[int]) -> list[int]:
    """All tokens from the first to the last."""
    return list(range(min(tokens), max(tokens) + 1))


def _that(sentence: Sentence, verb: Token) -> Token | None:
    """The "that" of a clause which the parser hung elsewhere, no verb standing between."""
    for token in sentence.tokens[verb.i + 1 :]:
        if token.lower == "that" and token.tag == "IN" and token.dep == "mark":
            return token
        if token.pos in ("VERB", "AUX"):
            return None
    return None


def _is_parenthesis(sentence: Sentence, verb: Token) -> bool:
    """Whether the cue stands beside or within the clause that it reports."""
    if verb.dep == "parataxis":
        return True
    if sentence.dependents(verb.i, "xcomp", "acomp", "prt"):
        return False
    if verb.dep == "advcl":
        marks = sentence.dependents(verb.i, "mark", "advmod")
        opens = any(t.lower == "as" and t.i < verb.i for t in marks)
        return opens and not sentence.dependents(verb.i, "dobj")
    if verb.dep != "conj" or not sentence.dependents(verb.i, "nsubj"):
        return False
    inside = sorted(sentence.subtree(verb.i))
    return _is_set_off(sentence, inside[0], inside[-1])


def _is_set_off(sentence: Sentence, first: int, last: int) -> bool:
    """Whether punctuation parts the words from `first` to `last` from what is around them."""
    tokens = sentence.tokens
    opens = first > 0 and tokens[first - 1].text == ","
    return opens and (last + 1 >= len(tokens) or tokens[last + 1].pos == "PUNCT")


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
    """The clause of `top` without the cue; what opens the sentence belongs to the clause."""
    own = set(sentence.subtree(cue.i))
    subject = next((t.i for t in sentence.dependents(cue.i, "nsubj")), cue.i)
    for token in sentence.dependents(cue.i, "advcl", "prep"):
        if token.i < min(subject, cue.i) and 0 in (inside := set(sentence.subtree(token.i))):
            return _parts(sentence, {*sentence.subtree(top.i), *inside}, own - inside)
    return _parts(sentence, sentence.subtree(top.i), own)


def _complements(sentence: Sentence, verb: Token) -> Iterator[tuple[str, list[int]]]:
    """The complements of a verb, each with its form and its tokens."""
    below = sentence.dependents(verb.i)
    objects = [t for t in below if t.dep == "dobj" and t.i > verb.i]
    for token in below:
        tokens = list(sentence.subtree(token.i))
        if token.dep == "ccomp":
            yield _form(sentence, verb, token), _own(sentence, verb, token)
        elif objects and (token.dep == "oprd" or token.lower == "as") and _differs(objects[0]):
            yield "portrayal", [*sentence.subtree(objects[0].i), *tokens]
        elif token.dep == "xcomp" and token.tag == "VBG":
            yield "gerund", tokens
        elif token.dep == "xcomp" and any(t.tag == "TO" for t in sentence.dependents(token.i)):
            if objects:
                yield "order", [*sentence.subtree(objects[0].i), *tokens]
            else:
                yield "infinitive", tokens
    for token in objects:
        if token.tag != "DT":
            later = [t for t in below if t.i > token.i and t.dep == "prep"]
            yield "judged", [i for t in (token, *later) for i in sentence.subtree(t.i)]
        if token.pos != "PRON" and token.tag != "DT":
            yield "object", list(sentence.subtree(token.i))


def _own(sentence: Sentence, verb: Token, clause: Token) -> list[int]:
    """The tokens of a reported clause, without what the parser hung there from outside.

    That is a second predicate of the cue's subject, a further cue in a participle ("adding
    that"), and a clause with "while" that sets something against the whole.
    """
    inside = set(sentence.subtree(clause.i))
    for token in sentence.dependents(clause.i, "conj", "advcl"):
        if token.i > clause.i and _is_outside(sentence, verb, clause, token):
            inside -= set(sentence.subtree(token.i))
            inside -= {t.i for t in sentence.dependents(clause.i, "cc") if t.i < token.i}
    return list(inside)


def _is_outside(sentence: Sentence, verb: Token, clause: Token, token: Token) -> bool:
    """Whether a predicate below a reported clause stands beside the cue instead."""
    if token.dep == "advcl":
        first = min(sentence.subtree(token.i))
        if sentence.tokens[first - 1].text != ",":
            return False
        opening = sentence.tokens[first]
        return opening.lower == "while" or is_further_cue(sentence, token)
    bare = not sentence.dependents(token.i, "nsubj", "nsubjpass", "expl", "aux", "auxpass")
    return bare and token.tag == verb.tag != _finite(sentence, clause) and token.tag in _FINITE


def _finite(sentence: Sentence, verb: Token) -> str:
    """The tag of the word that carries the tense of a verb's clause."""
    auxiliaries = sentence.dependents(verb.i, "aux", "auxpass")
    return auxiliaries[0].tag if auxiliaries else verb.tag


def _differs(token: Token) -> bool:
    """Whether an object is somebody else than the subject ("itself")."""
    return not token.lower.endswith(("self", "selves"))


def _form(sentence: Sentence, verb: Token, clause: Token) -> str:
    """Whether a clause follows its cue, precedes it, or is told as an order."""
    if any(t.tag == "TO" for t in sentence.dependents(clause.i, "aux")):
        return "order"
    if clause.pos not in ("VERB", "AUX"):
        return "portrayal"
    if clause.i > verb.i:
        return "clause"
    finite = any(t.dep in ("nsubj", "nsubjpass", "expl") for t in sentence.dependents(clause.i))
    subjects = sentence.dependents(verb.i, "nsubj", "nsubjpass")
    first = min((i for t in subjects for i in sentence.subtree(t.i)), default=verb.i)
    parted = first > 0 and sentence.tokens[min(first, verb.i) - 1].text == ";"
    return "before" if finite and not parted else "none"


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
