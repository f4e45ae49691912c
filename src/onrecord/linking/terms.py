"""Common nouns and phrases that the linking rooms know: titles, organs, forces, parties.

All are kept in one book by their first word, so a text is looked up once. A term may be of
several sorts ("general" is a rank and a function); each sort gives its canonical wording.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from onrecord.lexicon import table, words
from onrecord.model import Token

_WORD = re.compile(r"\w+")

Sorts = dict[str, str]

ROLES = ("office", "function", "rank")
"""Sorts of what somebody is: a minister, a spokesman, a colonel."""
TITLES = (*ROLES, "honorific")
"""Sorts of what stands before a name."""


@dataclass(frozen=True, slots=True)
class Term:
    """A phrase of the lexicon on tokens `start` to `end`, with its canonical wording by sort.

    `head` is its head word: the last, or the one before "of" ("Minister of Trade").
    """

    start: int
    end: int
    head: int
    sorts: Sorts

    def is_of(self, sorts: Sequence[str]) -> bool:
        """Whether it is of one of these sorts."""
        return any(sort in self.sorts for sort in sorts)


def lowered(text: str) -> str:
    """The text in lower case, every offset kept."""
    low = text.lower()
    if len(low) == len(text):
        return low
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def term_at(text: str, tokens: Sequence[Token], i: int) -> Term | None:
    """The longest term that starts at token `i`; `text` is plain and in lower case."""
    token = tokens[i]
    word = token.lower
    if not word.isalnum():
        first = _WORD.match(word)
        word = first[0] if first else ""
    rows = terms().get(word)
    if rows is None:
        return None
    at = token.span.start
    for phrase, sorts in rows:
        if text.startswith(phrase, at):
            end = _token_end(tokens, i, at + len(phrase))
            if end is not None:
                return Term(i, end, _head(tokens, i, end), sorts)
    return None


def _head(tokens: Sequence[Token], start: int, end: int) -> int:
    for i in range(start + 1, end):
        if tokens[i].lower in ("of", "for"):
            return i - 1
    last = end - 1
    return last if tokens[last].text[0].isalpha() else max(start, last - 1)


def _token_end(tokens: Sequence[Token], i: int, end: int) -> int | None:
    for j in range(i, len(tokens)):
        if tokens[j].span.end == end:
            return j + 1
        if tokens[j].span.end > end:
            return None
    return None


@cache
def terms() -> dict[str, tuple[tuple[str, Sorts], ...]]:
    """First word -> (phrase, canonical wording by sort), the longest first."""
    known: dict[str, Sorts] = {}
    for phrase, sort, canonical in _all():
        known.setdefault(phrase.casefold(), {}).setdefault(sort, canonical)
    book: dict[str, list[tuple[str, Sorts]]] = {}
    for phrase, sorts in known.items():
        first = _WORD.match(phrase)
        if first:
            book.setdefault(first[0], []).append((phrase, sorts))
    return {
        first: tuple(sorted(rows, key=lambda row: (-len(row[0]), row[0])))
        for first, rows in book.items()
    }


def _all() -> Iterator[tuple[str, str, str]]:
    yield from _canonical("titles", "offices", "office")
    yield from _canonical("organs", "common", "organ")
    yield from _ministries()
    for file, section, sort in _LISTS:
        for word in words(file, section):
            phrase = word.replace("_", " ")
            yield phrase, sort, phrase


_LISTS = (
    ("titles", "functions", "function"),
    ("titles", "ranks", "rank"),
    ("titles", "anonymous", "anonymous"),
    ("titles", "anonymous_groups", "anonymous group"),
    ("honorifics", "words", "honorific"),
    ("organs", "state_nouns", "state noun"),
    ("organs", "bare_state_nouns", "bare state noun"),
    ("groups", "generic", "generic"),
    ("groups", "armed_nouns", "armed noun"),
    ("missions", "nouns", "mission noun"),
)


def _canonical(file: str, section: str, sort: str) -> Iterator[tuple[str, str, str]]:
    for canonical, phrases in table(file)[section].items():
        for phrase in phrases.split():
            yield phrase.replace("_", " "), sort, canonical


def _ministries() -> Iterator[tuple[str, str, str]]:
    for canonical, subjects in table("organs")["ministries"].items():
        name = f"Ministry of {canonical}"
        for subject in subjects.split():
            word = subject.replace("_", " ")
            for pattern in table("organs")["ministry_patterns"]:
                yield pattern.format(word), "organ", name
            for pattern in table("organs")["departments"]:
                yield pattern.format(word), "organ", f"Department of {_title(word)}"


def _title(subject: str) -> str:
    """A ministry's subject with capitals ("Foreign Affairs")."""
    small = ("and", "the")
    return " ".join(word if word in small else word.capitalize() for word in subject.split())


@cache
def listed(file: str, section: str) -> frozenset[str]:
    """A word list of the lexicon as a set, "_" read as a space."""
    return frozenset(word.replace("_", " ") for word in words(file, section))
