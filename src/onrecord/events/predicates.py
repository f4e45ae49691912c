"""What a verb or noun is said of: logical arguments read off the dependency tree.

Labels are logical, whatever the surface: `subj` is who acts (also behind "by"), `obj` what is
acted upon (also a passive subject), `iobj` the receiver, `comp` the head of a clausal
complement, `comp.obj` that clause's object (so `comp.subj`, `comp.attr`), `attr` a predicate, and
a preposition in lower case stands for its object ("to", "against"); for a noun, `poss` owns it,
`mod` stands before it, and `host` is the subject of the clause beside which it stands; "obj.poss"
owns the object; `adv` is an adverb of direction ("home"). Missing arguments are supplied from
control, coordination, relative and participial clauses.
"""

from dataclasses import dataclass, field
from functools import partial

from onrecord.events.heads import spread
from onrecord.lexicon import word_set, words
from onrecord.model import Sentence, Token

_listed = partial(word_set, "control")
_PARTICIPANTS = {
    "nsubj": "subj",
    "csubj": "subj",
    "nsubjpass": "obj",
    "csubjpass": "obj",
    "dobj": "obj",
}
_PREDICATIVES = {
    "xcomp": "comp",
    "ccomp": "comp",
    "attr": "attr",
    "acomp": "attr",
    "oprd": "attr",
}
_OF_COMPLEMENTS = {
    "comp.obj": ("dobj", "nsubjpass"),
    "comp.subj": ("nsubj", "csubj"),
    "comp.attr": ("acomp", "attr", "oprd"),
}
_PARTICIPLES = ("VBN", "VBD", "VBG")
_CONTROLLED = ("xcomp", "ccomp", "advcl", "conj", "pcomp", "parataxis", "prep")
_VERBS = ("VERB", "AUX")
_NOMINALS = ("NOUN", "PROPN")
_RELATIVES = ("WDT", "WP", "IN", "DT")
_DEEPEST = 12


@dataclass(frozen=True)
class Arguments:
    """The arguments of one trigger: label -> token indices in the sentence, in text order."""

    passive: bool = False
    particle: str | None = None
    filled: dict[str, tuple[int, ...]] = field(default_factory=dict)

    def get(self, label: str) -> tuple[int, ...]:
        """The tokens under `label`, none where it is empty."""
        return self.filled.get(label, ())


def arguments(sentence: Sentence, i: int) -> Arguments:
    """The arguments of the verb or noun at `i`, conjuncts spread, partitives looked through."""
    token = sentence.tokens[i]
    raw = _raw(sentence, token)
    _owners(sentence, raw)
    filled = {
        label: tuple(dict.fromkeys(k for j in js for k in spread(sentence, j)))
        for label, js in raw.items()
        if js
    }
    return Arguments(
        passive=token.pos in _VERBS and is_passive(sentence, i),
        particle=_particle(sentence, i),
        filled=filled,
    )


def _raw(sentence: Sentence, token: Token) -> dict[str, list[int]]:
    if token.pos == "ADJ" and token.dep in ("acomp", "attr"):
        return _of_adjective(sentence, token)
    if token.pos not in _VERBS:
        return _of_noun(sentence, token.i)
    if token.tag != "MD":
        return _of_verb(sentence, token.i)
    inner = _of_verb(sentence, token.head)  # "must": whoever has to is its object
    obliged = inner.get("obj" if is_passive(sentence, token.head) else "subj", [])
    return {"obj": obliged, "comp": [token.head], "comp.obj": inner.get("obj", [])}


def _of_adjective(sentence: Sentence, token: Token) -> dict[str, list[int]]:
    """What is said by a predicate: "Ghana is ready to send troops"."""
    out: dict[str, list[int]] = {"subj": list(_of_verb(sentence, token.head).get("subj", []))}
    _prepositions(sentence, token.i, out)
    out["comp"] = [t.i for t in sentence.dependents(token.i, "xcomp", "ccomp")]
    for j in out["comp"]:
        _complement(sentence, j, out)
    _inherit(sentence, out, "comp", words("control", "on_clauses"))
    return out


def _owners(sentence: Sentence, out: dict[str, list[int]]) -> None:
    """Whose a filler is: `obj.poss` and the like."""
    for label in ("obj", "for", "of", "comp.obj"):
        owners = (t for j in out.get(label, []) for t in sentence.dependents(j, "poss"))
        found = [_whose(sentence, t) for t in owners]
        if found:
            out[f"{label}.poss"] = found


