"""Coalitions and councils called by a common noun in a report that names their enemy or parent."""

from onrecord.lexicon import table
from onrecord.linking.phrases import capitalised
from onrecord.linking.roster import Roster
from onrecord.model import ActorKind

_NAMING: tuple[ActorKind, ...] = ("group", "organisation", "person")


def implied(roster: Roster, noun: str) -> tuple[str, ...]:
    """The coalition that fights a group which the report names, the council of a body it names."""
    kinds: tuple[tuple[str, ActorKind], ...] = (("groups", "group"), ("bodies", "organisation"))
    for file, kind in kinds:
        for other, name in table(file)["implied"].get(noun, {}).items():
            if any(f"{k}:{other.casefold()}" in roster.drafts for k in _NAMING):
                return (roster.actor(name, kind),)
    return ()


def note_implied(roster: Roster) -> None:
    """Keeps the noun of a coalition where its capital makes it a name ("Coalition aircraft")."""
    nouns = table("groups")["implied"]
    for s, sentence in enumerate(roster.sentences):
        for token in sentence.tokens:
            if token.lower in nouns and capitalised(token) and (s, token.i) not in roster.named:
                keys = implied(roster, token.lower)
                if keys:
                    roster.note(s, token.i, token.i + 1, "name", keys)
