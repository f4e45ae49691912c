"""Whose own statement a report is: told by its publisher, its address or its voice."""

from urllib.parse import urlsplit

from onrecord.lexicon import table
from onrecord.linking import states
from onrecord.linking.gazetteer import plain
from onrecord.linking.pronouns import pronouns
from onrecord.linking.register import register
from onrecord.linking.roster import Noted, Roster
from onrecord.linking.speech import Speech
from onrecord.linking.terms import listed
from onrecord.model import Report

_OFFICIAL = ("state", "organ", "body", "force", "mission", "armed", "coalition")
_LONGEST_LINE = 12
_FIRST_LINES = 6


def find_issuer(report: Report, roster: Roster, speech: Speech) -> str | None:
    """The key of the actor in whose voice the report is written, or None."""
    name = _from_publisher(report.publisher) or _from_address(report.url)
    if name:
        return _key(roster, name)
    return _from_voice(roster, speech)


def home(report: Report) -> str | None:
    """The code of the state in which a report was published, or None."""
    words = plain(report.publisher or "")
    for at in range(len(words)):
        if words[at].isupper() and (at == 0 or not words[at - 1].isalnum()):
            match = register().match(words, at)
            if match and match[1].sort in ("state", "demonym"):
                return match[1].country
    label = _host(report.url).rpartition(".")[2]
    code = table("coreference")["domain_codes"].get(label, label.upper())
    return code if code in states.states() else None


def _host(url: str | None) -> str:
    try:
        return urlsplit(url or "").hostname or ""
    except ValueError:
        return ""


def _key(roster: Roster, name: str) -> str:
    for key, draft in roster.drafts.items():
        if draft.name == name:
            return key
    state = states.by_name().get(name)
    if state:
        return roster.actor(name, "state", state.code)
    match = register().match(name, 0)
    entry = match[1] if match else None
    kind = entry.kind if entry else "organisation"
    return roster.actor(name, kind, entry.country if entry else None)


def _from_publisher(publisher: str | None) -> str | None:
    """The official body that the publisher's name begins with or ends in."""
    words = plain(publisher or "")
    for at in range(len(words)):
        if at and (words[at - 1].isalnum() or not words[at].isalpha()):
            continue
        match = register().match(words, at)
        if match is None:
            continue
        end, entry = match
        if entry.sort == "state":
            rest = words[end:].casefold().split()
            government = rest[:1] and rest[0] in listed("organs", "state_nouns")
            return entry.name if government or (at == 0 and not rest) else None
        if entry.sort in _OFFICIAL:
            return entry.name
    return None


def _from_address(url: str | None) -> str | None:
    labels = _host(url).split(".")
    domains = table("coreference")["official_domains"]
    for start in range(len(labels)):
        if ".".join(labels[start:]) in domains:
            return str(domains[".".join(labels[start:])])
    if len(labels) > 1 and labels[-2] in listed("coreference", "official_labels"):
        code = table("coreference")["domain_codes"].get(labels[-1], labels[-1].upper())
        state = states.states().get(code)
        return state.name if state else None
    return None


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
