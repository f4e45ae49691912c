"""Whose own statement a report is: told by its publisher, its address or its voice."""

from onrecord.linking.gazetteer import Entry
from onrecord.linking.pronouns import pronouns
from onrecord.linking.roster import Noted, Roster
from onrecord.linking.speech import Speech

_LONGEST_LINE = 12
_FIRST_LINES = 6


def find_issuer(publisher: Entry | None, roster: Roster, speech: Speech) -> str | None:
    """The key of the actor in whose voice the report is written, or None.

    `publisher` is who it is by its publisher's name or address.
    """
    if publisher is None:
        return _from_voice(roster, speech)
    for key, draft in roster.drafts.items():
        if draft.name == publisher.name:
            return key
    return roster.actor(publisher.name, publisher.kind, publisher.country)


def _from_voice(roster: Roster, speech: Speech) -> str | None:
    """The body alone on one of the first lines, or whose statement "we" makes it."""
    for sentence in roster.sentences[:_FIRST_LINES]:
        noted = roster.named.get((sentence.index, len(sentence.tokens) - 1))
        if noted and noted.span == sentence.span:
            return _if_of_kind(roster, noted, ("organisation",))
    quoted = bool(speech.quotes)
    return None if quoted or not _says_we(roster) else _first_subject(roster)


def _if_of_kind(roster: Roster, noted: Noted, kinds: tuple[str, ...]) -> str | None:
    key = noted.actors[0] if len(noted.actors) == 1 else None
    return key if key and roster.drafts[key].kind in kinds else None


def _first_subject(roster: Roster) -> str | None:
    """The state or body that is the first subject of the first full sentence."""
    for sentence in roster.sentences:
        if sentence.role != "headline" and len(sentence.tokens) > _LONGEST_LINE:
            for token in sentence.tokens:
                noted = roster.at(sentence.index, token.i)
                if token.dep == "nsubj" and noted:
                    return _if_of_kind(roster, noted, ("state", "organisation"))
            return None
    return None


def _says_we(roster: Roster) -> bool:
    return any(
        pronouns().get(token.lower) == "issuer"
        for sentence in roster.sentences
        for token in sentence.tokens
        if token.tag in ("PRP", "PRP$")
    )