def _whose(sentence: Sentence, t: Token) -> int:
    """The noun that "whose" stands for, or the owner itself."""
    if t.tag != "WP$":
        return t.i
    clause = next((j for j in sentence.ancestors(t.i) if sentence.tokens[j].dep == "relcl"), None)
    return t.i if clause is None else sentence.tokens[clause].head


def is_passive(sentence: Sentence, i: int) -> bool:
    """Whether the verb at `i` is passive, also where a participle shares or drops its auxiliary."""
    token = sentence.tokens[i]
    deps = {t.dep for t in sentence.dependents(i)}
    if deps & {"auxpass", "nsubjpass", "csubjpass"}:
        return True
    if token.tag not in ("VBN", "VBD") or deps & {"nsubj", "aux"}:
        return False
    if token.dep == "conj":
        return (
            (token.tag == "VBN" or "dobj" not in deps)
            and sentence.tokens[token.head].pos == "VERB"
            and is_passive(sentence, token.head)
            and ("dobj" not in deps)
        )
    if token.dep == "acl":
        return True
    return (
        token.tag == "VBN"
        and token.dep in ("advcl", "pcomp", "ROOT", "ccomp", "amod")
        and ("dobj" not in deps)
    )


def _particle(sentence: Sentence, i: int) -> str | None:
    for t in sentence.dependents(i, "prt"):
        return t.lower
    for t in sentence.dependents(i, "advmod"):
        if t.i == i + 1 and t.lower in _listed("particles"):
            return t.lower
    return None


def _prepositions(sentence: Sentence, i: int, out: dict[str, list[int]]) -> None:
    for prep in sentence.dependents(i, "prep", "dative", "agent"):
        if prep.pos not in ("ADP", "PART", "VERB", "SCONJ", "ADV"):
            continue
        name, at = prep.lower, prep.i
        inner = sentence.dependents(at, "prep")
        if inner and not sentence.dependents(at, "pobj", "pcomp"):
            name, at = f"{name}_{inner[0].lower}", inner[0].i
            if inner[0].lower in _listed("of_goals"):  # "over to the army" is "to the army", too
                goals = (t.i for t in sentence.dependents(at, "pobj"))
                out.setdefault(inner[0].lower, []).extend(goals)
        elif inner:  # "from four to eight"
            further = (t.i for t in sentence.dependents(inner[0].i, "pobj"))
            out.setdefault(inner[0].lower, []).extend(further)
        label = "subj" if prep.dep == "agent" else name
        objects = sentence.dependents(at, "pobj", "pcomp")
        if not (name == "with" and _is_absolute(sentence, objects)):
            out.setdefault(label, []).extend(t.i for t in objects)


def _is_absolute(sentence: Sentence, objects: tuple[Token, ...]) -> bool:
    """Whether "with" opens a clause of its own ("with the rebels advancing")."""
    return any(t.tag == "VBG" for o in objects for t in sentence.dependents(o.i, "acl"))


def _of_verb(sentence: Sentence, i: int, depth: int = 0) -> dict[str, list[int]]:
    out: dict[str, list[int]] = {}
    for t in sentence.dependents(i):
        if t.dep in _PARTICIPANTS:
            out.setdefault(_PARTICIPANTS[t.dep], []).append(_antecedent(sentence, i, t))
        elif t.dep in _PREDICATIVES:
            out.setdefault(_PREDICATIVES[t.dep], []).append(t.i)
        elif _is_controlled(sentence, i, t):
            out.setdefault("comp", []).append(t.i)
        elif t.dep == "dative" and t.pos != "ADP":
            out.setdefault("iobj", []).append(t.i)
    _prepositions(sentence, i, out)
    if away := [t.i for t in sentence.dependents(i, "advmod") if t.lower in _listed("directions")]:
        out["adv"] = away
    _inherit(sentence, out, "obj", words("control", "on_objects"))
    _inherit(sentence, out, "for", ("in", "to"))
    _first_conjunct(sentence, i, out)
    if depth < _DEEPEST:
        _supply(sentence, i, out=out, depth=depth)
    for j in out.get("comp", []):
        _complement(sentence, j, out)
    _inherit(sentence, out, "comp", words("control", "on_clauses"))
    _inherit(sentence, out, "comp.obj", words("control", "on_clauses"))
    return out


