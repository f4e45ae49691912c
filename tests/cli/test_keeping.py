import sqlite3

import pytest
from genuine import reading

from onrecord.store import open_record


@pytest.fixture
def sound(tmp_path):
    place = tmp_path / "sound.db"
    with open_record(place) as records:
        records.add(reading(1), "0.1.0")
        records.add(reading(2), "0.1.0")
    return str(place)


def test_a_sound_record_has_nothing_wrong(onrecord, sound):
    assert onrecord("check", "--record", sound) == (0, "", "onrecord: 2 reports, nothing wrong\n")


def test_a_fault_is_one_line_and_can_be_mended(onrecord, sound):
    with sqlite3.connect(sound) as connection:
        connection.execute("UPDATE claims SET quote = 'other' || char(10) || char(27)")
    code, out, err = onrecord("check", "--record", sound)
    assert code == 1
    assert err == f"onrecord: {len(out.splitlines())} faults found\n"
    assert all("--mend" in line for line in out.splitlines())
    assert onrecord("check", "--mend", "--record", sound)[0] == 0
    assert onrecord("check", "--record", sound)[0] == 0


def test_there_and_back(onrecord, sound, tmp_path):
    kept, again = tmp_path / "kept", str(tmp_path / "again.db")
    code, out, err = onrecord("backup", kept, "--record", sound)
    assert (code, out, err) == (0, "", f"onrecord: 2 reports kept in {kept}\n")
    code, out, err = onrecord("restore", kept, "--record", again)
    assert (code, out, err) == (0, "", f"onrecord: the record is restored to {again}\n")
    assert (
        onrecord("export", "--to", "jsonl", "--record", again)
        == onrecord("export", "--to", "jsonl", "--record", sound)
    )  # fmt: skip


def test_a_backup_with_faults_changes_nothing(onrecord, sound, tmp_path):
    kept, again = tmp_path / "kept", str(tmp_path / "again.db")
    with sqlite3.connect(sound) as connection:
        connection.execute("UPDATE claims SET type = 'REQUEST' WHERE kind = 'event'")
    onrecord("backup", kept, "--record", sound)
    with sqlite3.connect(sound) as connection:
        connection.execute("DELETE FROM claims")
    for words in (("--record", again), ("--record", sound, "--force")):
        code, out, err = onrecord("restore", kept, *words)
        assert code == 1
        assert len(out.splitlines()) == 2
        assert err == "onrecord: 2 faults found; nothing restored\n"
    assert not (tmp_path / "again.db").exists()
    with sqlite3.connect(sound) as connection:
        assert connection.execute("SELECT count(*) FROM claims").fetchone() == (0,)


def test_a_record_is_replaced_by_force(onrecord, sound, tmp_path):
    kept = tmp_path / "kept"
    onrecord("backup", kept, "--record", sound)
    with sqlite3.connect(sound) as connection:
        connection.execute("DELETE FROM claims")
    code, out, err = onrecord("restore", kept, "--record", sound, "--force")
    assert (code, out, err) == (0, "", f"onrecord: the record is restored to {sound}\n")
    assert onrecord("check", "--record", sound)[0] == 0


@pytest.mark.parametrize(
    ("words", "line"),
    [
        ("backup sound.db --record sound.db", "there is a file already"),
        ("backup no/folder --record sound.db", "there is no folder"),
        ("backup kept --record none.db", "no record at none.db"),
        ("restore none --record new.db", "no such file"),
        ("restore sound.db --record sound.db", "there is a record already"),
        ("restore letter --record new.db", "letter is no backup of a record"),
        ("restore sound.db --record letter --force", "letter cannot be replaced"),
        ("check --record none.db", "no record at none.db"),
        ("check --record letter", "letter is no SQLite database"),
    ],
)
@pytest.mark.usefixtures("sound")
def test_what_cannot_be_is_one_line(onrecord, tmp_path, words, line):
    (tmp_path / "letter").write_text("This is a letter, and no record. " * 99)
    before = sorted(path.name for path in tmp_path.iterdir())
    code, out, err = onrecord(*words.split())
    assert code in {1, 2}
    assert (out, err.count("\n")) == ("", 1)
    assert line in err
    assert sorted(path.name for path in tmp_path.iterdir()) == before
