"""The pattern language of the rules, compiled to regular expressions over class letters.

    the? <day> of? <month> ( , <year> )?   literal words and marks, <classes>, options
    ( early | late )                       alternatives
    {count} <unit>                         a part: a named pattern of its own

A class is captured under its name, or under another: `<from:year>`; so is a part that is written
`{name:part}`. A name that is captured twice is told apart by a running number in the regular
expression and read back as one (see `Pattern.captures`).
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

_ITEM = re.compile(r"\s*(?:<(?:(\w+):)?(\w+)>|\{(?:(\w+):)?(\w+)\}|([()|?])|([^\s?{}<>|()]+))")
_REPEATED = re.compile(r"__\d+$")


Places = int  # a set of places as bits
ANY: Places = -1


@dataclass(frozen=True, slots=True)
class Piece:
    """A compiled stretch of a pattern: its regular expression and its ends.

    `first` and `last` are the places of the pattern, numbered in its order, that it can begin and
    end with; `empty` says that it may be nothing.
    """

    regex: str
    first: Places = 0
    last: Places = 0
    empty: bool = False

    def either(self, other: "Piece") -> "Piece":
        """This piece or another."""
        regex, first = f"{self.regex}|{other.regex}", self.first | other.first
        return Piece(regex, first, self.last | other.last, self.empty or other.empty)

    def optional(self) -> "Piece":
        """This piece or nothing."""
        return replace(self, regex=f"(?:{self.regex})?", empty=True)


def bits(places: Places) -> Iterator[int]:
    """The numbers of the places."""
    while places:
        lowest = places & -places
        yield lowest.bit_length() - 1
        places ^= lowest


@dataclass
class _Automaton:
    """Glushkov's: the places of each letter, and the places that can follow each place."""

    places: dict[str, Places] = field(default_factory=dict)
    follow: list[Places] = field(default_factory=list)

    def place(self, letters: str) -> Places:
        """A new place for one of the letters."""
        place = 1 << len(self.follow)
        self.follow.append(0)
        for letter in letters:
            self.places[letter] = self.places.get(letter, 0) | place
        return place

    def joined(self, a: Piece, b: Piece) -> Piece:
        """One piece followed by another."""
        for place in bits(a.last):
            self.follow[place] |= b.first
        first = a.first | b.first if a.empty else a.first
        last = a.last | b.last if b.empty else b.last
        return Piece(a.regex + b.regex, first, last, a.empty and b.empty)


@dataclass
class _Reader:
    """Reads one pattern from left to right."""

    source: str
    letters: Callable[[str], str]
    parts: Mapping[str, str]
    names: dict[str, int] = field(default_factory=dict)
    automaton: _Automaton = field(default_factory=_Automaton)
    at: int = 0

    def alternatives(self) -> Piece:
        piece = self.sequence()
        while self._take("|"):
            piece = piece.either(self.sequence())
        return piece

    def sequence(self) -> Piece:
        piece = Piece("", empty=True)
        while (item := _ITEM.match(self.source, self.at)) and item[5] not in {"|", ")"}:
            self.at = item.end()
            single = self._single(item)
            piece = self.automaton.joined(piece, single.optional() if self._take("?") else single)
        return piece

    def _take(self, mark: str) -> bool:
        item = _ITEM.match(self.source, self.at)
        if item is None or item[5] != mark:
            return False
        self.at = item.end()
        return True

    def _single(self, item: re.Match[str]) -> Piece:
        label, name, part_label, part, mark, literal = item.groups()
        if mark == "(":
            inner = self.alternatives()
            if not self._take(")"):
                raise ValueError(f"a bracket is not closed in {self.source!r}")
            return replace(inner, regex=f"(?:{inner.regex})")
        if mark:
            raise ValueError(f"{mark!r} has nothing before it in {self.source!r}")
        if part:
            return self._part(part, part_label)
        letters = self.letters(name or f"={literal}")
        place = self.automaton.place(letters)
        piece = Piece(f"[{letters}]", place, place)
        return self._captured(piece, label or name) if name else piece

    def _part(self, part: str, label: str | None) -> Piece:
        reader = _Reader(self.parts[part], self.letters, self.parts, self.names, self.automaton)
        inner = reader.alternatives()
        if reader.source[reader.at :].strip():
            raise ValueError(f"cannot read all of {reader.source!r}")
        piece = replace(inner, regex=f"(?:{inner.regex})")
        return self._captured(piece, label) if label else piece

    def _captured(self, piece: Piece, name: str) -> Piece:
        self.names[name] = self.names.get(name, 0) + 1
        return replace(piece, regex=f"(?P<{name}__{self.names[name]}>{piece.regex})")


@dataclass(frozen=True)
class Pattern:
    """A compiled pattern: its regular expression as `source`, its automaton."""

    source: str
    places: Mapping[str, Places]
    follow: Sequence[Places]
    first: Places
    last: Places

    @cached_property
    def regex(self) -> re.Pattern[str]:
        """The regular expression, compiled when first asked: a short text needs few of them."""
        return re.compile(self.source)

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The names of the groups."""
        return tuple(_REPEATED.sub("", name) for name in self.regex.groupindex)

    def firsts(self) -> set[str]:
        """The letters that a match can begin with."""
        return {letter for letter, places in self.places.items() if places & self.first}

    def after(self, places: Places, letter: str) -> Places:
        """The places that can follow where one of `places` takes the letter; 0 where none does.

        ANY where a match may end there, whatever follows.
        """
        if places == ANY:
            return ANY
        here = places & self.places.get(letter, 0)
        if here & self.last:
            return ANY
        following = 0
        for place in bits(here):
            following |= self.follow[place]
        return following

    def captures(self, match: re.Match[str]) -> dict[str, tuple[int, int]]:
        """The words that each name captured; the first capture where there are several."""
        found: dict[str, tuple[int, int]] = {}
        for name, span in zip(self.names, match.regs[1:], strict=True):
            if span[0] >= 0:
                found.setdefault(name, span)
        return found


def literals(pattern: str) -> set[str]:
    """The literal words and marks of a pattern."""
    return {item[6] for item in _ITEM.finditer(pattern) if item[6]}


def compiled(
    pattern: str, letters: Callable[[str], str], parts: Mapping[str, str], around: str = "{}"
) -> Pattern:
    """The pattern as a regular expression; `letters` gives the letters of a class by its name.

    `around` is a format for what has to stand before and behind, as a look-around. Raises
    `ValueError` for a pattern that cannot be read and `KeyError` for an unknown name.
    """
    reader = _Reader(pattern, letters, parts)
    piece = reader.alternatives()
    if pattern[reader.at :].strip() or piece.empty:
        raise ValueError(f"cannot read all of {pattern!r}")
    source = around.format(f"(?:{piece.regex})")
    automaton = reader.automaton
    return Pattern(source, automaton.places, automaton.follow, piece.first, piece.last)
