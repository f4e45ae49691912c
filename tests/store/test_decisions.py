"""Decisions only grow: each once, found again as it was, whatever happens to the readings."""

import sqlite3
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from threading import Barrier

import pytest
from old import made

from onrecord.model import Amount, Decision, Span, Target
from onrecord.store import OvertakenError, open_record

PLACE = Target(
    report="a" * 64, kind="event", type="PLEDGE", span=Span(4, 9), claim="c1", alone=True
)
OTHER = replace(PLACE, span=Span(40, 45), claim="c2")


def decision(number: int, author: str = "Ada", **terms: object) -> Decision:
    time = f"2031-02-{number:02}T09:00:00.000000Z"
    return Decision(
        **{"id": f"d{number}{author}", "author": author, "time": time, "action": "accept",
           "targets": (PLACE,), **terms}
    )  # fmt: skip


CORRECTED = Amount(min=400, max=400, approx=False, unit="officer", span=None)
EVERY_KIND = (
    decision(1),
    decision(2, action="reject", note="that is “another” ship"),
    decision(3, action="correct", field="quantity", value=CORRECTED),
    decision(4, action="correct", field="actor", value=("Norland", "Ostria")),
    decision(5, action="correct", field="date", value="2031-02"),
    decision(6, action="correct", field="date", value=None),
    decision(7, action="merge", targets=(PLACE, OTHER)),
    decision(8, action="split", targets=(PLACE,), apart=(OTHER,)),
    decision(9, action="undo", undoes="d8Ada", targets=(PLACE,)),
)


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "record.db"


def test_they_come_back_in_order_as_they_were(place: Path):
    with open_record(place) as records:
        assert [records.decide(one) for one in EVERY_KIND] == [True] * len(EVERY_KIND)
    with open_record(place) as records:
        assert records.decisions() == EVERY_KIND


def test_one_that_is_kept_is_not_kept_twice(place: Path):
    with open_record(place) as records:
        records.decide(decision(1))
        assert not records.decide(decision(1))
        assert records.decisions() == (decision(1),)


def test_as_of_are_those_made_until_the_end_of_that_day(place: Path):
    with open_record(place) as records:
        for one in EVERY_KIND:
            records.decide(one)
        assert records.decisions(as_of="2031-01-31") == ()
        assert records.decisions(as_of="2031-02-03") == EVERY_KIND[:3]
        assert records.decisions(as_of="2031-12-31") == EVERY_KIND


@pytest.mark.parametrize("undoes", ["d2Ada", "d1Ben"])
def test_only_what_was_decided_earlier_can_be_undone(place: Path, undoes: str):
    with open_record(place) as records:
        records.decide(decision(2))
        with pytest.raises(ValueError, match="to undo"):
            records.decide(decision(1, action="undo", undoes=undoes))
        assert records.decisions() == (decision(2),)


def test_a_decision_is_about_something(place: Path):
    with open_record(place) as records, pytest.raises(ValueError, match="about something"):
        records.decide(decision(1, targets=()))


def test_nobody_is_overruled_unawares(place: Path):
    with open_record(place) as records:
        records.decide(decision(1))
        records.decide(decision(2, "Ben"), seen=1)
        with pytest.raises(OvertakenError, match="Ben has decided") as caught:
            records.decide(decision(3, "Cem", action="reject"), seen=1)
        assert caught.value.by == (decision(2, "Ben"),)
        records.decide(decision(3, "Cem", action="reject"), seen=2)
        assert len(records.decisions()) == 3


def test_what_others_decide_elsewhere_is_in_nobodys_way(place: Path):
    with open_record(place) as records:
        records.decide(decision(1))
        assert records.decide(decision(2, "Ben", targets=(OTHER,)), seen=0)


@pytest.mark.parametrize("act", ["DELETE FROM decisions", "UPDATE decisions SET body = '{}'"])
def test_nothing_takes_them_back(place: Path, act: str):
    with open_record(place) as records:
        records.decide(decision(1))
        with (
            sqlite3.connect(place) as connection,
            pytest.raises(sqlite3.IntegrityError, match="kept for ever"),
        ):
            connection.execute(act)
        assert records.decisions() == (decision(1),)


def test_a_record_from_before_there_were_decisions_takes_them(place: Path):
    made(place, "0001")
    with open_record(place) as records:
        assert records.decide(decision(1))
        assert records.decisions() == (decision(1),)


def test_many_at_once_lose_nothing(place: Path):
    open_record(place).close()

    def work(author: str) -> None:
        with open_record(place) as records:
            for number in range(1, 21):
                records.decide(decision(number, author))

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(work, ("Ada", "Ben", "Cem", "Dan")))
    with open_record(place) as records:
        found = records.decisions()
    assert len(found) == len({one.id for one in found}) == 80


@pytest.mark.parametrize("seen", [0, 1])
def test_of_two_who_saw_the_same_one_is_told(place: Path, seen: int):
    start = Barrier(2)

    def work(author: str) -> bool:
        with open_record(place) as records:
            start.wait()
            try:
                return records.decide(decision(2, author), seen=seen)
            except OvertakenError:
                return False

    with open_record(place) as records:
        for number in range(seen):
            records.decide(decision(number + 1, "Eve"))
    with ThreadPoolExecutor(2) as pool:
        assert sorted(pool.map(work, ("Ada", "Ben"))) == [False, True]
