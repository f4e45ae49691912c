"""A record in a PostgreSQL database, as the command line has it."""

import sys

import pytest
from behind import spoil
from genuine import reading

from onrecord.store import open_record


@pytest.fixture
def kind():
    return "postgresql"


@pytest.fixture
def filled(databases):
    place = databases("record")
    with open_record(place) as records:
        records.add(reading(1), "1.0")
        records.add(reading(2), "1.0")
    return place


def test_there_and_back(onrecord, filled, databases, tmp_path):
    kept, again = tmp_path / "kept", databases("again")
    assert onrecord("backup", kept, "--record", filled)[0] == 0
    assert onrecord("restore", kept, "--record", again)[0] == 0
    for words in ("export --to jsonl", "search moise --format md", "check"):
        assert onrecord(*words.split(), "--record", again) == onrecord(
            *words.split(), "--record", filled
        )
    code, out, err = onrecord("restore", kept, "--record", again)
    assert (code, out, err.count("\n")) == (1, "", 1)
    assert "there is a record already" in err


def test_an_empty_database_is_no_record(onrecord, databases):
    code, out, err = onrecord("ledger", "--record", databases("empty"))
    assert (code, out, err.count("\n")) == (1, "", 1)
    assert "no record at postgresql://" in err


def test_one_store_takes_no_backup_of_the_other(onrecord, filled, tmp_path):
    dumped, copied, file = tmp_path / "dumped", tmp_path / "copied", tmp_path / "a.db"
    open_record(file).close()
    onrecord("backup", dumped, "--record", filled)
    onrecord("backup", copied, "--record", file)
    for words in ((copied, "--record", filled, "--force"), (dumped, "--record", file, "--force")):
        code, out, err = onrecord("restore", *words)
        assert (code, out, err.count("\n")) == (2, "", 1)
        assert "is no backup of a record" in err
    assert onrecord("check", "--record", filled)[0] == 0


@pytest.mark.parametrize("command", ["ledger", "check", "backup kept", "search a", "decisions"])
def test_a_server_that_does_not_answer_is_one_line_without_the_password(onrecord, command):
    address = "postgresql://ada:s3cret@127.0.0.1:1/record"
    code, out, err = onrecord(*command.split(), "--record", address)
    assert (code, out, err.count("\n")) == (1, "", 1)
    assert err.startswith("onrecord: postgresql://ada:***@127.0.0.1:1/record: ")
    assert "s3cret" not in err


def test_what_has_to_be_installed_is_told(onrecord, filled, tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", "")
    code, out, err = onrecord("backup", tmp_path / "kept", "--record", filled)
    assert (code, out, err.count("\n")) == (1, "", 1)
    assert "pg_dump is not installed" in err
    assert list(tmp_path.iterdir()) == []
    monkeypatch.setitem(sys.modules, "psycopg", None)
    code, out, err = onrecord("ledger", "--record", filled)
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert "pip install 'onrecord[postgres]'" in err


def test_a_fault_of_the_server_is_one_line(onrecord, filled):
    spoil(filled, "DROP TABLE claims")
    code, out, err = onrecord("search", "moise", "--record", filled)
    assert (code, out, err.count("\n")) == (1, "", 1)
