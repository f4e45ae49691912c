"""Organisations that only a noun beside their name or its spelling shows.

"The parcel firm Velox", "Radio Okapi, a broadcaster", "TotalEnergies": anything else that is
capitalised and unknown is no actor.
"""

import re

from onrecord.linking.candidates import Candidate, candidates
from onrecord.linking.phrases import acts
from onrecord.linking.roster import Roster
from onrecord.linking.terms import listed
from onrecord.model import ActorKind, Sentence

_CAMEL = re.compile(r"[A-Z][a-z]+[A-Z][a-z]+\w*\Z")


def note_companies(roster: Roster) -> None:
    """Keeps unknown names that a noun calls an organisation or group, wherever they occur."""
    found = list(candidates(roster))
    known: dict[tuple[str, ...], ActorKind] = {}
    for candidate in found:
        kind = _kind(roster, candidate)
        if kind:
            known.setdefault(candidate.words, kind)
    for candidate in found:
        kind = known.get(candidate.words)
        if kind and not candidate.titles:
            key = roster.actor(candidate.name, kind)
            roster.claim(candidate.sentence, candidate.start, candidate.end, "name", [key])


def _kind(roster: Roster, c: Candidate) -> ActorKind | None:
    sentence = roster.sentences[c.sentence]
    word = _noun_before(sentence, c) or _noun_beside(sentence, c)
    if word in listed("coreference", "naming_organisations"):
        return "organisation"
    if word in listed("coreference", "naming_groups"):
        return "group"
    camel = any(_CAMEL.match(w) for w in c.words)
    return "organisation" if camel and _acts(sentence, c) else None


def _noun_before(sentence: Sentence, c: Candidate) -> str | None:
    """The noun in lower case right before the name ("the parcel firm Velox")."""
    if c.start == 0:
        return None
    before = sentence.tokens[c.start - 1]
    return before.lower if before.tag == "NN" and before.text.islower() else None


def _noun_beside(sentence: Sentence, c: Candidate) -> str | None:
    """The noun in apposition to the name ("Velox, a parcel firm,")."""
    for i in range(c.start, c.end):
        for other in sentence.dependents(i, "appos"):
            if other.i > c.end and other.tag == "NN":
                return other.lower
    return None


def _acts(sentence: Sentence, c: Candidate) -> bool:
    return any(acts(sentence, i) for i in range(c.start, c.end))


def note_units(roster: Roster, issuer: str | None) -> None:
    """Keeps units of forces that do not say whose: of the state that issues the report."""
    code = roster.drafts[issuer].country if issuer else None
    if code is None:
        return
    key = next(
        (k for k, d in roster.drafts.items() if d.kind == "state" and d.country == code), None
    )
    for s, start, end in roster.units if key else ():
        roster.note(s, start, end, "description", [str(key)])
