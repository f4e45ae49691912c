"""What is kept between runs is never out of date, broken or somebody else's."""

import os
from pathlib import Path

import pytest

from onrecord.lexicon.kept import kept


class Maker:
    """Makes a content, and counts how often."""

    def __init__(self, content: bytes) -> None:
        self.content = content
        self.times = 0

    def __call__(self) -> bytes:
        self.times += 1
        return self.content


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("ONRECORD_CACHE", str(tmp_path / "cache"))
    return tmp_path / "cache"


@pytest.fixture
def place(folder: Path) -> Path:
    kept("words", [b"a", b"b"], Maker(b"content"))
    (file,) = folder.iterdir()
    return file


def test_it_is_made_once() -> None:
    make = Maker(b"content")
    assert {kept("words", [b"a", b"b"], make) for _ in range(3)} == {b"content"}
    assert make.times == 1


@pytest.mark.parametrize("sources", [[b"a", b"c"], [b"b", b"a"], [b"ab"], [b"a", b"b", b""]])
def test_it_is_made_anew_of_other_sources(place: Path, sources: list[bytes]) -> None:
    assert place.exists()
    assert kept("words", sources, Maker(b"other")) == b"other"


@pytest.mark.parametrize("damage", [b"", b"short", None])
def test_a_broken_file_is_made_anew(place: Path, damage: bytes | None) -> None:
    whole = place.read_bytes()
    place.write_bytes(whole[:-1] if damage is None else damage)
    assert kept("words", [b"a", b"b"], Maker(b"content")) == b"content"
    assert place.read_bytes() == whole


def test_a_file_that_others_can_write_is_not_taken(place: Path) -> None:
    place.chmod(0o622)
    make = Maker(b"content")
    kept("words", [b"a", b"b"], make)
    kept("words", [b"a", b"b"], make)
    assert make.times == 1  # and its place is taken by an own one


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="gives a file away")
def test_a_file_of_another_user_is_not_taken(place: Path) -> None:
    os.chown(place, 12345, -1)
    make = Maker(b"content")
    kept("words", [b"a", b"b"], make)
    assert make.times == 1


def test_nothing_is_kept_where_it_is_not_wanted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ONRECORD_CACHE", "")
    monkeypatch.chdir(tmp_path)
    make = Maker(b"content")
    assert [kept("words", [b"a"], make) for _ in range(2)] == [b"content"] * 2
    assert (make.times, list(tmp_path.iterdir())) == (2, [])


def test_a_folder_that_cannot_be_written_is_no_error(folder: Path) -> None:
    folder.write_text("a file in its place")
    assert kept("words", [b"a"], Maker(b"content")) == b"content"


def test_only_the_newest_stay(folder: Path) -> None:
    kept("names", [b"a"], Maker(b"content"))
    for n in range(9):
        kept("words", [b"%d" % n], Maker(b"content"))
    names = [file.name.partition("-")[0] for file in folder.iterdir()]
    assert sorted(names) == ["names", *["words"] * 4]
