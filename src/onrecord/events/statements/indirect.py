"""Indirect speech: the clause or phrase that a cue reports, as the parse has it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from onrecord.events.statements.complements import complements
from onrecord.events.statements.cues import Cue
from onrecord.events.statements.lexicon import addressing_verbs
from onrecord.model import Sentence, Span, Token

_UNBROKEN = frozenset(("portrayal", "order", "judged"))
_AGAINST = frozenset(("while", "whereas"))
_VERBAL = frozenset(("VERB", "AUX"))
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
    sentence, verb = cue.sentence, cue.head
    if "according" in cue.verb.takes:
        return "according", _around(sentence, _governor(sentence, verb), verb)
    if verb.dep == "pcomp":
        return "clause", _before_quoted(sentence, verb)
    found = [(form, tokens) for form, tokens in complements(sentence, verb) if _takes(cue, form)]
    for form, tokens in found:
        if form != "before" or not any(f == "clause" for f, _ in found):
            inside = _whole(tokens) if form in _UNBROKEN else tokens
            return form, _parts(sentence, inside, _without(sentence, verb, inside))
    if "clause" in cue.verb.takes and (that := _that(cue)) is not None:
        return "clause", _parts(sentence, (i for i in sentence.subtree(verb.i) if i >= that.i), ())
    return "parenthesis", _broken(cue) if "parenthesis" in cue.verb.takes else ()


def _broken(cue: Cue) -> tuple[Span, ...]:
    """The clause into which a cue breaks, or which it closes (", the army said")."""
    if _is_parenthesis(cue.sentence, cue.head):
        return _around(cue.sentence, cue.sentence.tokens[cue.head.head], cue.head)
    return _parts(cue.sentence, _before_tag(cue), ())


def _before_tag(cue: Cue) -> range:
    """The words before a closing tag, whatever the parser made of them."""
    tokens, source = cue.sentence.tokens, cue.source
    if source is None or source.i > cue.head.i:
        return range(0)
    phrase = set(cue.sentence.subtree(source.i))
    comma = min(phrase) - 1
    between = tokens[source.i + 1 : cue.head.i]
    tight = all(t.i in phrase or t.span.start >= cue.span.start for t in between)
    if comma < 1 or tokens[comma].text != "," or not tight:
        return range(0)
    closes = all(t.pos not in _VERBAL for t in tokens[cue.head.i + 1 :])
    if cue.head.lemma not in addressing_verbs():
        closes = closes and not cue.sentence.dependents(cue.head.i, "dobj")
    clause = any(t.pos in _VERBAL and t.tag != "VBG" for t in tokens[:comma])
    return range(comma) if closes and clause else range(0)


def _takes(cue: Cue, form: str) -> bool:
    wanted = "clause" if form == "before" else form
    return wanted in cue.verb.takes or wanted in cue.verb.takes_quoting


def _whole(tokens: list[int]) -> list[int]:
    """All tokens from the first to the last."""
    return list(range(min(tokens), max(tokens) + 1))


def _that(cue: Cue) -> Token | None:
    """The "that" of a clause which the parser hung elsewhere, no verb standing between."""
    after = [t for t in cue.sentence.tokens[cue.head.i + 1 :] if t.span.start >= cue.span.end]
    if not any(t.pos in _VERBAL for t in after[1:]):
        return None
    for token in after:
        if token.lower == "that" and (token.dep == "mark" or token is after[0]):
            return token
        if token.pos in _VERBAL:
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
        if top.pos in _VERBAL and top.dep in ("ROOT", "ccomp", "conj", "advcl", "relcl"):
            break
    return _first_of_all(sentence, top, token)


def _first_of_all(sentence: Sentence, verb: Token, cue: Token) -> Token:
    """The first of the verbs joined by "and" that a cue behind a comma closes together.

    "Ten were held and two fined, according to the police": a comma before "and" parts them.
    """
    while verb.dep == "conj" and sentence.tokens[cue.i - 1].text == ",":
        between = sentence.tokens[verb.head + 1 : min(sentence.subtree(verb.i))]
        if (
            not between
            or between[-1].lower != "and"
            or sentence.tokens[between[-1].i - 1].text in ",;"
        ):
            break
        verb = sentence.tokens[verb.head]
    return verb


def _around(sentence: Sentence, top: Token, cue: Token) -> tuple[Span, ...]:
    """The clause of `top` without the cue; what opens the sentence belongs to the clause."""
    own = set(sentence.subtree(cue.i))
    subject = next((t.i for t in sentence.dependents(cue.i, "nsubj")), cue.i)
    own |= _set_against(sentence, top)
    for token in sentence.dependents(cue.i, "advcl", "prep"):
        if token.i < min(subject, cue.i) and 0 in (inside := set(sentence.subtree(token.i))):
            return _parts(sentence, {*sentence.subtree(top.i), *inside}, own - inside)
    return _parts(sentence, sentence.subtree(top.i), own)


def _set_against(sentence: Sentence, top: Token) -> set[int]:
    """A clause with "while" that sets something of its own against what is reported."""
    out: set[int] = set()
    for token in sentence.dependents(top.i, "advcl"):
        marks = sentence.dependents(token.i, "mark", "advmod")
        if token.i > top.i and any(t.lower in _AGAINST for t in marks):
            first = min(inside := set(sentence.subtree(token.i)))
            out |= inside if sentence.tokens[first - 1].text == "," else set()
    return out


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
    while tokens and (tokens[-1].text in _EDGES or tokens[-1].tag == "CC"):
        tokens.pop()
    while tokens and tokens[0].text in _EDGES:
        tokens.pop(0)
    if all(t.pos == "PUNCT" or t.tag.startswith("W") or t.dep == "mark" for t in tokens):
        return None
    return Span(tokens[0].span.start, tokens[-1].span.end)
