"""What a figure measures, in words of its sentence."""

from collections.abc import Iterable, Sequence
from functools import partial

from onrecord.events.figures.ballots import is_ballot
from onrecord.events.figures.phrases import below, noun_phrase, predicate
from onrecord.events.figures.setting import Setting
from onrecord.lexicon import table, word_set
from onrecord.model import Sentence, Token

_listed = partial(word_set, "figures")
_MOST_WORDS = 15
_SUBJECTS = ("nsubj", "nsubjpass")
_DANGLING = ("DT", "IN", "CC", "TO", "PRP$", "WDT", "MD")
_LEADING = ("DT", "PRP$", "CC", "IN", "LS", ":", ",")


def measure(where: Setting) -> str:
    """A noun phrase for what the number counts or is worth, at most fifteen words; may be empty."""
    unit = where.quantity.unit
    if unit is None and is_ballot(where):
        return str(table("figures")["ballots"]["noun"])
    amount = unit == "%" or (unit is not None and unit.isupper())
    return _of_amount(where) if amount else _of_count(where)


def share_of(where: Setting) -> str | None:
    """The whole that a share is taken of, without its clauses: "the capital"."""
    if where.quantity.unit != "%":
        return None
    inner = _object_of(where.sentence, where.head)
    if inner is None:
        return None
    aside = where.sentence.dependents(
        inner.i, "relcl", "acl", "appos", "prep", "punct", "conj", "cc"
    )
    apart = {j for t in aside for j in where.sentence.subtree(t.i)}
    inside = sorted(set(where.sentence.subtree(inner.i)) - apart)
    return _joined(where.sentence, inside) or None


def _object_of(sentence: Sentence, token: Token) -> Token | None:
    for prep in sentence.dependents(token.i, "prep"):
        if prep.lower == "of":
            return next(iter(sentence.dependents(prep.i, "pobj")), None)
    return None


def _of_count(where: Setting) -> str:
    """Of "200 gangs hold cities", "gangs that hold cities"; of "killed 12", "people killed"."""
    sentence, verb = where.sentence, where.verb
    noun = _text(sentence, noun_phrase(where)) or _whole(where)
    noun = noun or _harmed_people(where)
    if not noun and verb is not None and verb.lemma in _listed("harmed"):
        noun = str(table("figures")["people"])
    if verb is None or where.head.head != verb.i:
        return noun or where.quantity.unit or _of_amount(where)
    if where.head.dep == "nsubj" and where.head.tag == "CD":
        for attribute in sentence.dependents(verb.i, "attr"):
            return _text(sentence, below(where, attribute))
    if where.head.dep == "nsubj" and not _is_bare_passive(sentence, verb):
        rest = _text(sentence, predicate(where, verb))
        return _cut(f"{noun} that {rest}" if noun else rest)
    if where.head.dep in _SUBJECTS:
        return _cut(f"{noun} {_text(sentence, _after_aux(sentence, predicate(where, verb)))}")
    if noun and where.head.dep == "dobj" and not where.modifying:
        return _cut(f"{noun} {_participle(verb)}")
    return noun or _of_clause(where)


def resumed(where: Setting, noun: str) -> str:
    """What a number without noun measures that goes on from a count: "and seven in Peru"."""
    after = [i for i in below(where, where.head) if i > where.head.i]
    return _cut(f"{noun} {_text(where.sentence, after, leading=())}".strip())


def _harmed_people(where: Setting) -> str:
    """People, with what happened to them, where a participle stands for them: "the 27 wounded"."""
    after = where.sentence.tokens[where.head.i + 1 : where.head.i + 2]
    told = next((t.text for t in after if t.tag == "VBN" and t.lemma in _listed("harmed")), None)
    bare = (
        told
        and where.head.dep != "nsubj"
        and where.quantity.unit is None
        and where.head.tag == "CD"
    )
    return f"{table('figures')['people']} {told}" if bare else ""


def _whole(where: Setting) -> str:
    """What a number without noun is a part of: "37 of the monks" counts monks."""
    inner = _object_of(where.sentence, where.head)
    if inner is None or inner.pos == "PRON" or where.quantity.unit is not None:
        return ""
    return _text(where.sentence, below(where, inner))


