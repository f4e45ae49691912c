"""Official publishers: a ministry, an embassy, a government, a body, a mission, told by its name.

"Ministry of Defence, Norway", "Royal Thai Navy", "10 Downing Street", "UNMISS": a word for an
office beside a state, demonym or seat, or a name that the register knows. An office that does not
say whose it is takes the state of its address or of the first lines of the report.
"""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from onrecord.lexicon import table
from onrecord.linking import states
from onrecord.linking.gazetteer import Entry, plain
from onrecord.linking.register import register
from onrecord.linking.terms import listed, lowered, terms
from onrecord.model import Report

_OFFICIAL = ("organ", "body", "force", "mission", "armed", "coalition")
_OF_STATES = ("state", "demonym")
_LONGEST = 200
_FIRST_LINES = 400
_DATELINE = re.compile(r"\s*(?:[,—–(-]|\d)")
_WORD = re.compile(r"[^\W\d_][\w'-]*")


def official_publisher(report: Report) -> Entry | None:
    """Whose official statement a report is by its publisher, address or title, or None."""
    words = plain(report.publisher or "")[:_LONGEST]
    found = _named(words) or _from_address(report.url)
    if found:
        return found
    if _has_office(words):
        code = home(report) or _first_state(report)
        return _office(words, code) if code else None
    title = plain(report.title or "")[:_LONGEST]
    statement = not listed("coreference", "official_papers").isdisjoint(_words(title)[:2])
    return _named(title) if statement and not words else None


def home(report: Report) -> str | None:
    """The code of the state in which a report was published, or None."""
    for _, entry in _names_in(plain(report.publisher or "")[:_LONGEST]):
        if entry.sort in (*_OF_STATES, "organ", "force", "seat"):
            return entry.country
    label = _host(report.url).rpartition(".")[2]
    code = table("coreference")["domain_codes"].get(label, label.upper())
    return code if code in states.states() else None


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


def _has_office(words: str) -> bool:
    inside = _words(words)
    return not listed("coreference", "office_words").isdisjoint(inside) and listed(
        "coreference", "media_words"
    ).isdisjoint(inside)


def _named(words: str) -> Entry | None:
    """The body, or the office of the state, that a publisher's name names first."""
    for (start, end), entry in _names_in(words):
        if entry.sort == "media":
            return None
        if entry.sort in _OFFICIAL:
            return entry
        whole = not set(_words(words[:start] + " " + words[end:])) - {"the"}
        if entry.country and (_has_office(words) or (whole and entry.sort in ("state", "seat"))):
            return _office(words, entry.country)
    return None


def _names_in(words: str) -> Iterator[tuple[tuple[int, int], Entry]]:
    """The names of the register in a publisher's name, seats after all others."""
    found: list[tuple[tuple[int, int], Entry]] = []
    at = 0
    while at < len(words):
        starts = words[at].isalnum() and (at == 0 or not words[at - 1].isalnum())
        match = register().match(words, at) if starts and words[at].isupper() else None
        if match:
            found.append(((at, match[0]), match[1]))
            at = match[0]
        else:
            at += 1
    known = (*_OF_STATES, *_OFFICIAL, "media")
    yield from (row for row in found if row[1].sort in known)
    yield from (row for row in found if row[1].sort == "seat")


def _office(words: str, code: str) -> Entry:
    """The organ of a state that a name speaks of, else the state itself."""
    state = states.states()[code]
    low = lowered(words)
    for word in _WORD.finditer(low):
        for phrase, sorts in terms().get(word[0], ()):
            if "organ" in sorts and low.startswith(phrase, word.start()):
                name = f"{sorts['organ']} of {state.in_phrase}"
                return Entry(name, "organisation", "organ", code)
    return Entry(state.name, "state", "state", code)


def _first_state(report: Report) -> str | None:
    """The state of the dateline, else the only one that the title and the first lines name."""
    text = plain(report.text[:_FIRST_LINES])
    codes: dict[str, None] = {}
    for line in (plain(report.title or "")[:_LONGEST], text):
        for (start, end), entry in _names_in(line):
            dateline = _DATELINE.match(line, end) and line[:start].rpartition("\n")[2].strip() == ""
            if entry.sort == "seat" and dateline:
                return entry.country
            if entry.sort in _OF_STATES and entry.country:
                codes[entry.country] = None
    return next(iter(codes)) if len(codes) == 1 else None


def _host(url: str | None) -> str:
    try:
        return urlsplit(url or "").hostname or ""
    except ValueError:
        return ""


def _from_address(url: str | None) -> Entry | None:
    labels = _host(url).split(".")
    domains = table("coreference")["official_domains"]
    for start in range(len(labels)):
        name = domains.get(".".join(labels[start:]))
        if name:
            match = register().match(name, 0)
            return match[1] if match else Entry(name, "organisation", "body")
    if len(labels) > 1 and labels[-2] in listed("coreference", "official_labels"):
        code = table("coreference")["domain_codes"].get(labels[-1], labels[-1].upper())
        state = states.states().get(code)
        return Entry(state.name, "state", "state", code) if state else None
    return None
