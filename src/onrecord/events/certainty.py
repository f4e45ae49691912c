"""How sure: what the words above and around a trigger make of it.

A trigger is asserted until the tree says otherwise. The walk goes from the trigger to the root
of its clause chain; every step may add a cue: auxiliaries, adverbs, negation, and the governor of
each complement. The strongest cue decides (FactBank's reading of nested sources, Saurí and
Pustejovsky 2009, on a smaller scale). The words stand in `certainty.yaml`.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from onrecord.events.predicates import is_adjoined, is_headline, is_passive, support_verb
from onrecord.lexicon import table
from onrecord.model import Certainty, Sentence, Token

Cue = Literal[
    "expected", "estimated", "alleged", "denied", "conditional", "open", "negative", "attempt"
]

_ORDER: tuple[Certainty, ...] = (
    "asserted",
    "estimated",
    "expected",
    "alleged",
    "conditional",
    "denied",
)
_DEEPEST = 10
_PAST = ("VBD", "VBN")
_PARTICIPANTS = ("nsubj", "nsubjpass", "dobj", "attr")
_PREDICATES = ("VERB", "AUX", "ADJ")


@dataclass(frozen=True, slots=True)
class Judgement:
    """What is said of a trigger: how sure, whether negated, and by which words.

    `open` is true where nothing is claimed at all ("urged them to sign"): no event then.
    `attempted` is true of what was tried ("tried to seize").
    """

    certainty: Certainty
    negative: bool
    open: bool
    cues: tuple[str, ...]
    attempted: bool = False


@cache
def _cues(section: str) -> dict[str, Cue]:
    """Word -> cue, from a section of the data file that maps cues to words."""
    entry = table("certainty")[section]
    return {word: cue for cue, listed in entry.items() for word in listed.split()}


@cache
def _listed(section: str) -> frozenset[str]:
    return frozenset(table("certainty")[section].split())


@cache
def _governors() -> dict[str, Cue | None]:
    """Verb or adjective -> what it makes of its clause; None where it changes nothing."""
    sections: tuple[tuple[str, Cue | None], ...] = (
        ("saying", None),
        ("transparent", None),
        ("expected", "expected"),
        ("attempted", "attempt"),
        ("open", "open"),
        ("estimated", "estimated"),
        ("alleged", "alleged"),
        ("denied", "denied"),
        ("negative", "negative"),
    )
    return {word: cue for section, cue in sections for word in _listed(section)}


def judge(sentence: Sentence, i: int) -> Judgement:
    """How sure the event with its trigger at token `i` is; "must" speaks for itself."""
    if sentence.tokens[i].tag == "MD":
        return Judgement("asserted", negative=False, open=sentence.tokens[-1].text == "?", cues=())
    found = list(_cues_over(sentence, i))
    cues = {cue for cue, _ in found}
    stated: list[Certainty] = [c for c in _ORDER if c in cues]
    if _has_condition(sentence, i, ahead="expected" in cues):
        stated.append("conditional")
    negations = len({word for cue, word in found if cue == "negative"})
    return Judgement(
        certainty=stated[-1] if stated else "asserted",
        negative=negations % 2 == 1,
        open=any(cue == "open" for cue, _ in found),
        cues=tuple(word for _, word in found),
        attempted="attempt" in cues,
    )


def is_own_word(judged: Judgement) -> bool:
    """Whether what is ahead is said by the party itself, not foreseen by others."""
    return judged.certainty == "expected" and not set(judged.cues) & _listed("foreseen")


def is_decided(judged: Judgement) -> bool:
    """Whether it was decided: a decision to extend a mandate is its extension, a plan is not."""
    return judged.certainty == "expected" and set(judged.cues) <= _listed("decisions")


def _has_condition(sentence: Sentence, i: int, *, ahead: bool) -> bool:
    """Whether an "if" clause hangs on what is ahead, or on what is promised or threatened."""
    chain = [t.i for t in sentence.dependents(i, "xcomp")]
    if ahead:
        chain += [i, sentence.tokens[i].head] if sentence.tokens[i].dep == "conj" else [i]
    clauses = [clause for j in chain for clause in sentence.dependents(j, "advcl")]
    return any(_is_condition(sentence, clause) for clause in clauses)


def _is_condition(sentence: Sentence, clause: Token) -> bool:
    """Whether a clause begins with "if" or is inverted ("should it resume")."""
    below = sentence.dependents(clause.i)
    subject = next((t.i for t in below if t.dep in ("nsubj", "nsubjpass")), None)
    return any(
        (t.dep in ("mark", "advmod") and t.lower in _listed("conditions"))
        or (
            t.dep == "aux"
            and t.lower in _listed("inverted")
            and subject is not None
            and t.i < subject
        )
        for t in below
    )


def _cues_over(sentence: Sentence, i: int) -> Iterator[tuple[Cue, str]]:
    if sentence.tokens[-1].text == "?":
        yield "open", "?"
    if sentence.tokens[i].pos in _PREDICATES:
        yield from _of_clause(sentence, i)
        return
    yield from _of_noun(sentence, i)
    verb = support_verb(sentence, i)
    if verb is not None:
        yield from _of_clause(sentence, verb)
    else:
        yield from _of_nominal(sentence, i)


def _of_clause(sentence: Sentence, i: int) -> Iterator[tuple[Cue, str]]:
    """Cues from the predicate at `i` upwards."""
    shared = True
    for _ in range(_DEEPEST):
        if shared:
            yield from _around(sentence, i)
        token = sentence.tokens[i]
        if token.head == i:
            yield from _of_root(sentence, token)
            return
        above = sentence.tokens[token.head]
        if is_headline(sentence, token):
            yield "expected", "to"
            return
        step = _STEPS.get(token.dep)
        if step is None:
            if token.dep == "conj":
                shared = _shares_auxiliaries(sentence, token, above)
                i = above.i
                continue
            return
        found, further = step(sentence, token, above)
        if found:
            yield found, above.lower
        if further is None:
            return
        i, shared = further, True


def _around(sentence: Sentence, i: int) -> Iterator[tuple[Cue, str]]:
    """Auxiliaries, negation and adverbs of one predicate."""
    below = sentence.dependents(i)
    perfect = any(t.dep == "aux" and t.lemma == "have" for t in below)
    for t in below:
        if t.dep == "neg" or (
            t.dep in ("advmod", "det", "preconj") and t.lower in _listed("negations")
        ):
            yield "negative", t.lower
        elif t.dep == "aux" and (cue := _cues("modals").get(t.lower)):
            yield ("open" if perfect and cue != "open" and t.lower != "will" else cue), t.lower
        elif t.dep == "advmod" and (cue := _cues("adverbs").get(t.lower)):
            yield cue, t.lower
        elif t.dep in _PARTICIPANTS and (word := _negation(sentence, t)):
            yield "negative", word


def _negation(sentence: Sentence, t: Token) -> str | None:
    """The word that makes a participant none: "nobody", "no strikes"."""
    near = (t, *sentence.dependents(t.i, "det", "neg"))
    return next((d.lower for d in near if d.lower in _listed("negations")), None)


def _of_root(sentence: Sentence, token: Token) -> Iterator[tuple[Cue, str]]:
    """Headline infinitives ("Ghana to send 200") are expected; imperatives say nothing."""
    if token.tag != "VB":
        return
    below = sentence.dependents(token.i)
    subject = any(t.dep in ("nsubj", "nsubjpass", "expl") for t in below)
    helpers = [t for t in below if t.dep in ("aux", "auxpass")]
    if any(t.lower == "to" for t in helpers):
        yield "expected", "to"
    elif not helpers and not subject:
        yield "open", token.lower


def _shares_auxiliaries(sentence: Sentence, token: Token, first: Token) -> bool:
    """Whether a coordinated predicate stands under the auxiliaries of the first one."""
    own = sentence.dependents(token.i, "aux", "auxpass", "nsubj", "nsubjpass", "neg")
    return not own and token.tag == first.tag


def _complement(sentence: Sentence, token: Token, above: Token) -> tuple[Cue | None, int | None]:
    """An infinitive or clause under a verb or adjective."""
    if _is_apart(sentence, token, above):
        return None, None
    if _is_left_open(sentence, token, above):
        return "open", above.i
    cue = _governors().get(above.lemma)
    if cue == "open" and token.tag in _PAST and above.lemma in _listed("finite"):
        cue = None  # "warned that troops had massed"
    if cue == "expected" and token.dep == "ccomp" and above.lemma in _listed("saying"):
        cue = None  # "announced that it was leaving": its own tense tells
    if token.dep == "xcomp" and above.lemma in _listed("saying") and is_passive(sentence, above.i):
        cue = cue or "alleged"  # "are said to have been killed"
    bare = token.tag == "VBG" and not sentence.dependents(token.i, "nsubj", "nsubjpass")
    if above.lemma not in _governors():
        to = any(t.lower == "to" for t in sentence.dependents(token.i, "aux"))
        cue = "open" if bare or (to and token.dep == "xcomp") else None
    elif bare and cue == "alleged":
        cue = "open"  # "suggested sending"
    return cue, above.i


def _is_left_open(sentence: Sentence, token: Token, above: Token) -> bool:
    """Whether it is asked, or was once planned: "decided whether to go", "had planned to go"."""
    if any(t.lower in _listed("questions") for t in sentence.dependents(token.i, "mark", "advmod")):
        return True
    had = any(t.lower == "had" for t in sentence.dependents(above.i, "aux"))
    return had and token.tag == "VB" and above.lemma in _listed("plans")


def _is_apart(sentence: Sentence, token: Token, above: Token) -> bool:
    """Whether a semicolon parts the two, which the parser may join all the same."""
    first, last = sorted((token.i, above.i))
    return any(t.text == ";" for t in sentence.tokens[first:last])


def _adverbial(sentence: Sentence, token: Token, above: Token) -> tuple[Cue | None, int | None]:
    """A clause beside another: nothing is claimed after "if" or "to", else it is on its own."""
    below = sentence.dependents(token.i)
    if _is_condition(sentence, token):
        return "open", None
    if any(t.dep == "aux" and t.lower == "to" for t in below):
        outcome = any(t.dep == "advmod" and t.lower in _listed("outcome") for t in below)
        return (None if outcome else "open"), None
    if is_adjoined(sentence, token):
        return _complement(sentence, token, above)
    if token.tag in ("VBG", "VBN") and not any(t.dep in ("nsubj", "nsubjpass") for t in below):
        return None, above.i
    if token.tag in ("VBZ", "VBP") and _is_future(sentence, above):
        return "expected", None
    return None, None


def _is_future(sentence: Sentence, verb: Token) -> bool:
    return any(_cues("modals").get(t.lower) for t in sentence.dependents(verb.i, "aux"))


def _under_noun(sentence: Sentence, token: Token, above: Token) -> tuple[Cue | None, int | None]:
    """An infinitive, clause or participle under a noun."""
    below = sentence.dependents(token.i)
    infinitive = any(t.dep == "aux" and t.lower == "to" for t in below)
    clause = any(t.dep == "mark" for t in below)
    cue = _cues("nouns").get(above.lemma)
    if _negation(sentence, above):
        return "open", None  # "no plans to send"
    if infinitive:
        return cue or "open", None
    return (cue, None) if clause else (None, None)


def _gerund(sentence: Sentence, _token: Token, above: Token) -> tuple[Cue | None, int | None]:
    """A gerund after a preposition."""
    outer = sentence.tokens[above.head]
    fronted = above.i < outer.i and above.lower in _listed("factive_in_front")
    if fronted or above.lower in _listed("factive_prepositions"):
        return None, None
    if outer.pos not in _PREDICATES:
        none = _negation(sentence, outer)  # "no intention of sending"
        return "open" if none else _cues("nouns").get(outer.lemma, "open"), None
    if (cue := _governors().get(outer.lemma)) in ("alleged", "denied", "estimated"):
        return cue, None
    if above.lower in _listed("factive_in_front"):
        return "open", None  # "insists on sending"
    if cue := _cues("prepositions").get(above.lower):
        return (None if above.lower == "for" and outer.pos == "VERB" else cue), None
    return None, outer.i


def _relative(sentence: Sentence, token: Token, above: Token) -> tuple[Cue | None, int | None]:
    """A relative clause tells what is so, one with an infinitive what is to be."""
    return _under_noun(sentence, token, above) if token.tag == "VB" else (None, None)


def _subject(_sentence: Sentence, _token: Token, _above: Token) -> tuple[Cue | None, int | None]:
    """A clause of which something is said: "sending troops would be unlawful"."""
    return "open", None


_STEPS = {
    "xcomp": _complement,
    "ccomp": _complement,
    "advcl": _adverbial,
    "acl": _under_noun,
    "pcomp": _gerund,
    "csubj": _subject,
    "relcl": _relative,
}


def _of_noun(sentence: Sentence, i: int) -> Iterator[tuple[Cue, str]]:
    """Cues from the words in front of an event noun."""
    for t in sentence.dependents(i, "amod", "det", "neg", "advmod"):
        if t.lower in _listed("negations"):
            yield "negative", t.lower
        elif cue := _cues("adjectives").get(t.lower):
            yield cue, t.lower


def _of_nominal(sentence: Sentence, i: int) -> Iterator[tuple[Cue, str]]:
    """Cues from what an event noun depends on, where no light verb carries it."""
    token = sentence.tokens[i]
    for _ in range(3):
        if token.dep != "conj":
            break
        token = sentence.tokens[token.head]
    above = sentence.tokens[token.head]
    if token.dep in ("dobj", "nsubjpass") and (cue := _cues("objects").get(above.lemma)):
        yield cue, above.lower
    if token.dep != "pobj":
        return
    outer = sentence.tokens[above.head]
    if cue := _cues("prepositions").get(above.lower):
        yield cue, above.lower
    elif cue := _cues("nouns").get(outer.lemma) if above.lower == "of" else None:
        yield cue, outer.lower
