"""The record that a command speaks of."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from onrecord.cli.trouble import FAILED, USAGE, Trouble, say
from onrecord.intake.attempts import one_line
from onrecord.record import Record
from onrecord.record.periods import Period

if TYPE_CHECKING:
    from onrecord.store import Records


@contextmanager
def writable(place: str | None) -> "Iterator[Records]":
    """The record at `place`, made where there is none. Raises `Trouble` where that cannot be."""
    from onrecord.store import default_record, open_record

    where = place or str(default_record())
    with explained(where), open_record(where) as records:
        yield records


def beside(place: str | None, suffix: str) -> Path:
    """The file that lies beside the record and has its name and this suffix."""
    from onrecord.store import default_record, location

    where = place or str(default_record())
    with explained(where):
        return location.beside(where, suffix)


def folded(place: str | None, as_of: Period | None = None) -> Record:
    """What all readings say together; with `as_of` those published until its last day.

    Raises `Trouble` where there is no record: looking never makes one.
    """
    with existing(place) as records:
        return told(records, as_of)


def told(records: "Records", as_of: Period | None) -> Record:
    """All that is on the record; with `as_of` what was until its last day."""
    if as_of is None:
        return whole(records)
    note_undated(records)
    return known_on(records, as_of.last)


def whole(records: "Records") -> Record:
    """All that is on the record."""
    from onrecord.record import fold

    return fold(records.readings(), records.decisions())


def known_on(records: "Records", day: date) -> Record:
    """What was published and decided until the end of a day."""
    from onrecord.record import fold

    until = day.isoformat()
    return fold(records.readings(as_of=until), records.decisions(as_of=until))


def note_undated(records: "Records") -> None:
    """Say how many reports were not known on any day."""
    from onrecord.views.summary import count

    if undated := records.undated():
        say(f"{count(undated, 'report')} without a published date left out")


@contextmanager
def existing(place: str | None) -> "Iterator[Records]":
    """The record at `place`. Raises `Trouble` where there is none: looking never makes one."""
    from onrecord.store import default_record, open_record

    where = place or str(default_record())
    _must_exist(where)
    with explained(where), open_record(where) as records:
        yield records


def _must_exist(where: str) -> None:
    from onrecord.store import is_there

    with explained(where):
        if not is_there(where):
            raise Trouble(f"no record at {where}: make one with onrecord add PATH", FAILED)


@contextmanager
def explained(where: str) -> Iterator[None]:
    """Errors of the database in one line."""
    from sqlalchemy.exc import DBAPIError

    try:
        yield
    except ValueError as error:
        raise Trouble(one_line(error), USAGE) from error
    except DBAPIError as error:
        raise _named(where, error.orig or error) from error
    except (OSError, RuntimeError) as error:
        raise _named(where, error) from error


def _named(where: str, error: BaseException) -> Trouble:
    line = one_line(error)
    return Trouble(line if where in line else f"{where}: {line}")
