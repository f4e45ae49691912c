"""Coalitions that a report calls by a common noun because it names their enemy."""

from onrecord.lexicon import table
from onrecord.linking.phrases import capitalised
from onrecord.linking.roster import Roster


def implied(roster: Roster, noun: str) -> tuple[str, ...]:
    """The coalition, as `noun`, that fights a group which the report names."""
    for enemy, name in table("groups")["implied"].get(noun, {}).items():
        if f"group:{enemy.casefold()}" in roster.drafts:
            return (roster.actor(name, "group"),)
    return ()


def note_implied(roster: Roster) -> None:
    """Keeps such a noun where its capital makes it a name ("Coalition aircraft")."""
    nouns = table("groups")["implied"]
    for s, sentence in enumerate(roster.sentences):
        for token in sentence.tokens:
            if token.lower in nouns and capitalised(token) and (s, token.i) not in roster.named:
                keys = implied(roster, token.lower)
                if keys:
                    roster.note(s, token.i, token.i + 1, "name", keys)