def _is_controlled(sentence: Sentence, i: int, t: Token) -> bool:
    """Whether what was parsed as an adjunct is promised, asked of the object, or ruled out."""
    if is_adjoined(sentence, t):
        return True
    if t.dep != "advcl" or t.tag != "VB":
        return False
    lemma = sentence.tokens[i].lemma
    to = any(a.lower == "to" for a in sentence.dependents(t.i, "aux"))
    if to and lemma in _listed("subject_control"):
        return True
    asked = lemma in _listed("object_control") and sentence.dependents(i, "dobj", "prep")
    return to and bool(asked)


def is_headline(sentence: Sentence, t: Token) -> bool:
    """Whether it is a headline's infinitive, parsed as a clause on its subject: "Fiji to send".

    The subject is a name: "Call to send troops" announces nothing.
    """
    noun = sentence.tokens[t.head]
    named = noun.pos == "PROPN" and noun.dep == "ROOT"
    to = any(a.lower == "to" for a in sentence.dependents(t.i, "aux"))
    return named and to and t.dep in ("relcl", "acl") and t.tag == "VB"


def is_adjoined(sentence: Sentence, t: Token) -> bool:
    """Whether a gerund parsed as an adjunct follows its verb's particle: "ruled out sending"."""
    before = sentence.tokens[t.i - 1]
    return t.dep == "advcl" and t.tag == "VBG" and before.dep == "prt" and before.head == t.head


def _inherit(
    sentence: Sentence, out: dict[str, list[int]], label: str, names: tuple[str, ...]
) -> None:
    """Prepositions that the parser hangs on a filler: "concluded a pact with Japan"."""
    further: dict[str, list[int]] = {}
    for j in out.get(label, []):
        _prepositions(sentence, j, further)
    for name in names if further else ():
        if name in further and (name not in out or name in _listed("of_place")):
            out.setdefault(name, []).extend(j for j in further[name] if j not in out.get(name, ()))


def _first_conjunct(sentence: Sentence, i: int, out: dict[str, list[int]]) -> None:
    """Mends "A and B signed" where the parser coordinates the verb, with B alone, to A."""
    token = sentence.tokens[i]
    head = sentence.tokens[token.head]
    if token.dep != "conj" or head.pos not in _NOMINALS or not out.get("subj"):
        return
    between = sentence.tokens[head.i + 1 : out["subj"][0]]
    if between and all(t.dep in ("cc", "punct", "det", "compound", "amod") for t in between):
        out["subj"].insert(0, head.i)


def _complement(sentence: Sentence, j: int, out: dict[str, list[int]]) -> None:
    """Subject, object and predicate of a clausal complement, as arguments of its governor."""
    if sentence.tokens[j].pos not in (*_VERBS, "ADJ"):
        return
    for label, deps in _OF_COMPLEMENTS.items():
        found = [t.i for t in sentence.dependents(j, *deps)]
        if found:
            out.setdefault(label, []).extend(found)


def _antecedent(sentence: Sentence, verb: int, t: Token) -> int:
    """The noun that a relative pronoun stands for, or the token itself."""
    clause = sentence.tokens[verb]
    relative = t.tag in ("WDT", "WP") or (t.lower == "that" and t.tag in _RELATIVES)
    hops = 0
    while relative and clause.dep in ("conj", "xcomp", "ccomp") and hops < 4:  # noqa: PLR2004
        clause, hops = sentence.tokens[clause.head], hops + 1
    if relative and clause.dep == "relcl":
        return clause.head
    return t.i


def _supply(sentence: Sentence, i: int, *, out: dict[str, list[int]], depth: int) -> None:
    """Fill a missing surface subject, or the object gap of a relative clause, from outside."""
    token = sentence.tokens[i]
    head = sentence.tokens[token.head]
    if is_headline(sentence, token):
        out["subj"] = [token.head]
        return
    if token.dep == "relcl":
        if _has_gap(out, token.head):
            out["obj"] = [token.head]
        return
    surface = "obj" if is_passive(sentence, i) else "subj"
    if surface in out:
        return
    source: list[int] = []
    if token.dep == "acl":
        source = [head.i] if token.tag in _PARTICIPLES else out.get("by") or _doers(sentence, head)
    if token.dep in _CONTROLLED:
        source = _controller(sentence, token, head, depth)
    if source:
        out[surface] = source


