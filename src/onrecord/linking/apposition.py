"""Common nouns in apposition to a name: "the destroyer HMAS Perth", "the bloc, ASEAN,"."""

from onrecord.linking.phrases import left_edge
from onrecord.linking.roster import Roster
from onrecord.linking.terms import listed
from onrecord.model import Sentence

# Where the nouns are listed that may call an actor of a kind.
_NOUNS = {
    "state": (("coreference", "of_names"), ("organs", "ships")),
    "organisation": (
        ("coreference", "naming_organisations"),
        ("coreference", "naming_bodies"),
    ),
    "group": (("coreference", "naming_groups"), ("groups", "armed_nouns")),
    "mission": (("missions", "nouns"),),
}


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
    if word.text.islower() and any(word.lemma in listed(*where) for where in _NOUNS.get(kind, ())):
        roster.note(s, left_edge(sentence, noun), noun + 1, "description", named.actors, noun)
