"""Complements: the clauses and phrases below a verb of attribution, each with its form."""

from collections.abc import Iterator, Sequence

from onrecord.events.statements.lexicon import claims, cue_verbs, opinions
from onrecord.events.statements.subjects import (
    is_further_cue,
    is_second_cue,
    is_second_predicate,
    tense,
)
from onrecord.model import Sentence, Token

_SUBJECTS = ("nsubj", "nsubjpass", "csubj", "csubjpass", "expl")


def complements(sentence: Sentence, verb: Token) -> Iterator[tuple[str, list[int]]]:
    """The complements of a verb: the form, as the lexicon names it, and the tokens.

    "before" is a clause that stands before its cue, "none" what is no content at all.
    """
    objects = [t for t in sentence.dependents(verb.i, "dobj") if t.i > verb.i]
    for token in sentence.dependents(verb.i):
        if token.dep == "ccomp":
            yield _form(sentence, verb, token), _own(sentence, verb, token)
        elif token.dep == "xcomp":
            yield from _infinitive(sentence, token, objects)
        elif objects and (token.dep == "oprd" or token.lower == "as") and _differs(objects[0]):
            yield "portrayal", [*sentence.subtree(objects[0].i), *sentence.subtree(token.i)]
    for token in objects:
        yield from _object(sentence, verb, token)


def _infinitive(
    sentence: Sentence, token: Token, objects: Sequence[Token]
) -> Iterator[tuple[str, list[int]]]:
    """An -ing clause, an infinitive, or an infinitive with the object that is to act."""
    tokens = list(sentence.subtree(token.i))
    if tense(sentence, token) == "VBG":
        yield "gerund", tokens
    elif any(t.tag == "TO" for t in sentence.dependents(token.i)):
        if objects:
            yield "order", [*sentence.subtree(objects[0].i), *tokens]
        else:
            yield "infinitive", tokens


def _object(sentence: Sentence, verb: Token, token: Token) -> Iterator[tuple[str, list[int]]]:
    """An object, with what is said of it."""
    inside = list(sentence.subtree(token.i))
    if any(t.lower == "as" for t in sentence.dependents(token.i, "prep")) and _differs(token):
        yield "portrayal", inside
    if token.tag == "DT":
        return
    if token.tag == "VBG":
        yield "gerund", inside
    if token.lemma in claims():
        yield "claim", inside
    if token.lemma in opinions() and _has_that(sentence, token):
        yield "opinion", inside
    later = [t for t in sentence.dependents(verb.i, "prep") if t.i > token.i]
    yield "judged", [*inside, *(i for t in later for i in sentence.subtree(t.i))]
    if token.pos != "PRON":
        yield "object", inside


def _has_that(sentence: Sentence, noun: Token) -> bool:
    """Whether a clause with "that" tells what the noun holds: "the fear that it will fall"."""
    clauses = sentence.dependents(noun.i, "acl", "ccomp", "relcl")
    return any(t.lower == "that" for c in clauses for t in sentence.dependents(c.i, "mark"))


def _form(sentence: Sentence, verb: Token, clause: Token) -> str:
    """Whether a clause follows its cue, precedes it, or is told as an order."""
    if any(t.tag == "TO" for t in sentence.dependents(clause.i, "aux")):
        return "order"
    if clause.pos not in ("VERB", "AUX") and not sentence.dependents(clause.i, "aux", "auxpass"):
        return "portrayal"
    if clause.i > verb.i:
        return "clause" if _has_subject(sentence, clause, verb.i) else "none"
    finite = _has_subject(sentence, clause)
    subjects = sentence.dependents(verb.i, "nsubj", "nsubjpass")
    first = min((i for t in subjects for i in sentence.subtree(t.i)), default=verb.i)
    parted = first > 0 and sentence.tokens[min(first, verb.i) - 1].text == ";"
    return "before" if finite and not parted else "none"


def _has_subject(sentence: Sentence, clause: Token, after: int = -1) -> bool:
    """Whether a clause has a subject that stands behind token number `after`.

    "They held two men, whom they said were spies": "were spies" alone says nothing.
    """
    heads = (clause, *sentence.dependents(clause.i, "aux", "auxpass"))
    return any(t.i > after for head in heads for t in sentence.dependents(head.i, *_SUBJECTS))


def _own(sentence: Sentence, verb: Token, clause: Token) -> list[int]:
    """The tokens of a reported clause, without what the parser hung there from outside.

    That is a second predicate of the cue's subject, a further cue in a participle ("adding
    that"), and a clause with "while" that sets something against the whole.
    """
    inside = set(_to_semicolon(sentence, clause))
    for token in sentence.dependents(clause.i, "conj", "advcl"):
        if token.i > clause.i and _is_outside(sentence, verb, token):
            inside -= set(sentence.subtree(token.i))
            inside -= {t.i for t in sentence.dependents(clause.i, "cc") if t.i < token.i}
    return [*inside, *_second_that(sentence, verb, clause)]


def _to_semicolon(sentence: Sentence, clause: Token) -> Iterator[int]:
    """The tokens of a clause up to a semicolon behind which somebody speaks again."""
    inside = sorted(sentence.subtree(clause.i))
    tokens = sentence.tokens
    stop = next((i for i in inside if tokens[i].text == ";"), None)
    if stop is not None and any(
        tokens[i].lemma in cue_verbs() and sentence.dependents(i, "nsubj")
        for i in inside
        if i > stop
    ):
        return (i for i in inside if i < stop)
    return iter(inside)


def _second_that(sentence: Sentence, verb: Token, clause: Token) -> Iterator[int]:
    """The tokens of a further clause with "that" which the parser hung beside the cue."""
    for token in sentence.dependents(verb.i, "conj"):
        marks = sentence.dependents(token.i, "mark")
        if token.i > clause.i and any(t.lower == "that" for t in marks):
            yield from sentence.subtree(token.i)
            yield from (t.i for t in sentence.dependents(verb.i, "cc") if clause.i < t.i < token.i)


def _is_outside(sentence: Sentence, verb: Token, token: Token) -> bool:
    """Whether a predicate below a reported clause stands beside the cue instead."""
    if token.dep == "conj":
        return is_second_cue(sentence, verb, token) or is_second_predicate(sentence, verb, token)
    first = min(sentence.subtree(token.i))
    if sentence.tokens[first - 1].text != ",":
        return False
    return sentence.tokens[first].lower == "while" or is_further_cue(sentence, token)


def _differs(token: Token) -> bool:
    """Whether an object is somebody else than the subject ("itself")."""
    return not token.lower.endswith(("self", "selves"))
