"""Common nouns in apposition to a name: "the destroyer HMAS Perth", "the bloc, ASEAN,"."""

from onrecord.linking.phrases import left_edge
from onrecord.linking.roster import Roster
from onrecord.linking.terms import listed
from onrecord.model import Sentence


def note_appositions(roster: Roster) -> None:
    """Lets a noun stand for the organisation, group, mission or ship that explains it."""
    for s, sentence in enumerate(roster.sentences):
        for token in sentence.tokens:
            if token.dep == "appos":
                _note(roster, s, sentence, token.head, token.i)
                _note(roster, s, sentence, token.i, token.head)


def _note(roster: Roster, s: int, sentence: Sentence, noun: int, name: int) -> None:
    word = sentence.tokens[noun]
    named = roster.named.get((s, name))
    if word.tag != "NN" or named is None or len(named.actors) != 1 or (s, noun) in roster.noted:
        return
    kind = roster.drafts[named.actors[0]].kind
    fits = kind in ("organisation", "group", "mission") or (
        kind == "state"
        and (word.lemma in listed("coreference", "of_names") or word.lower in _ships())
    )
    if fits and word.text.islower():
        roster.note(s, left_edge(sentence, noun), noun + 1, "description", named.actors, noun)


def _ships() -> frozenset[str]:
    return listed("organs", "ships")
