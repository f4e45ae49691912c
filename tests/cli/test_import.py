"""`onrecord import`: another desk's decisions."""

import shutil

import pytest


@pytest.fixture
def other(record, tmp_path):
    """A second desk with the same reports."""
    return shutil.copy(record, tmp_path / "other.db")


def pledge(onrecord, place):
    _, out, _ = onrecord("review", "--list", "--format", "jsonl", "--record", place)
    return out.split('"id":"')[1][:16]


def test_decisions_go_from_desk_to_desk(onrecord, record, other, tmp_path):
    fact, file = pledge(onrecord, record), tmp_path / "theirs.jsonl"
    onrecord("decide", "accept", fact, "--author", "Ada", "--record", record)
    assert onrecord("export", "--to", "decisions", "--record", record, "-o", file)[0] == 0
    code, _, err = onrecord("import", file, "--record", other)
    assert (code, err) == (0, "onrecord: 1 decision taken over\n")
    code, _, err = onrecord("import", file, "--record", other)
    assert (code, err) == (0, "onrecord: 0 decisions taken over, 1 known already\n")
    same = [onrecord("export", "--to", "jsonl", "--record", one)[1] for one in (record, other)]
    assert same[0] == same[1]


def test_a_conflict_is_shown_and_nothing_is_overwritten(onrecord, record, other, tmp_path):
    fact, file = pledge(onrecord, record), tmp_path / "theirs.jsonl"
    onrecord("decide", "accept", fact, "--author", "Ada", "--record", record)
    onrecord("decide", "reject", fact, "--author", "Ben", "--record", other)
    before = onrecord("export", "--to", "jsonl", "--record", other)[1]
    onrecord("export", "--to", "decisions", "--record", record, "-o", file)
    code, _, err = onrecord("import", file, "--record", other)
    first, last = err.splitlines()
    assert code == 1
    assert first.startswith(f"onrecord: conflict on {fact}: theirs, accepted by Ada")
    assert "ours, rejected by Ben" in first
    assert last == "onrecord: 0 decisions taken over, 1 in conflict left out"
    assert onrecord("export", "--to", "jsonl", "--record", other)[1] == before


def test_a_bad_file_is_told_in_one_line(onrecord, record, tmp_path):
    file = tmp_path / "theirs.jsonl"
    file.write_bytes(b"{}\n")
    code, _, err = onrecord("import", file, "--record", record)
    assert (code, err.count("\n")) == (1, 1)
    assert "line 1 is no decision" in err
    code, _, err = onrecord("import", tmp_path / "none", "--record", record)
    assert (code, err.count("\n")) == (2, 1)


SHEET = "Party,Step,Number\nKenya,pledged,1000\nGhana,deployed,160\n"
MAPPING = "columns: {party: Party, status: Step, quantity: Number}\npublisher: The desk\n"


@pytest.fixture
def tracker(tmp_path):
    (tmp_path / "tracker.csv").write_text(SHEET, "utf-8")
    (tmp_path / "tracker.yaml").write_text(MAPPING, "utf-8")
    return tmp_path / "tracker.csv", "--mapping", tmp_path / "tracker.yaml"


def test_a_tracker_begins_a_record(onrecord, tracker, tmp_path):
    place = tmp_path / "new.db"
    assert onrecord("import", *tracker, "--record", place) == (
        0,
        "",
        "onrecord: 2 rows taken over\n",
    )
    assert onrecord("import", *tracker, "--record", place)[2] == "onrecord: known already\n"
    _, out, _ = onrecord("ledger", "--format", "csv", "--record", place)
    assert "Kenya" in out
    assert "The desk" in out
    assert onrecord("reread", "--record", place)[2].startswith("onrecord: 0 read again")


def test_rows_that_make_no_sense_are_told_and_nothing_is_kept(onrecord, tracker, tmp_path):
    tracker[0].write_text(f"{SHEET}Peru,perhaps,4\n", "utf-8")
    place = tmp_path / "new.db"
    code, _, err = onrecord("import", *tracker, "--record", place)
    assert code == 1
    assert "row 4: no status 'perhaps'" in err
    assert err.endswith("1 row to mend, none taken over\n")
    assert not place.exists()
