"""Acronyms that a report introduces: "Lake Region Monitoring Mission (LRMM)".

The letters must be initials of the words before the bracket (Schwartz and Hearst 2003, the strict
half). From there on the acronym is that actor, whatever else the lexicon knows by it.
"""

import re

from onrecord.linking.phrases import capitalised
from onrecord.linking.roster import Roster
from onrecord.linking.terms import listed
from onrecord.model import ActorKind, Sentence

_ACRONYM = re.compile(r"[A-Z][A-Za-z&-]{1,9}\Z")
_LONGEST = 14
_SHORTEST = 2


def bind_acronyms(roster: Roster) -> None:
    """Lets the acronyms in brackets stand for the names before them, wherever they occur."""
    known: dict[str, str] = {}
    for s, sentence in enumerate(roster.sentences):
        tokens = sentence.tokens
        for i in range(1, len(tokens) - 1):
            if tokens[i - 1].text in ("(", "[") and tokens[i + 1].text in (")", "]"):
                key = _introduced(roster, s, i)
                if key:
                    known[tokens[i].text] = key
                    _note_around(roster, s, i, key)
    if known:
        _note_all(roster, known)


def _introduced(roster: Roster, s: int, i: int) -> str | None:
    """The actor whose acronym stands at token `i`, drafted if the words name one."""
    sentence = roster.sentences[s]
    word = sentence.tokens[i].text
    if not _ACRONYM.match(word) or sum(c.isupper() for c in word) < 2:  # noqa: PLR2004
        return None
    start = _start(sentence, i)
    before = roster.named.get((s, i - 2))
    own = roster.named.get((s, i))
    if before and len(before.actors) == 1 and before.end == i - 1:
        kind = roster.drafts[before.actors[0]].kind
        matches = start is not None and before.start <= start
        if kind not in ("state", "person") and (matches or own is None):
            return before.actors[0]
    if start is None and own and len(own.actors) == 1:
        start = _within_name(sentence, i, roster.drafts[own.actors[0]].name)
    if start is None:
        return None
    if own and len(own.actors) == 1:
        return _extend(roster, s, start, i, own.actors[0])
    return _drafted(roster, s, start, i)


def _note_around(roster: Roster, s: int, i: int, key: str) -> None:
    """A name that goes on behind the bracket is one ("Lake Monitoring (LM) mission")."""
    tokens = roster.sentences[s].tokens
    noted = roster.named.get((s, i - 2))
    if noted and i + 2 < len(tokens) and tokens[i + 2].lower in listed("missions", "nouns"):
        roster.alias(key, roster.text[noted.span.start : tokens[i + 2].span.end])


def _start(sentence: Sentence, i: int) -> int | None:
    """The token at which the words begin whose initials the acronym at `i` is."""
    letters = [c.casefold() for c in sentence.tokens[i].text if c.isupper()]
    at = i - 2
    for steps in range(_LONGEST):
        if at < 0:
            return None
        token = sentence.tokens[at]
        if token.pos == "PUNCT" and token.text not in ("-", "–", "&"):
            return None
        if letters and token.text[:1].casefold() == letters[-1] and token.text[:1].isalpha():
            small = token.text.islower() and len(token.text) <= 3  # noqa: PLR2004
            if not (small and steps == 0):
                letters.pop()
                if not letters:
                    return at if capitalised(token) else None
        elif capitalised(token) and steps and not token.text.isupper():
            return None
        at -= 1
    return None


def _within_name(sentence: Sentence, i: int, name: str) -> int | None:
    """Where words of a long name begin that stand before its acronym ("Mission in Chad (AMC)")."""
    words = frozenset(name.casefold().split())
    at = i - 1
    while at > 0 and sentence.tokens[at - 1].lower in words:
        at -= 1
    while at < i - 1 and not capitalised(sentence.tokens[at]):
        at += 1
    return at if at < i - _SHORTEST else None


def _extend(roster: Roster, s: int, start: int, i: int, key: str) -> str:
    """The words before an acronym that the lexicon knows are its actor's name too."""
    inside = (roster.named.get((s, j)) for j in range(start, i - 1))
    if all(n is None or n.start > start for n in inside):
        roster.claim(s, start, i - 1, "name", [key])
    return key


def _drafted(roster: Roster, s: int, start: int, i: int) -> str | None:
    sentence = roster.sentences[s]
    tokens = sentence.tokens
    words = " ".join(roster.text[tokens[start].span.start : tokens[i - 2].span.end].split())
    after = tokens[i + 2].lower if i + 2 < len(tokens) else ""
    kind = _kind(tokens[i - 2].text, after)
    if kind is None:
        return None
    if kind == "mission" and tokens[i - 2].text not in listed("missions", "heads"):
        words = f"{words} {after.capitalize()}"
    noted = roster.claim(s, start, i - 1, "name", [roster.actor(words, kind)])
    return noted.actors[0] if noted else None


def _kind(last: str, after: str) -> ActorKind | None:
    if last in listed("missions", "heads") or after in listed("missions", "nouns"):
        return "mission"
    if last in listed("organs", "group_heads") and last not in listed(
        "organs", "organisation_heads"
    ):
        return "group"
    return "organisation" if last[:1].isupper() else None


def _note_all(roster: Roster, known: dict[str, str]) -> None:
    for s, sentence in enumerate(roster.sentences):
        for token in sentence.tokens:
            key = known.get(token.text)
            if key is None:
                continue
            noted = roster.named.get((s, token.i))
            if noted is None or (noted.end == noted.start + 1 and noted.actors != (key,)):
                roster.claim(s, token.i, token.i + 1, "name", [key])
