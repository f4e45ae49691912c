"""Words as letters: one letter for each distinct set of word classes.

The grammar of time expressions is regular over word classes ("month", "unit", "numeral"). With
every word written as one letter, a rule becomes a regular expression over letters: matching
stays linear, and the rules stay readable.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

_FIRST = 0xE000  # the private use area: no text's own letters
_SAME = str.maketrans({"’": "'", "–": "-", "—": "-"})

Value = str | int
Names = frozenset[str]
_NONE: Names = frozenset()


@dataclass(frozen=True)
class Forms:
    """Expressions of numerals and the like, tried in one go.

    An empty group of `pattern` says that a form fits; `classes` are those of each such group.
    `seen` keeps the classes of each set of forms that a word has had.
    """

    pattern: re.Pattern[str]
    classes: Mapping[int, Names]
    seen: dict[tuple[str | None, ...], Names] = field(default_factory=dict)

    def of(self, word: str) -> Names:
        """The classes of the forms that a word has."""
        match = self.pattern.match(word)
        fits = match.group(0, *self.classes) if match else ()
        if fits not in self.seen:
            had = zip(fits[1:], self.classes.values(), strict=True)
            self.seen[fits] = _NONE.union(*(names for form, names in had if form is not None))
        return self.seen[fits]


def folded(word: str) -> str:
    """The form under which a word stands in the tables."""
    return (word if word.isascii() else word.translate(_SAME)).lower()


@dataclass(frozen=True)
class Classes:
    """What classes a word belongs to, by table or by form.

    `values[class][word]` is what a word means in a class; `capital` names the words that belong
    to their classes only where they are written with a capital ("May"); `forms` are regular
    expressions of numerals and the like: first of those that begin with no letter, then the others.
    """

    values: Mapping[str, Mapping[str, Value]]
    names: Mapping[str, Names]
    capital: Names
    forms: tuple[Forms, Forms]

    def of(self, word: str) -> Names:
        """The classes of a word as it is written."""
        key = folded(word)
        formed = self.forms[word[:1].isalpha()].of(word)
        found = self.names.get(key)
        if found is None:
            return formed
        if key in self.capital and not word[:1].isupper():
            found &= {f"={key}"}
        return found | formed

    def value(self, name: str, word: str) -> Value | None:
        """What `word` means in the class `name`; None for a form, which speaks for itself."""
        return self.values.get(name, {}).get(folded(word))


@dataclass(frozen=True)
class Alphabet:
    """The letters: each a set of classes that some word has."""

    classes: Classes
    letters: Mapping[Names, str]

    def letter(self, word: str) -> str:
        """The letter of a word; the letter of no class for a set that was not foreseen."""
        return self.letters.get(self.classes.of(word), self.letters[frozenset()])

    def having(self, name: str) -> str:
        """The letters of all sets with the class `name`. Raises `KeyError` where there is none."""
        return self._having[name]

    @cached_property
    def _having(self) -> dict[str, str]:
        found: dict[str, str] = {}
        for names, letter in self.letters.items():
            for name in names:
                found[name] = found.get(name, "") + letter
        return found


def word_classes(tables: Mapping[str, Any], literals: Iterable[str]) -> Classes:
    """The classes of the data file `words`; each literal word of a rule is a class "=word"."""
    values = {
        name: {folded(str(word)): value for word, value in words.items()}
        for name, words in tables["classes"].items()
    }
    names: dict[str, set[str]] = {}
    for name, words in values.items():
        for word in words:
            names.setdefault(word, set()).add(name)
    for word in literals:
        names.setdefault(word, set()).add(f"={word}")
    return Classes(
        values,
        {word: frozenset(found) for word, found in names.items()},
        frozenset(tables["capital"].split()),
        (_forms(tables, letter=False), _forms(tables, letter=True)),
    )


def _forms(tables: Mapping[str, Any], *, letter: bool) -> Forms:
    """The forms whose samples begin with a letter, or those whose samples do not."""
    listed = [form for form in tables["forms"] if form["samples"][0].isalpha() == letter]
    each = (rf"(?:(?=(?:{form['form']})\Z)(?P<form_{n}>))?" for n, form in enumerate(listed))
    pattern = re.compile("".join(each))
    groups = pattern.groupindex.values()
    classes = (frozenset(form["is"].split()) for form in listed)
    return Forms(pattern, dict(zip(groups, classes, strict=True)))


def _samples(classes: Classes, tables: Mapping[str, Any]) -> Iterator[str]:
    """Words of every kind that the tables and forms can tell apart."""
    for word in sorted(classes.names):
        yield from (word, word.capitalize(), word.upper())
    for number in range(100):
        yield from (str(number), f"{number:02}")
    for form in tables["forms"]:
        yield from form["samples"].split()


def alphabet(tables: Mapping[str, Any], literals: Iterable[str]) -> Alphabet:
    """One letter for each set of classes, in a fixed order."""
    classes = word_classes(tables, literals)
    letters = {frozenset[str](): chr(_FIRST)}
    for word in _samples(classes, tables):
        letters.setdefault(classes.of(word), chr(_FIRST + len(letters)))
    return Alphabet(classes, letters)