def _is_bare_passive(sentence: Sentence, verb: Token) -> bool:
    """Whether a participle stands without auxiliary: "43 were killed and 120 wounded"."""
    return verb.tag == "VBN" and not sentence.dependents(verb.i, "aux", "auxpass")


def _after_aux(sentence: Sentence, indices: Sequence[int]) -> list[int]:
    return [i for i in indices if sentence.tokens[i].dep not in ("aux", "auxpass")]


def _participle(verb: Token) -> str:
    """The verb as "killed", where its form in the sentence or the rule gives it; else empty."""
    if verb.tag in ("VBD", "VBN"):
        return verb.text
    if verb.lemma not in _listed("harmed"):
        return ""
    return verb.lemma + ("d" if verb.lemma.endswith("e") else "ed")


def _of_amount(where: Setting) -> str:
    """Of "90 per cent of the capital", "share of the capital"; of a cost, what costs it."""
    sentence, verb = where.sentence, where.verb
    if where.quantity.unit == "%" and share_of(where):
        inside = [i for i in below(where, where.head) if i > where.head.i]
        return _cut(f"share {_text(sentence, inside, leading=())}")
    if where.nouns and where.nouns[0].lemma in _listed("nouns"):
        return _text(sentence, below(where, where.nouns[0]))
    if verb is None:
        return _of_clause(where)
    target = next(iter(sentence.dependents(verb.i, "dobj")), None)
    if target is not None and where.head.dep == "pobj":
        return _text(sentence, below(where, target))
    subject = _subject(sentence, verb)
    if subject is None or subject.i == where.head.i:
        return _of_clause(where)
    whose = set(below(where, subject))
    if subject.i == verb.head:  # the antecedent of "which"
        whose -= set(sentence.subtree(verb.i))
    told = () if verb.lemma in _listed("copulas") else predicate(where, verb)
    rest = _text(sentence, [i for i in told if i not in whose])
    return _cut(f"{_text(sentence, sorted(whose))} {rest}")


def _subject(sentence: Sentence, verb: Token) -> Token | None:
    """The subject of a verb, or of the verb that it complements; of "which", its antecedent."""
    for _ in range(3):
        found = next(iter(sentence.dependents(verb.i, *_SUBJECTS)), None)
        if found is not None:
            relative = found.tag in ("WDT", "WP") and verb.dep == "relcl"
            return sentence.tokens[verb.head] if relative else found
        if verb.dep not in ("xcomp", "conj", "advcl"):
            return None
        verb = sentence.tokens[verb.head]
    return None


def _of_clause(where: Setting) -> str:
    return _text(where.sentence, below(where, where.verb or where.path[-1]))


def _text(
    sentence: Sentence, indices: Sequence[int], *, leading: tuple[str, ...] = _LEADING
) -> str:
    """Tokens as text, without opening determiners and dangling prepositions, cut to length."""
    tokens = _unbracketed(sentence.tokens[i] for i in indices)
    while tokens and tokens[0].tag in leading:
        tokens.pop(0)
    tokens = tokens[:_MOST_WORDS]
    while tokens and tokens[-1].tag in _DANGLING:
        tokens.pop()
    return _joined(sentence, [t.i for t in tokens])


def _unbracketed(tokens: Iterable[Token]) -> list[Token]:
    out, inside = [], False
    for token in tokens:
        inside = (inside or token.text in ("(", "[")) and token.text not in (")", "]")
        if not inside and token.text not in (")", "]"):
            out.append(token)
    return out


def _joined(sentence: Sentence, indices: Sequence[int]) -> str:
    out, last = "", -1
    for i in indices:
        token = sentence.tokens[i]
        close = last >= 0 and sentence.tokens[last].span.end == token.span.start
        out += token.text if close or not out else f" {token.text}"
        last = i
    return out.strip(" ,;:.–—-()\"“”'‘’•")


def _cut(phrase: str) -> str:
    return " ".join(phrase.split()[:_MOST_WORDS])
