"""Pronouns and descriptions in text order, each resolved by what stands before it."""

from onrecord.lexicon import table
from onrecord.linking import states
from onrecord.linking.descriptions import DESCRIBING, note_description
from onrecord.linking.pronouns import note_pronoun, pronouns
from onrecord.linking.roster import Noted, Roster
from onrecord.linking.several import note_several
from onrecord.linking.speech import Speech
from onrecord.linking.terms import listed

_PRONOUNS = frozenset(("PRP", "PRP$"))
_SPEAKING = ("speaker", "issuer")


def resolve(roster: Roster, speech: Speech) -> None:
    """Keeps third-person pronouns and descriptions; where it is not clear they stay open."""
    called: dict[str, list[Noted]] = {}
    numbers = table("coreference")["numbers"]
    mentions = roster.noted
    for s, sentence in enumerate(roster.sentences):
        for token in sentence.tokens:
            if token.tag in _PRONOUNS:
                note_pronoun(roster, s, token.i, speech.quote_at(token.span.start))
            elif (token.tag in DESCRIBING or token.lower in numbers) and not note_several(
                roster, s, token.i
            ):
                note_description(roster, s, token.i, called)
            noted = mentions.get((s, token.i))
            if noted and noted.form != "pronoun":
                called.setdefault(token.lower, []).append(noted)


def resolve_speakers(roster: Roster, speech: Speech, issuer: str | None) -> None:
    """Keeps "I" for the speaker, "we" for those for whom he or she speaks, or for the issuer."""
    for s, sentence in enumerate(roster.sentences):
        for token in sentence.tokens:
            if token.tag not in _PRONOUNS:
                continue
            name = pronouns().get(token.lower)
            if name not in _SPEAKING:
                continue
            key = speech.speaker(s, token.i)
            if name == "issuer":
                key = _spoken_for(roster, key, issuer) if key else _state_of(roster, issuer)
            roster.note(s, token.i, token.i + 1, "pronoun", [key] if key else [], token.i)


def _spoken_for(roster: Roster, key: str, issuer: str | None) -> str:
    """The state or body in whose name a person speaks, else the person."""
    draft = roster.drafts[key]
    if draft.kind != "person":
        return key
    for role in draft.roles.values():
        for other, candidate in roster.drafts.items():
            if role.of and candidate.name == role.of and candidate.kind != "person":
                return _state_of(roster, other) or other
    for other, candidate in roster.drafts.items():
        if candidate.kind == "state" and draft.country and candidate.country == draft.country:
            return other
    if draft.country is None and issuer is None:
        return _spoken_for_head(roster, draft.name) or key
    return key if draft.country or issuer is None else _state_of(roster, issuer) or key


def _spoken_for_head(roster: Roster, name: str) -> str | None:
    """The body whose head is named where a spokesperson without a name has the turn."""
    if name.casefold() not in listed("titles", "spokespersons"):
        return None
    heads = table("titles")["usual_owners"]
    owners = {r.of for d in roster.drafts.values() for r in d.roles.values() if r.title in heads}
    owner = owners.pop() if len(owners) == 1 else None
    return roster.actor(owner, "organisation") if owner else None


def _state_of(roster: Roster, key: str | None) -> str | None:
    """The state whose organ an issuer is ("we" of a ministry is its state), else the issuer."""
    code = roster.drafts[key].country if key else None
    if code is None:
        return key
    return roster.actor(states.states()[code].name, "state", code)
