"""What a listing command is asked for, and the part of the record that this is."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from onrecord.cli.record import folded
from onrecord.cli.trouble import USAGE, Trouble
from onrecord.record import Record
from onrecord.record.periods import Period
from onrecord.views import Selection, UnknownNameError, select


@dataclass(frozen=True, slots=True)
class Asked:
    """The options that all listings share, as they were typed."""

    place: str | None
    mission: str | None
    actor: str | None
    since: Period | None
    until: Period | None
    as_of: Period | None


def chosen(asked: Asked) -> tuple[Record, Selection]:
    """The record, and what to pick from it. Raises `Trouble` for names that it does not know."""
    record = folded(asked.place, asked.as_of)
    return record, picked(record, asked)


def picked(record: Record, asked: Asked) -> Selection:
    """What to pick from that record. Raises `Trouble` for names that it does not know."""
    with known_names():
        return select(
            record,
            mission=asked.mission,
            actor=asked.actor,
            since=asked.since,
            until=asked.until,
        )


@contextmanager
def known_names() -> Iterator[None]:
    """An unknown name is wrong usage; the names that come close are told."""
    try:
        yield
    except UnknownNameError as error:
        near = f"; nearest: {', '.join(error.nearest)}" if error.nearest else ""
        raise Trouble(f"{error}{near}", USAGE) from error
