"""An export that is killed at any moment leaves the old file, the new one, or none: never half."""

import multiprocessing
import os
import random
import time
import zipfile

import pytest

from onrecord.cli.app import run
from onrecord.store import open_record
from record import readings

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")

KILLS = 4
FILES = (("jsonl", ".jsonl"), ("ftm", ".ftm"), ("xlsx", ".xlsx"), ("csv", ".zip"))
FOLDERS = ("csv", "gdelt")


@pytest.fixture(scope="module")
def large(tmp_path_factory):
    """A record whose forms take some time to write."""
    place = tmp_path_factory.mktemp("large") / "large.db"
    with open_record(place) as records:
        for reading in readings(1_000):
            records.add(reading, "0.1.0")
    return place


def started(target, record, output):
    words = ["export", "--to", target, "--record", str(record), "-o", str(output)]
    child = multiprocessing.get_context("fork").Process(target=run, args=(words,))
    child.start()
    return child


def begun(child, folder):
    """Wait until the export has opened what it writes to, or come to its end."""
    while child.is_alive() and not any(folder.glob(".*.part")):
        time.sleep(0.0005)


def killed(target, record, output):
    """Kill an export again and again: at once when it writes, and later; yields after each."""
    chance = random.Random(7)  # noqa: S311
    child = started(target, record, output.with_stem("whole"))
    begun(child, output.parent)
    start = time.perf_counter()
    child.join()
    seconds = time.perf_counter() - start
    for number in range(KILLS):
        child = started(target, record, output)
        begun(child, output.parent)
        time.sleep(chance.uniform(0, seconds) if number else 0)
        child.kill()
        child.join()
        parts = list(output.parent.glob(".*.part"))
        yield len(parts)
        for part in parts:
            part.rename(part.with_suffix(".seen"))


def content(path):
    """What is there: bytes by name in a folder or archive, without the hour of a workbook."""
    if path.is_dir():
        return {file.name: file.read_bytes() for file in path.iterdir()}
    if zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as packed:
            names = (name for name in packed.namelist() if name != "docProps/core.xml")
            return {name: packed.read(name) for name in names}
    return path.read_bytes() if path.exists() else None


@pytest.mark.parametrize(("target", "suffix"), FILES)
def test_a_file_is_the_old_one_or_the_new_one(large, tmp_path, target, suffix):
    output, new = tmp_path / f"x{suffix}", tmp_path / f"whole{suffix}"
    halves = 0
    output.write_bytes(b"old")
    for parts in killed(target, large, output):
        assert content(output) in (b"old", content(new))
        halves += parts
        output.write_bytes(b"old")
    assert halves
    assert run(["export", "--to", target, "--record", str(large), "-o", str(output)]) == 0
    assert content(output) == content(new)


@pytest.mark.parametrize("target", FOLDERS)
def test_a_folder_is_there_with_all_its_files_or_not_at_all(large, tmp_path, target):
    halves = 0
    for number, parts in enumerate(killed(target, large, tmp_path / "x")):
        if (tmp_path / "x").exists():
            assert content(tmp_path / "x") == content(tmp_path / "whole")
            (tmp_path / "x").rename(tmp_path / f"x{number}")
        halves += parts
    assert halves
    assert run(["export", "--to", target, "--record", str(large), "-o", str(tmp_path / "x")]) == 0
    assert content(tmp_path / "x") == content(tmp_path / "whole")
