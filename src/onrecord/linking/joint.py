"""Joint subjects: coordinated ones, and those who meet or speak with each other."""

from onrecord.linking.roster import Roster
from onrecord.linking.terms import listed
from onrecord.model import Token


def joint(roster: Roster, s: int, i: int) -> tuple[str, ...]:
    """The actors at token `i` and those coordinated with it."""
    noted = roster.at(s, i)
    if noted is None or not noted.actors:
        return ()
    keys = list(noted.actors)
    for other in roster.sentences[s].dependents(i, "conj"):
        keys += joint(roster, s, other.i)
    return tuple(dict.fromkeys(keys))


def subject_pair(roster: Roster, s: int) -> tuple[str, ...]:
    """The actors of the first subject that is several, with those of its kind who are met."""
    sentence = roster.sentences[s]
    for token in sentence.tokens:
        if token.dep in ("nsubj", "nsubjpass"):
            keys = dict.fromkeys((*joint(roster, s, token.i), *_partners(roster, s, token)))
            if len(keys) > 1:
                return tuple(keys)
    return ()


def _partners(roster: Roster, s: int, subject: Token) -> list[str]:
    sentence = roster.sentences[s]
    verb = subject.head
    keys: list[str] = []
    for at in (verb, *(t.i for t in sentence.dependents(verb, "dobj"))):
        for prep in sentence.dependents(at, "prep"):
            talked = sentence.tokens[verb].lemma in listed("coreference", "talking_verbs")
            if prep.lower == "with" or (prep.lower == "to" and talked):
                for inner in sentence.dependents(prep.i, "pobj"):
                    keys += _alike(roster, s, subject, joint(roster, s, inner.i))
    return keys


def _alike(roster: Roster, s: int, subject: Token, others: tuple[str, ...]) -> list[str]:
    """Those of `others` that are of the kind of the subject."""
    first = joint(roster, s, subject.i)
    if not first:
        return []
    kind = roster.drafts[first[0]].kind
    return [key for key in others if roster.drafts[key].kind == kind]
