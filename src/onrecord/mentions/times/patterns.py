"""The pattern language of the rules, compiled to regular expressions over class letters.

    the? <day> of? <month> ( , <year> )?   literal words and marks, <classes>, options
    ( early | late )                       alternatives
    {count} <unit>                         a part: a named pattern of its own

A class is captured under its name, or under another: `<from:year>`; so is a part that is written
`{name:part}`. A name that is captured twice is told apart by a running number in the regular
expression and read back as one (see `Pattern.captures`).
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

_ITEM = re.compile(r"\s*(?:<(?:(\w+):)?(\w+)>|\{(?:(\w+):)?(\w+)\}|([()|?])|([^\s?{}<>|()]+))")
_REPEATED = re.compile(r"__\d+$")


Letterset = frozenset[str]
_NONE: Letterset = frozenset()


@dataclass(frozen=True, slots=True)
class Piece:
    """A compiled stretch of a pattern: its regular expression and how it can begin.

    `first` are the letters that it can begin with, `second` for each of them those that can come
    next, `whole` the letters that it can consist of; `empty` says that it may be nothing.
    """

    regex: str
    first: Letterset = _NONE
    second: Mapping[str, Letterset] = field(default_factory=dict)
    whole: Letterset = _NONE
    empty: bool = False

    def then(self, other: "Piece") -> "Piece":
        """This piece followed by another."""
        second = _merged(self.second, dict.fromkeys(self.whole, other.first))
        whole = self.whole if other.empty else _NONE
        first = self.first
        if self.empty:
            first, whole = first | other.first, whole | other.whole
            second = _merged(second, other.second)
        return Piece(self.regex + other.regex, first, second, whole, self.empty and other.empty)

    def either(self, other: "Piece") -> "Piece":
        """This piece or another."""
        second, whole = _merged(self.second, other.second), self.whole | other.whole
        regex, first = f"{self.regex}|{other.regex}", self.first | other.first
        return Piece(regex, first, second, whole, self.empty or other.empty)

    def optional(self) -> "Piece":
        """This piece or nothing."""
        return replace(self, regex=f"(?:{self.regex})?", empty=True)


def _merged(a: Mapping[str, Letterset], b: Mapping[str, Letterset]) -> dict[str, Letterset]:
    return {**a, **{first: a.get(first, _NONE) | seconds for first, seconds in b.items()}}


@dataclass
class _Reader:
    """Reads one pattern from left to right."""

    source: str
    letters: Callable[[str], str]
    parts: Mapping[str, str]
    names: dict[str, int] = field(default_factory=dict)
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
            piece = piece.then(single.optional() if self._take("?") else single)
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
        piece = Piece(f"[{letters}]", frozenset(letters), whole=frozenset(letters))
        return self._captured(piece, label or name) if name else piece

    def _part(self, part: str, label: str | None) -> Piece:
        reader = _Reader(self.parts[part], self.letters, self.parts, self.names)
        inner = reader.alternatives()
        if reader.source[reader.at :].strip():
            raise ValueError(f"cannot read all of {reader.source!r}")
        piece = replace(inner, regex=f"(?:{inner.regex})")
        return self._captured(piece, label) if label else piece

    def _captured(self, piece: Piece, name: str) -> Piece:
        self.names[name] = self.names.get(name, 0) + 1
        return replace(piece, regex=f"(?P<{name}__{self.names[name]}>{piece.regex})")


@dataclass(frozen=True, slots=True)
class Pattern:
    """A compiled pattern; `names` of its groups in order, `second` and `whole` as in `Piece`."""

    regex: re.Pattern[str]
    names: tuple[str, ...]
    first: Letterset
    second: Mapping[str, Letterset]
    whole: Letterset

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
    regex = re.compile(around.format(f"(?:{piece.regex})"))
    names = tuple(_REPEATED.sub("", name) for name in regex.groupindex)
    return Pattern(regex, names, piece.first, piece.second, piece.whole)
