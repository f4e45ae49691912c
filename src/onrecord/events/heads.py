"""Which nouns a phrase is about: the members of a list, and what is counted in "hundreds of"."""

from onrecord.lexicon import word_set
from onrecord.model import Sentence, Token

_VERBS = ("VERB", "AUX")
_SUBJECTS = ("nsubj", "nsubjpass")


def spread(sentence: Sentence, i: int) -> tuple[int, ...]:
    """Token `i` and its conjuncts; of "a group of soldiers", the soldiers."""
    out: list[int] = []
    stack = [i]
    while stack and len(out) < 40:  # noqa: PLR2004
        j = stack.pop(0)
        out.append(content_head(sentence, j))
        stack.extend(
            t.i for t in sentence.dependents(j, "conj", "appos") if _is_next(sentence, j, t)
        )
    return tuple(out)


def _is_next(sentence: Sentence, j: int, t: Token) -> bool:
    """Whether `t` goes on a list that `j` begins, also one that was parsed as an apposition."""
    if t.dep == "appos":
        return sentence.tokens[j].pos == t.pos and bool(sentence.dependents(t.i, "conj"))
    return t.pos not in _VERBS or sentence.tokens[j].pos in _VERBS


def content_head(sentence: Sentence, i: int) -> int:
    """The noun that a partitive or classifier counts ("hundreds of officers" -> officers)."""
    for _ in range(3):
        token = sentence.tokens[i]
        if token.lemma not in word_set("control", "partitives") and token.pos not in ("NUM", "DET"):
            break
        inner = [
            p.i
            for prep in sentence.dependents(i, "prep")
            if prep.lower == "of"
            for p in sentence.dependents(prep.i, "pobj")
        ]
        inner = [j for j in inner if token.pos == "NUM" or sentence.tokens[j].pos != "NUM"]
        inner = inner or _fronted(sentence, token)
        if not inner:
            break
        i = inner[0]
    return i


def _fronted(sentence: Sentence, number: Token) -> list[int]:
    """What a number counts that stands in front of it: "Of the 750 troops, 290 have left"."""
    if number.pos != "NUM" or number.dep not in _SUBJECTS:
        return []
    return [
        t.i
        for prep in sentence.dependents(number.head, "prep")
        if prep.lower == "of" and prep.i < number.i
        for t in sentence.dependents(prep.i, "pobj")
    ]


def counted_by(sentence: Sentence, i: int) -> int | None:
    """The word that counts the noun at `i` from above ("290 of the 750 troops" -> 290)."""
    token = sentence.tokens[i]
    prep = sentence.tokens[token.head]
    outer = sentence.tokens[prep.head]
    if token.dep != "pobj" or prep.lower != "of":
        return None
    if outer.pos in _VERBS:
        subjects = sentence.dependents(outer.i, *_SUBJECTS)
        return next((t.i for t in subjects if i in _fronted(sentence, t)), None)
    counts = outer.pos in ("NUM", "DET", "ADJ") or outer.lemma in word_set("control", "partitives")
    return outer.i if counts else None
