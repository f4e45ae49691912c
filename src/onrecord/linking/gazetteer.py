"""Names looked up in a text: longest match first, by the letters as they stand.

Matching works on characters, so it does not depend on how a tokenizer splits "al-Qaeda". Curly
apostrophes and long dashes count as straight ones. A name of one word matches as written, or
all in capitals when it is longer than four letters; a name of several words also in other
capitals, provided that it starts with one (missions: three words or more in any case).
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from onrecord.model import ActorKind

_PLAIN = str.maketrans({"’": "'", "‘": "'", "–": "-", "—": "-", "‑": "-", "\u00a0": " "})
_FIRST = re.compile(r"\w+|\S")
_LONG_ENOUGH_FOR_CAPITALS = 4
_LONG_ENOUGH_FOR_LOWER_CASE = 3


def plain(text: str) -> str:
    """The text with straight apostrophes, hyphens and spaces; every offset stays the same."""
    return text.translate(_PLAIN)


@dataclass(frozen=True, slots=True)
class Entry:
    """What a name in the lexicon stands for.

    `sort` tells how it may be used: state, demonym, people, seat, territory, region, force,
    organ, body, media, armed, coalition, people group, mission.
    """

    name: str
    kind: ActorKind
    sort: str
    country: str | None = None


@dataclass(frozen=True)
class Gazetteer:
    """Names by their first word, the longest first."""

    names: dict[str, list[tuple[str, str, Entry]]] = field(default_factory=dict)

    def match(self, text: str, at: int) -> tuple[int, Entry] | None:
        """The longest name that starts at `at` in a plain `text`: its end and what it means."""
        first = _FIRST.match(text, at)
        if first is None:
            return None
        rows = self.names.get(first[0].casefold())
        if rows is None:
            return None
        ahead = text[at : at + len(rows[0][0])].casefold()
        for written, folded, entry in rows:
            if not ahead.startswith(folded):
                continue
            end = at + len(written)
            if _same(text[at:end], written, folded, entry) and _is_whole(text, end):
                return end, entry
        return None


def gazetteer(entries: Iterable[tuple[str, Entry]]) -> Gazetteer:
    """A gazetteer of (name, entry); where two entries share a name the first is kept."""
    known: dict[str, Entry] = {}
    for name, entry in entries:
        known.setdefault(plain(name), entry)
    names: dict[str, list[tuple[str, str, Entry]]] = {}
    for name, entry in known.items():
        first = _FIRST.match(name)
        if first:
            names.setdefault(first[0].casefold(), []).append((name, name.casefold(), entry))
    for group in names.values():
        group.sort(key=lambda row: (-len(row[0]), row[0]))
    return Gazetteer(names)


def _same(found: str, written: str, folded: str, entry: Entry) -> bool:
    if found == written:
        return True
    if found.casefold() != folded:
        return False
    words = written.count(" ") + 1
    if words == 1:
        return found.isupper() and len(found) > _LONG_ENOUGH_FOR_CAPITALS
    if found[0].isupper():
        return True
    return entry.kind == "mission" and words >= _LONG_ENOUGH_FOR_LOWER_CASE


def _is_whole(text: str, end: int) -> bool:
    return end >= len(text) or not (text[end].isalnum() or text[end - 1 : end + 1] == "--")
