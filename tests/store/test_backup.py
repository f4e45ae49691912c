"""A backup is the record as it was at one moment, and comes back as that."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from genuine import reading

from onrecord.store import open_record, restore
from onrecord.store.database import database
from onrecord.store.location import record_url


def filled(place, numbers):
    with open_record(place) as records:
        for number in numbers:
            records.add(reading(number), "1.0")


def test_what_was_kept_comes_back(tmp_path: Path):
    place, kept, again = (tmp_path / name for name in ("a.db", "kept", "folder/b.db"))
    filled(place, range(5))
    with open_record(place) as records:
        records.backup(kept)
        before = list(records.readings())
    filled(place, range(5, 8))
    assert restore(kept, again) == ()
    with open_record(again) as records:
        assert list(records.readings()) == before
        assert records.search("Moise 3")
        assert records.check() == ()


def test_others_write_on_meanwhile(tmp_path: Path):
    place = tmp_path / "a.db"
    filled(place, range(3))
    with ThreadPoolExecutor(1) as pool, open_record(place) as records:
        writing = pool.submit(filled, place, range(3, 40))
        for number in range(6):
            records.backup(tmp_path / f"kept{number}")
        writing.result()
    for number in range(6):
        again = tmp_path / f"{number}.db"
        assert restore(tmp_path / f"kept{number}", again) == ()
        with open_record(again) as records:
            assert records.count() >= 3


def test_no_file_and_no_record_is_replaced(tmp_path: Path):
    place, kept = tmp_path / "a.db", tmp_path / "kept"
    filled(place, range(2))
    with open_record(place) as records:
        records.backup(kept)
        for there in (kept, place):
            with pytest.raises(FileExistsError, match="there is a file already"):
                records.backup(there)
    content = place.read_bytes()
    with pytest.raises(FileExistsError, match="there is a record already"):
        restore(kept, place)
    assert place.read_bytes() == content
    (tmp_path / "b.db-wal").write_bytes(b"what a dead writer left")
    with pytest.raises(FileExistsError, match="left by another record"):
        restore(kept, tmp_path / "b.db")
    assert {path.name for path in tmp_path.iterdir()} == {"a.db", "kept", "b.db-wal"}


def spoiled(place):
    """A record whose first report has lost a part of its text, by no doing of onrecord."""
    url = record_url(place)
    engine = database(url).connect(url)
    with engine.begin() as connection:
        connection.exec_driver_sql("UPDATE reports SET text = substr(text, 1, 20)")
    engine.dispose()


@pytest.mark.parametrize("force", [False, True])
def test_a_backup_with_faults_is_not_restored(tmp_path: Path, *, force: bool):
    place, kept, new = (tmp_path / name for name in ("a.db", "kept", "b.db"))
    filled(place, range(2))
    spoiled(place)
    with open_record(place) as records:
        records.backup(kept)
    filled(tmp_path / "c.db", range(5))
    (fault, *_) = restore(kept, new, force=force)
    assert "its content is not what its id is the hash of" in fault
    assert restore(kept, tmp_path / "c.db", force=True)
    assert {path.name for path in tmp_path.iterdir()} == {"a.db", "kept", "c.db"}
    with open_record(tmp_path / "c.db") as records:
        assert (records.count(), records.check()) == (5, ())


def test_who_insists_replaces_a_record_for_all_who_have_it_open(tmp_path: Path):
    place, kept = tmp_path / "a.db", tmp_path / "kept"
    filled(place, range(2))
    with open_record(place) as records:
        records.backup(kept)
        for number in range(2, 9):
            records.add(reading(number), "1.0")
        assert restore(kept, place, force=True) == ()
        assert records.count() == 2
        assert records.add(reading(20), "1.0") == "added"
    with open_record(place) as records:
        assert (records.count(), records.check()) == (3, ())


def test_a_damaged_record_is_replaced_and_a_letter_is_not(tmp_path: Path):
    place, kept, letter = (tmp_path / name for name in ("a.db", "kept", "letter"))
    filled(place, range(9))
    with open_record(place) as records:
        records.backup(kept)
    content = bytearray(place.read_bytes())
    content[4096 : 9 * 4096] = b"\xff" * 8 * 4096
    place.write_bytes(content)
    assert restore(kept, place, force=True) == ()
    with open_record(place) as records:
        assert (records.count(), records.check()) == (9, ())
    letter.write_text("This is a letter, and no record at all. " * 200)
    with pytest.raises(OSError, match="letter cannot be replaced: file is not a database"):
        restore(kept, letter, force=True)
    assert letter.read_text().startswith("This is a letter")


@pytest.mark.parametrize("content", [b"", b"a letter", b"SQLite format 3\0" + b"\0" * 5000])
def test_what_is_no_backup_is_told(tmp_path: Path, content: bytes):
    (tmp_path / "letter").write_bytes(content)
    with pytest.raises(ValueError, match="is no backup of a record"):
        restore(tmp_path / "letter", tmp_path / "a.db")
    assert [path.name for path in tmp_path.iterdir()] == ["letter"]


def test_a_backup_is_not_touched_by_restoring_it(tmp_path: Path):
    place, kept = tmp_path / "a.db", tmp_path / "kept"
    filled(place, range(2))
    with open_record(place) as records:
        records.backup(kept)
    before = kept.read_bytes()
    restore(kept, tmp_path / "b.db")
    assert kept.read_bytes() == before