def _doers(sentence: Sentence, noun: Token) -> list[int]:
    """Whose plan, attempt or offer it is: "an attempt by rebels to ...", "Peru's plan to ..."."""
    by = (prep.i for prep in sentence.dependents(noun.i, "prep", "agent") if prep.lower == "by")
    found = [t.i for prep in by for t in sentence.dependents(prep, "pobj")]
    return found or [t.i for t in sentence.dependents(noun.i, "poss")]


def _has_gap(out: dict[str, list[int]], antecedent: int) -> bool:
    """Whether a relative clause lacks an object that its antecedent can be."""
    if "obj" in out or antecedent in out.get("subj", [antecedent]):
        return False
    return not set(out) - {"subj", "comp", "iobj"}


def _controller(sentence: Sentence, token: Token, head: Token, depth: int) -> list[int]:
    preposition = head.lower
    if token.dep == "pcomp":
        head = sentence.tokens[head.head]
        if head.pos not in _VERBS:
            return [t.i for t in sentence.dependents(head.i, "poss")]
    if head.pos == "ADJ" and head.dep == "acomp":  # "is ready to send"
        head = sentence.tokens[head.head]
    if head.i == token.i or head.pos not in _VERBS:
        return []
    if token.dep in ("ccomp", "advcl") and token.tag not in ("VBG", "VBN", "VB"):
        return []
    outer = _of_verb(sentence, head.i, depth + 1)
    passive = is_passive(sentence, head.i)
    if token.dep == "pcomp" and _is_of_object(head, preposition):
        return outer.get("obj") or []
    if token.dep in ("xcomp", "ccomp") and head.lemma in _listed("object_control"):
        return outer.get("obj") or outer.get("iobj") or []
    return outer.get("obj" if passive else "subj") or []


def _is_of_object(verb: Token, preposition: str) -> bool:
    """Whether the object does what the gerund says: "accused them of looting", "thanked it for"."""
    if preposition == "for":
        return verb.lemma in _listed("judging")
    return preposition in _listed("object_prepositions")


def _of_noun(sentence: Sentence, i: int) -> dict[str, list[int]]:
    out: dict[str, list[int]] = {}
    _prepositions(sentence, i, out)
    for t in sentence.dependents(i):
        if t.dep == "poss":
            out.setdefault("poss", []).append(t.i)
        elif t.dep in ("compound", "amod", "nmod"):
            out.setdefault("mod", []).append(t.i)
        elif t.dep in ("acl", "relcl") and t.tag == "VB":
            out.setdefault("comp", []).append(t.i)
            out.setdefault("comp.obj", []).extend(
                x.i for x in sentence.dependents(t.i, "dobj", "nsubjpass")
            )
    _inherit(
        sentence, out, "of", (*words("control", "on_objects"), *words("control", "on_complements"))
    )
    out["obj"] = out.get("of", [])
    verb = support_verb(sentence, i)
    if verb is not None and sentence.tokens[i].dep != "nsubj":
        for label, js in _of_verb(sentence, verb).items():
            if label not in ("obj", "comp", "comp.obj", "attr") and label not in out:
                out[label] = [j for j in js if j != i]
    if "subj" not in out:
        out["subj"] = out.get("by") or out.get("poss") or []
    out["host"] = _host(sentence, i)
    return out


def _host(sentence: Sentence, i: int) -> list[int]:
    """The subject of the clause that the noun stands beside ("raised it in a call with ...")."""
    token = sentence.tokens[i]
    prep = sentence.tokens[token.head]
    verb = sentence.tokens[prep.head]
    if token.dep != "pobj" or prep.dep != "prep" or verb.pos not in _VERBS:
        return []
    return _of_verb(sentence, verb.i).get("obj" if is_passive(sentence, verb.i) else "subj", [])


def support_verb(sentence: Sentence, i: int) -> int | None:
    """The light verb that carries the noun at `i` ("made a pledge", "the vote came"), if any."""
    token = sentence.tokens[i]
    head = sentence.tokens[token.head]
    if token.dep == "nsubj" and head.lemma in _listed("occurrence"):
        return head.i
    hops = 0
    while token.dep == "conj" and hops < 3:  # noqa: PLR2004
        token, head, hops = head, sentence.tokens[head.head], hops + 1
    if token.dep in ("dobj", "nsubjpass") and head.lemma in _listed("support"):
        return head.i
    return None
