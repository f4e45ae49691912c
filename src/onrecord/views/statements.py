"""The statements: who said what."""

from collections.abc import Callable
from dataclasses import dataclass

from onrecord.model import Span
from onrecord.record import Record
from onrecord.record.periods import period
from onrecord.record.plainness import plain
from onrecord.record.sayings import Saying
from onrecord.views.belonging import belonging
from onrecord.views.rows import Evidence, evidence
from onrecord.views.selection import (
    EVERYTHING,
    Selection,
    UnknownNameError,
    involves,
    keys_of,
    naming,
    parties,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote(Evidence):
    """A statement: words in quotation marks where `direct`, else as the report gives them."""

    id: str
    speaker: str | None
    direct: bool
    channel: str | None
    content: str


def said(
    record: Record,
    selection: Selection = EVERYTHING,
    *,
    speaker: str | None = None,
    about: str | None = None,
) -> tuple[Saying, ...]:
    """The statements that are asked for, by the day of publication.

    `speaker` is a name; `about` a name or words that the statement has. Raises
    `UnknownNameError` for a speaker that nobody on the record answers to.
    """
    found = [s for s in record.sayings if selection.at(period(_published(record, s)))]
    if selection.missions is not None:
        own = belonging(record, selection.missions)
        found = [s for s in found if own.loose(s.claims)]
    if selection.actors is not None:
        keys, named = selection.actors, naming(record, selection.actors)
        found = [s for s in found if _speaks(record, keys, s) or _names(named, s)]
    if speaker is not None:
        keys = keys_of("actor", speaker, parties(record))
        found = [s for s in found if _speaks(record, keys, s)]
    if about is not None:
        found = _about(record, found, about)
    return tuple(sorted(found, key=lambda s: (_published(record, s) or "~", s.claims[0].place)))


def statements(
    record: Record,
    selection: Selection = EVERYTHING,
    *,
    speaker: str | None = None,
    about: str | None = None,
) -> tuple[Quote, ...]:
    """The rows of the statements."""
    found = said(record, selection, speaker=speaker, about=about)
    return tuple(quote(record, saying) for saying in found)


def quote(record: Record, saying: Saying) -> Quote:
    """A statement of the record as a row."""
    return Quote(
        id=saying.id,
        speaker=saying.speaker.name if saying.speaker else None,
        direct=saying.statement.direct,
        channel=saying.statement.channel,
        content=saying.content,
        **evidence(record, saying.claims),
    )


def _published(record: Record, saying: Saying) -> str | None:
    days = (record.readings[claim.report].report.published for claim in saying.claims)
    return min((day for day in days if day), default=None)


def _speaks(record: Record, keys: frozenset[str], saying: Saying) -> bool:
    return involves(record, keys, [saying.speaker])


def _names(named: Callable[[str, Span], bool], saying: Saying) -> bool:
    return any(named(claim.report, claim.mark) for claim in saying.claims)


def _about(record: Record, sayings: list[Saying], about: str) -> list[Saying]:
    try:
        keys = keys_of("actor", about, parties(record))
    except UnknownNameError:
        keys = frozenset()
    words, named = f" {plain(about)} ", naming(record, keys)
    return [s for s in sayings if words in f" {plain(s.content)} " or _names(named, s)]
