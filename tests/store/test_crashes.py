"""A process that dies at any statement leaves all or nothing; several lose nothing."""

import multiprocessing
import os
import signal
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
import sqlalchemy as sa
from sheets import Sheet, amount

from onrecord.model import Reading
from onrecord.record import claims_of
from onrecord.store import open_record

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")

ENGINE = "1.0"
MOST = 60  # statements that adding a reading to a new record may take


def reading(number: int) -> Reading:
    sheet = Sheet(f"{number:064x}")
    norland = sheet.actor("Norland")
    sheet.step("pledged", norland, quantity=amount(number))
    sheet.statement(f"We said {number}", norland)
    return sheet.reading()


def child(work: Callable[..., None], *terms: object) -> multiprocessing.process.BaseProcess:
    process = multiprocessing.get_context("fork").Process(target=work, args=terms)
    process.start()
    return process


def add_and_die(place: Path, number: int, last: int) -> None:
    """Adds a reading, and is gone before its statement number `last`."""
    told = 0

    def count(*_: object) -> None:
        nonlocal told
        told += 1
        if told == last:
            os.kill(os.getpid(), signal.SIGKILL)

    sa.event.listen(sa.Engine, "before_cursor_execute", count)
    sa.event.listen(sa.Engine, "commit", count)
    with open_record(place) as records:
        records.add(reading(number), ENGINE)


def whole(place: Path) -> set[str]:
    """The ids of the reports; each has its reading, its claims and their words, or this fails."""
    with open_record(place) as records:
        kept = list(records.readings())
    with sqlite3.connect(place) as connection:
        reports = {row[0] for row in connection.execute("SELECT id FROM reports")}
        claims = {row[0] for row in connection.execute("SELECT id FROM claims")}
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    expected = {claim.id for one in kept for claim in claims_of(one)}
    assert claims == expected
    assert all(one == reading(int(one.report.id, 16)) for one in kept)
    assert reports == {one.report.id for one in kept}
    return reports


def killed_at_every_statement(place: Path, number: int) -> list[int]:
    """How many reports there are after each death, the last without one."""
    counts = []
    for last in range(1, MOST):
        process = child(add_and_die, place, number, last)
        process.join()
        counts.append(len(whole(place)))
        if process.exitcode == 0:
            return counts
        assert process.exitcode == -signal.SIGKILL
    raise AssertionError("the child never came to its end")


def test_a_death_while_a_report_is_added_leaves_all_or_nothing(tmp_path: Path):
    place = tmp_path / "record.db"
    with open_record(place) as records:
        records.add(reading(0), ENGINE)
    counts = killed_at_every_statement(place, 1)
    assert len(counts) > 5
    assert counts == [1] * (len(counts) - 1) + [2]


def test_a_death_while_the_record_is_made_leaves_a_file_that_opens(tmp_path: Path):
    for last in range(1, 21):
        place = tmp_path / f"{last}.db"
        process = child(add_and_die, place, 1, last)
        process.join()
        assert process.exitcode == -signal.SIGKILL
        assert whole(place) in (set(), {reading(1).report.id})


def add_some(place: Path, numbers: range) -> None:
    for number in numbers:
        with open_record(place) as records:
            records.add(reading(number), ENGINE)


def test_several_processes_that_write_at_once_lose_nothing(tmp_path: Path):
    place = tmp_path / "record.db"
    shares = [range(12), range(6, 18), range(17, -1, -1)]
    processes = [child(add_some, place, share) for share in shares]
    for process in processes:
        process.join()
    assert [process.exitcode for process in processes] == [0, 0, 0]
    assert whole(place) == {reading(number).report.id for number in range(18)}


def test_a_reader_sees_one_state_while_another_writes(tmp_path: Path):
    place = tmp_path / "record.db"
    with open_record(place) as reader, open_record(place) as writer:
        writer.add(reading(0), ENGINE)
        writer.add(reading(1), ENGINE)
        seen = reader.readings()
        next(seen)
        writer.add(reading(2), ENGINE)
        assert len(list(seen)) == 1
        assert reader.count() == 3
