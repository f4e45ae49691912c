"""A backup is the record as it was at one moment, and comes back as that."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from genuine import reading

from onrecord.store import open_record, restore


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
