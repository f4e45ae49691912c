"""A folder of many files: over all cores, interrupted, killed, run again."""

import json
import multiprocessing
import os
import signal
import subprocess
import sys
import time

import pytest

from onrecord.cli.progress import Progress
from onrecord.cli.workers import read_all
from onrecord.documents import report
from onrecord.model import Reading
from onrecord.store import open_record

STATES = ("Togo", "Benin", "Fiji", "Samoa")
MANY = 60


def text(number):
    state = STATES[number % len(STATES)]
    return (
        f"{state} offers officers\n\nOn 5 February 2031, {state} said that it would send "
        f"{100 + number} officers to the mission in Chad.\n"
    )


@pytest.fixture
def folder(tmp_path):
    place = tmp_path / "reports"
    place.mkdir()
    for number in range(MANY):
        (place / f"{number:03}.txt").write_text(text(number), "utf-8")
    return place


@pytest.fixture
def whole(onrecord, folder):
    """What is on the record of an unbroken run."""
    assert onrecord("add", folder, "--jobs", 1, "--record", "whole.db")[0] == 0
    return exported(onrecord, "whole.db")


def exported(onrecord, place):
    code, out, _ = onrecord("export", "--to", "jsonl", "--record", place)
    assert code == 0
    return out


def test_two_processes_make_the_same_record_as_one(onrecord, folder, whole):
    code, _, err = onrecord("add", folder, "--jobs", 2, "--record", "two.db")
    assert (code, err) == (0, f"onrecord: {MANY} added\n")
    assert exported(onrecord, "two.db") == whole
    _, _, err = onrecord("add", folder, "--jobs", 2, "--record", "two.db")
    assert err == f"onrecord: 0 added, {MANY} already known\n"


@pytest.mark.parametrize("name", ["SIGINT", "SIGKILL"])
def test_a_broken_run_is_taken_up_again(onrecord, folder, whole, tmp_path, name):
    command = [sys.executable, "-c", "import onrecord.cli as c; c.main()", "add", str(folder)]
    with subprocess.Popen(
        [*command, "--jobs", "2", "--record", "broken.db"],
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    ) as run:
        while run.poll() is None and count(tmp_path / "broken.db") < 5:
            time.sleep(0.05)
        os.killpg(run.pid, getattr(signal, name))
        err = run.communicate()[1]
    assert "Traceback" not in err
    with open_record(tmp_path / "broken.db") as records:
        assert 5 <= records.count() <= MANY
    assert onrecord("add", folder, "--jobs", 2, "--record", "broken.db")[0] == 0
    assert exported(onrecord, "broken.db") == whole


def count(place):
    if not place.exists():
        return 0
    try:
        with open_record(place) as records:
            return records.count()
    except (OSError, RuntimeError):
        return 0  # in the making


def test_a_reader_that_dies_costs_no_report():
    reports = [report(text(number)) for number in range(MANY)]
    found = []
    for number, (one, reading) in enumerate(read_all(reports, 2)):
        assert isinstance(reading, Reading)
        found.append(one.id)
        if number == 10:
            for child in multiprocessing.active_children():
                child.kill()
    assert found == [one.id for one in reports]


def test_failures_are_listed_and_taken_again(onrecord, tmp_path):
    (tmp_path / "bad.txt").write_bytes(b"\0")
    (tmp_path / "worse.json").write_text('[{"text": "Talks failed."}, {}, 3]')
    code, _, err = onrecord("add", "bad.txt", "worse.json", "gone.txt")
    assert (code, err.splitlines()[-1]) == (1, "onrecord: 1 added, 4 failed")
    code, out, _ = onrecord("failures", "--format", "csv")
    assert code == 0
    assert out == "input,reason\n" + "".join(
        f"{tmp_path}/{line}\n"
        for line in (
            "bad.txt,bad.txt: not text (binary data)",
            "worse.json,worse.json: article 2: has no text",
            "worse.json,worse.json: article 3: not a JSON object",
            "gone.txt,gone.txt: no such file or directory",
        )
    )
    (tmp_path / "bad.txt").write_text("Togo sent two ships.")
    (tmp_path / "gone.txt").write_text("Benin sent two ships.")
    code, _, err = onrecord("add", "--retry")
    assert (code, err.splitlines()[-1]) == (1, "onrecord: 2 added, 1 already known, 2 failed")
    (tmp_path / "worse.json").write_text('[{"text": "Talks failed."}]')
    assert onrecord("add", "--retry")[0] == 0
    assert onrecord("failures") == (0, "", "")
    assert onrecord("add", "--retry") == (0, "", "onrecord: 0 added\n")


def test_looking_at_failures_makes_nothing(onrecord, tmp_path):
    assert onrecord("failures", "--record", tmp_path / "none" / "r.db") == (0, "", "")
    assert not (tmp_path / "none").exists()


def test_add_needs_something_to_add(onrecord):
    code, _, err = onrecord("add")
    assert (code, err.count("\n")) == (2, 1)


def test_progress_tells_rate_and_time_left():
    progress = Progress()
    progress.begin(400)
    for _ in range(40):
        progress.step()
        progress.next()
    assert progress.line(20.0) == "40 reports, 2.0 a second, 40 of 400 inputs, 3 min left"


def test_copies_and_new_versions_are_told_at_the_end(onrecord, tmp_path):
    long = " ".join(f"Officers of unit {number} arrived in Praia on Monday." for number in range(9))
    rows = [
        {"text": long, "publisher": "Gazette", "url": "https://gazette.example/1"},
        {"text": long, "publisher": "Courier"},
        {"text": f"{long} Nine more are awaited.", "publisher": "Herald"},
        {"text": "Talks failed.", "publisher": "Gazette", "url": "https://gazette.example/1"},
    ]
    file = tmp_path / "reports.jsonl"
    file.write_text("".join(f"{json.dumps(row)}\n" for row in rows), "utf-8")
    _, _, err = onrecord("add", file, "--record", "kin.db")
    assert err == ("onrecord: 1 added, 2 copies of known texts, 1 new version of a known one\n")
