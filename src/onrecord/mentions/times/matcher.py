"""Finds what rules fit at each place of a text, longest first."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from operator import itemgetter
from pathlib import Path
from typing import Any, NamedTuple

from onrecord.lexicon.kept import kept_data
from onrecord.lexicon.tables import table
from onrecord.mentions.times import classes, patterns
from onrecord.mentions.times.classes import Alphabet, Value, alphabet
from onrecord.mentions.times.patterns import Pattern, Places, compiled, literals
from onrecord.mentions.times.tokens import Tokens

FILES = ("never", "dates", "periods", "offsets", "sets", "clock", "durations", "vague")
_AHEAD = 3  # letters looked at before a rule is tried
_AROUND = {"after": "(?<=[{}])", "not_after": "(?<![{}])"}
_BEYOND = {"before": "(?=[{}])", "not_before": "(?![{}])"}


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule of the data files: what it matches and what kind of meaning that has."""

    name: str
    means: str
    options: Mapping[str, Any]
    pattern: Pattern


@dataclass(frozen=True, slots=True)
class Grammar:
    """All rules by the letter that they can begin with; `start` finds such letters."""

    alphabet: Alphabet
    rules: Mapping[str, tuple[tuple[Rule, Places], ...]]
    start: re.Pattern[str]


class Found(NamedTuple):
    """A rule's match: the words `start` to `end` of the text, and what was captured."""

    rule: Rule
    tokens: Tokens
    start: int
    end: int
    parts: Mapping[str, tuple[int, int]]

    def words(self, name: str) -> list[str]:
        """The words captured under `name`; none where nothing was."""
        start, end = self.parts.get(name, (0, 0))
        return self.tokens.words[start:end]

    def word(self, name: str) -> str | None:
        """The first word captured under `name`."""
        part = self.parts.get(name)
        return self.tokens.words[part[0]] if part else None

    def value(self, name: str, of: str | None = None) -> Value | None:
        """What the word captured under `name` means in the class of that name, or in class `of`."""
        word = self.word(name)
        return None if word is None else word_value(of or name, word)


def rule_entries() -> Iterator[tuple[str, dict[str, Any]]]:
    """Every rule of the data files with the file that it stands in."""
    for name in FILES:
        for entry in table(f"times/{name}")["rules"]:
            yield name, entry


def _letters_of(items: str, letters: Alphabet) -> str:
    """The letters of a list of literal words and <classes>."""
    names = (item[1:-1] if item.startswith("<") else f"={item}" for item in items.split())
    return "".join(sorted({c for name in names for c in letters.having(name)}))


def _around(entry: Mapping[str, Any], letters: Alphabet) -> str:
    """What has to stand, or must not stand, next to the rule's words, as a format."""
    left = (f.format(_letters_of(entry[k], letters)) for k, f in _AROUND.items() if k in entry)
    right = (f.format(_letters_of(entry[k], letters)) for k, f in _BEYOND.items() if k in entry)
    before = "".join(
        f"[{_letters_of(item, letters)}]" for item in entry.get("preceded", "").split()
    )
    preceded = f"(?<={before})" if before else ""
    return preceded + "".join(left) + "{}" + "".join(right)


def _used_literals(parts: Mapping[str, str]) -> set[str]:
    used = {word for part in parts.values() for word in literals(part)}
    for _, entry in rule_entries():
        used.update(word for pattern in entry["patterns"] for word in literals(pattern))
        around = " ".join(entry.get(key, "") for key in (*_AROUND, *_BEYOND, "preceded"))
        used.update(word for word in around.split() if not word.startswith("<"))
    return used


@cache
def grammar() -> Grammar:
    """The rules of the data files, compiled once."""
    words = table("times/words")
    letters = alphabet(words, sorted(_used_literals(words["parts"])))
    entries = [(entry, source) for _, entry in rule_entries() for source in entry["patterns"]]

    def fields() -> list[tuple[Any, ...]]:
        found = (_pattern(entry, source, words["parts"], letters) for entry, source in entries)
        return [(p.source, p.places, p.follow, p.first, p.last) for p in found]

    told = repr((words, entries)).encode()
    code = (Path(file) for file in (__file__, classes.__file__, patterns.__file__))
    by_first: dict[str, list[tuple[Rule, Places]]] = {}
    for (entry, _), found in zip(entries, kept_data("times", (told, *code), fields), strict=True):
        pattern = Pattern(*found)
        rule = Rule(entry["name"], entry["means"], entry, pattern)
        for first in pattern.firsts():
            by_first.setdefault(first, []).append((rule, pattern.first))
    rules = {first: tuple(found) for first, found in by_first.items()}
    return Grammar(letters, rules, re.compile(f"[{''.join(sorted(rules))}]"))


def _pattern(
    entry: Mapping[str, Any], source: str, parts: Mapping[str, str], letters: Alphabet
) -> Pattern:
    staged = f"( {{stage}} )? {source}" if entry.get("staged") else source
    return compiled(staged, letters.having, parts, _around(entry, letters))


@lru_cache(maxsize=1 << 14)
def _open_at(letters: str) -> tuple[tuple[Rule, Places], ...]:
    """The rules that can begin with so many letters, with the places that can come next."""
    begun = _open_at(letters[:-1]) if letters[1:] else grammar().rules.get(letters, ())
    after = ((rule, rule.pattern.after(places, letters[-1])) for rule, places in begun)
    return tuple((rule, places) for rule, places in after if places)


@lru_cache(maxsize=1 << 14)
def word_value(name: str, word: str) -> Value | None:
    """What `word` means in a class of the data file `words`; None where it is not in it."""
    return grammar().alphabet.classes.value(name, word)


@lru_cache(maxsize=1 << 16)
def _letter(word: str) -> str:
    return grammar().alphabet.letter(word)


def lettered(tokens: Tokens) -> str:
    """The text as letters, one for each word."""
    return "".join(map(_letter, tokens.words))


def matches_at(letters: str, at: int) -> list[tuple[int, Rule, re.Match[str]]]:
    """All rules that fit at word `at` with where they end, the longest first.

    Equals come in the order of the files.
    """
    if not _open_at(letters[at : at + 2]):
        return []
    rules = _open_at(letters[at : at + _AHEAD])
    found = [
        (m.end(), rule, m) for rule, _ in rules if (m := rule.pattern.regex.match(letters, at))
    ]
    found.sort(key=itemgetter(0), reverse=True)
    return found
