"""Short names for narrow tables: the acronyms by which the reports call a party."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import fields, replace
from typing import Any, TypeVar

from onrecord.model import Span
from onrecord.record import Party, Record
from onrecord.record.plainness import plain

R = TypeVar("R")

_ACRONYM = re.compile(r"(?:[A-Z]{2,8}|(?:[A-Z]\.){2,8})(?: [A-Z][a-z]+)*")
_LONG = 10  # letters of a name that is worth shortening
_NAMES = frozenset(("party", "mission", "beneficiary", "actors", "recipients", "source", "speaker"))


def abridged(record: Record, rows: Sequence[R]) -> tuple[R, ...]:
    """The rows with short names for those who have one that no other party shares."""
    told = {name for row in rows for name in _told(row)}
    short = {name: found for name in told if (found := _short(record, name)) is not None}
    return tuple(_with(row, short) for row in rows) if short else tuple(rows)


def _told(row: Any) -> Iterator[str]:
    for field in fields(row):
        if field.name in _NAMES:
            value = getattr(row, field.name)
            yield from value if isinstance(value, tuple) else filter(None, (value,))


def _with(row: R, short: dict[str, str]) -> R:
    changed: dict[str, Any] = {}
    for field in fields(row):  # type: ignore[arg-type]
        if field.name in _NAMES:
            value = getattr(row, field.name)
            if isinstance(value, tuple):
                changed[field.name] = tuple(short.get(name, name) for name in value)
            else:
                changed[field.name] = short.get(value, value)
    return replace(row, **changed)  # type: ignore[type-var]


def _short(record: Record, name: str) -> str | None:
    """The acronym that reports use most for the party of that name; None where there is none."""
    party = record.who.parties.get(record.who.named.get(plain(name), ""))
    if party is None or len(name) < _LONG:
        return None
    own = [a for a in party.aliases if record.who.named.get(plain(a)) == party.key]
    known = {alias for alias in own if _ACRONYM.fullmatch(alias) and len(alias) < len(name)}
    if not known:
        return None
    said = list(_mentions(record, party))  # with determiners: "the UN"
    used = Counter(
        {alias: sum(f" {words}".endswith(f" {alias}") for words in said) for alias in known}
    )
    return min(sorted(known), key=lambda a: (" " in a, "." in a, -used[a], len(a)))


def _mentions(record: Record, party: Party) -> Iterable[str]:
    for report in party.reports:
        reading = record.readings[report]
        for actor in reading.actors:
            if record.who.key(report, actor.id) == party.key:
                yield from (Span(*mention).of(reading.report.text) for mention in actor.mentions)
