"""`onrecord reread`: what an older engine read is read again, report by report."""

import json
import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest

from onrecord.store import open_record

TEXTS = {
    "a": "Portugal pledged 50 police officers to Timor on 5 May 2024.",
    "b": "Norway deployed 40 engineers to Timor on 6 May 2024.",
    "c": "Denmark pledged 30 doctors to Timor on 7 May 2024.",
}
OLDER = "0.0.1+0123456789ab"


@pytest.fixture
def old(onrecord, tmp_path) -> Path:
    """A record whose readings an older engine made, which knew no deployment and read 60."""
    place = tmp_path / "old.db"
    for name, text in TEXTS.items():
        Path(f"{name}.txt").write_text(text, "utf-8")
    paths = [f"{name}.txt" for name in TEXTS]
    assert onrecord("add", *paths, "--published", "2024-05-08", "--record", place)[0] == 0
    with open_record(place) as records:
        for reading in tuple(records.readings()):
            events = tuple(e for e in reading.events if e.type != "DEPLOY")
            records.renew(replace(reading, events=events), OLDER)
    return place


def rows(onrecord, command, place):
    code, out, _ = onrecord(*command.split(), "--format", "json", "--record", place)
    assert code == 0
    return json.loads(out)


def test_it_says_what_is_read_differently(onrecord, old):
    found = rows(onrecord, "reread", old)
    assert {(row["change"], row["kind"]) for row in found} == {
        ("new", "event"),
        ("new", "commitment"),
    }
    assert all("Norway" in row["now"] and row["before"] is None for row in found)
    assert all(row["sentence"] == TEXTS["b"] for row in found)
    code, out, err = onrecord("reread", "--record", old)
    assert (code, out) == (0, "")
    assert err == "onrecord: 0 read again\nonrecord: nothing found\n"


def test_what_was_decided_stays_decided(onrecord, old):
    pledge = rows(onrecord, "timeline --actor Portugal", old)[0]["id"]
    change = ("--field", "quantity", "--value", "55", "--author", "Ada", "--note", "see the annex")
    assert onrecord("decide", "correct", pledge, *change, "--record", old)[0] == 0
    before = rows(onrecord, "timeline --actor Portugal", old)
    assert before[0]["min"] == 55
    assert before[0]["decisions"] == ["quantity corrected by Ada: see the annex"]
    rows(onrecord, "reread", old)
    assert rows(onrecord, "timeline --actor Portugal", old) == before


def test_a_decision_on_what_is_read_no_more_is_listed(onrecord, old):
    with open_record(old) as records:
        (reading,) = [r for r in records.readings() if "Denmark" in r.report.text]
        pledge = replace(reading.events[0], type="FUND")
        records.renew(replace(reading, events=(pledge,), commitments=()), OLDER)
    fund = rows(onrecord, "timeline --actor Denmark", old)[0]
    assert fund["type"] == "FUND"
    assert onrecord("decide", "accept", fund["id"], "--author", "Ada", "--record", old)[0] == 0
    (orphan,) = [row for row in rows(onrecord, "reread", old) if row["change"] == "orphaned"]
    assert orphan["before"] == "event FUND, accepted by Ada"
    assert orphan["now"].startswith("Denmark · pledge · 30 doctors")
    (act,) = rows(onrecord, "decisions", old)
    assert (act["id"], act["standing"]) == (orphan["decision"], "orphaned")
    reasons = {row["what"]: row["reasons"] for row in rows(onrecord, "review --list", old)}
    assert reasons[orphan["now"]][0] == "changed"


def test_what_was_interrupted_goes_on_where_it_was(onrecord, old):
    with open_record(old) as records:
        *_, last = records.stale("9")
    with sqlite3.connect(old) as connection:
        connection.execute(
            f"CREATE TRIGGER fault BEFORE INSERT ON readings WHEN NEW.report = '{last}' "
            "BEGIN SELECT RAISE(ABORT, 'disk on fire'); END"
        )
    code, _, err = onrecord("reread", "--record", old)
    assert code == 1
    assert "2 read again" in err
    assert "disk on fire" in err
    with sqlite3.connect(old) as connection:
        connection.execute("DROP TRIGGER fault")
    assert "1 read again" in onrecord("reread", "--record", old)[2]
    assert len(rows(onrecord, "timeline", old)) == 3


def test_a_newer_engine_is_not_undone(onrecord, old):
    with open_record(old) as records:
        reading = next(iter(records.readings()))
        records.renew(reading, "99.0")
    assert "2 read again" in onrecord("reread", "--record", old)[2]
