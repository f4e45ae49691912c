"""He, she, it, they: resolved by gender, number and kind where one reading stands out."""

from functools import cache

from onrecord.lexicon import table
from onrecord.linking.antecedents import find
from onrecord.linking.phrases import acts
from onrecord.linking.roster import Noted, Roster
from onrecord.linking.terms import listed
from onrecord.model import Span, Token

_PERSON_REACH, _THING_REACH = 4, 1
_PLURAL = ("NNS", "NNPS")


@cache
def pronouns() -> dict[str, str]:
    """Pronoun in lower case -> its class in `coreference.yaml`."""
    return {
        word: name
        for name, words in table("coreference")["pronouns"].items()
        for word in words.split()
    }


def note_pronoun(roster: Roster, s: int, i: int, quoted: Span | None) -> None:
    """Keeps the pronoun at token `i` if it is of the third person; open where unsure.

    `quoted` is the quotation in which it stands, if any: it is not the one who speaks there.
    """
    name = pronouns().get(roster.sentences[s].tokens[i].lower)
    if name is None or name in ("speaker", "issuer") or (s, i) in roster.noted:
        return
    keys = _RULES[name](roster, s, i)
    if quoted and set(keys) & _speakers(roster, s, quoted):
        keys = ()
    roster.note(s, i, i + 1, "pronoun", keys, i)


def _speakers(roster: Roster, s: int, quoted: Span) -> set[str]:
    """Who says, outside the quotation, something in its sentence."""
    keys: set[str] = set()
    for token in roster.sentences[s].tokens:
        if token.dep == "nsubj" and not quoted.covers(token.span) and speaks(roster, s, token.i):
            noted = roster.at(s, token.i)
            keys.update(noted.actors if noted else ())
    return keys


def _person(roster: Roster, s: int, i: int, gender: str) -> tuple[str, ...]:
    def fits(noted: Noted) -> bool:
        draft = roster.drafts[noted.actors[0]]
        return len(noted.actors) == 1 and draft.kind == "person" and draft.gender in (None, gender)

    def competes(token: Token) -> bool:
        people = listed("classes", "people") | listed("coreference", "person_nouns")
        return token.tag in ("NN", "NNP") and token.lemma in people

    keys = find(roster, s, i, fits, competes, _PERSON_REACH)
    for key in keys:
        roster.drafts[key].gender = gender
    return keys


def _man(roster: Roster, s: int, i: int) -> tuple[str, ...]:
    return _person(roster, s, i, "m")


def _woman(roster: Roster, s: int, i: int) -> tuple[str, ...]:
    return _person(roster, s, i, "f")


def _thing(roster: Roster, s: int, i: int) -> tuple[str, ...]:
    sentence = roster.sentences[s]
    token = sentence.tokens[i]
    if token.dep == "expl" or (token.lower == "it" and _is_empty(roster, s, i)):
        return ()
    if token.lower == "it" and _is_said_or_done(roster, s, i):
        return ()

    def fits(noted: Noted) -> bool:
        draft = roster.drafts[noted.actors[0]]
        head = roster.sentences[noted.sentence].tokens[noted.head]
        plural = head.tag in _PLURAL and (noted.form != "name" or draft.kind == "group")
        if len(noted.actors) != 1 or draft.kind == "person" or plural:
            return False
        return draft.kind != "group" or draft.name[:1].isupper()

    def competes(other: Token) -> bool:
        return other.tag in ("NN", "NNP", "NNPS", "VBG") or other.lower in listed(
            "coreference", "thing_rivals"
        )

    return find(roster, s, i, fits, competes, _THING_REACH)


def _is_said_or_done(roster: Roster, s: int, i: int) -> bool:
    """Whether "it" is what one denies, approves or asks for: a deed or words, no party."""
    tokens = roster.sentences[s].tokens
    token = tokens[i]
    governor = tokens[token.head]
    if token.dep == "pobj":
        return governor.lower in listed("coreference", "of_deeds")
    return token.dep == "dobj" and governor.lemma in listed("coreference", "proposition_verbs")


def _is_empty(roster: Roster, s: int, i: int) -> bool:
    """Whether "it" is the empty subject of "it is said that", "it is likely to"."""
    sentence = roster.sentences[s]
    token = sentence.tokens[i]
    if token.dep not in ("nsubj", "nsubjpass"):
        return False
    verb = token.head
    if token.dep == "nsubjpass":
        return bool(sentence.dependents(verb, "ccomp", "xcomp", "csubj", "csubjpass", "advcl"))
    said = {t.lemma for t in sentence.dependents(verb, "acomp")}
    if said & listed("coreference", "of_parties"):
        return False
    return sentence.tokens[verb].lemma in listed("coreference", "empty_verbs")


def _several(roster: Roster, s: int, i: int) -> tuple[str, ...]:
    def fits(noted: Noted) -> bool:
        if len(noted.actors) != 1:
            return bool(noted.actors)
        draft = roster.drafts[noted.actors[0]]
        head = roster.sentences[noted.sentence].tokens[noted.head]
        if noted.form == "pronoun":
            return pronouns().get(head.lower) == "several"
        return draft.kind == "group" or (draft.kind != "person" and head.tag in _PLURAL)

    def competes(token: Token) -> bool:
        return token.tag in _PLURAL or token.lower in listed("coreference", "several_rivals")

    return find(roster, s, i, fits, competes, _THING_REACH)


_RULES = {"person_m": _man, "person_f": _woman, "thing": _thing, "several": _several}


def speaks(roster: Roster, s: int, i: int) -> bool:
    """Whether the phrase at token `i` is the subject of a verb of speech."""
    sentence = roster.sentences[s]
    verb = sentence.tokens[sentence.tokens[i].head]
    return acts(sentence, i) and verb.lemma in listed("coreference", "speech_verbs")
