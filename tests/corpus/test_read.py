"""An archive becomes tables: in every form, by any number of processes, whoever dies."""

import json
import os
import signal
import subprocess
import sys
import time
from concurrent.futures import Future
from multiprocessing import active_children
from pathlib import Path

import archives
import pytest

from onrecord import corpus, wire
from onrecord.cli.app import run
from onrecord.corpus.cutting import Place, cut, inputs
from onrecord.corpus.folder import Folder, Making
from onrecord.corpus.local import Process
from onrecord.corpus.run import make
from onrecord.intake.attempts import read_one
from onrecord.model import Report

MANY, SIZE = 23, 4


class DeathError(Exception):
    """A reader is gone."""


class Fragile:
    """A seat whose reader dies over some reports: as often as told here, or always."""

    death = (DeathError,)

    def __init__(self, dies):
        self._dies = dict(dies)

    def do(self, job, task):
        future = Future()
        spool = Folder(task.place).spool(task.shard.number)
        known = spool.found()
        for place, item in enumerate(task.shard.items):
            if not isinstance(item, Report) or place in known:
                continue
            if self._dies.get(item.source_id, 0):
                self._dies[item.source_id] -= 1
                future.set_exception(DeathError())
                return future
            spool.add(place, read_one(item))
        future.set_result(job(task))
        return future

    def close(self):
        pass


def begun(place, *paths, size=SIZE):
    folder = Folder(Path(place))
    folder.begin(Making(inputs=tuple(inputs([*paths])), engine="1", size=size))
    return folder


def made(place, *paths, dies=(), told=lambda _: None):
    folder = begun(place, *paths)
    make(folder, [Fragile(dies)], told)
    return folder


def test_shards_are_cut_by_place_alone(tmp_path):
    first = archives.jsonl(tmp_path / "a.jsonl", 6, bad=[2])
    archive = tuple(inputs([first, archives.sheet(tmp_path / "b.csv", 5)]))
    whole = list(cut(archive, 4, None, Place()))
    assert [len(shard.items) for shard in whole] == [4, 4, 3]
    assert whole[-1].next.bytes == sum(one.bytes for one in archive)
    for shard in whole[:-1]:
        assert list(cut(archive, 4, None, shard.next)) == whole[shard.number + 1 :]


@pytest.mark.parametrize("name", archives.FORMS)
def test_every_form_gives_the_same_facts(tmp_path, name):
    archives.FORMS[name](tmp_path / name, 3)
    made("out", tmp_path / name)
    found = corpus.open("out").sql(
        "SELECT party, min, quote FROM commitments WHERE mission IS NOT NULL ORDER BY number"
    )
    assert found.rows == [
        (row["title"].split()[0], 100.0 + number, row["text"].split("\n\n")[1].strip())
        for number, row in enumerate(archives.rows(3))
    ]


def test_a_row_points_to_the_words_that_it_is_from(tmp_path):
    made("out", archives.jsonl(tmp_path / "a.jsonl", 5))
    found = corpus.open("out").sql(
        'SELECT e.start, e."end", e.quote, r.text, r.reading, e.event, e.first_day FROM events e '
        "JOIN reports r USING (number)"
    )
    assert found.rows
    for start, end, quote, text, reading, event, day in found.rows:
        assert text[start:end] == quote
        told = {one.id: one for one in wire.decode(reading).events}[event]
        assert told.sentence == (start, end)
        assert (day is None) == (told.date is None)


def test_one_process_or_two_write_the_same_bytes(onrecord, tmp_path, content):
    archive = archives.jsonl(tmp_path / "a.jsonl", MANY, bad=[3, 9])
    for out, workers in (("one", 1), ("two", 2)):
        code, _, err = onrecord(
            "corpus", "read", archive, "--out", out, "--workers", workers, "--size", SIZE
        )
        assert code == 1
        assert err.splitlines() == [
            "onrecord: 21 reports read, 2 set aside",
            f"onrecord: {archive}:4: has no text",
            f"onrecord: {archive}:10: has no text",
        ]
    assert content(tmp_path / "one") == content(tmp_path / "two")


def test_a_killed_run_is_taken_up_again(onrecord, tmp_path, content):
    archive = archives.jsonl(tmp_path / "a.jsonl", MANY)
    words = ["corpus", "read", str(archive), "--size", str(SIZE), "--workers", "2", "--out"]
    assert onrecord(*words, "whole")[0] == 0
    command = [sys.executable, "-c", "import onrecord.cli as c; c.main()", *words, "broken"]
    for least in (1, 3):
        with subprocess.Popen(command, stderr=subprocess.PIPE, start_new_session=True) as run:
            while run.poll() is None and len(list(Path("broken/done").glob("*.json"))) < least:
                time.sleep(0.02)
            os.killpg(run.pid, signal.SIGKILL)
    code, out, _ = onrecord("corpus", "status", "broken", "--format", "json")
    assert (code, json.loads(out)[0]["complete"]) in ((0, False), (0, True))
    assert onrecord(*words, "broken")[0] == 0
    assert content(tmp_path / "broken") == content(tmp_path / "whole")


def test_half_files_of_readers_that_died_go(tmp_path, content):
    archive = archives.jsonl(tmp_path / "a.jsonl", MANY)
    made("whole", archive)
    half = tmp_path / "out" / "done" / ".00000000.json.dead.part"
    make(begun("out", archive), [Process()], lambda _: half.touch())
    assert content(tmp_path / "out") == content(tmp_path / "whole")


def test_a_process_that_is_killed_costs_no_report(tmp_path, content):
    archive = archives.jsonl(tmp_path / "a.jsonl", MANY)
    made("whole", archive)

    killed = []

    def kill(advance):
        if advance.now.shards == 1 and not killed:  # once: a second death sets aside
            killed.extend(active_children())
            for child in killed:
                child.kill()

    make(begun("out", archive), [Process(), Process()], kill)
    assert killed
    assert content(tmp_path / "out") == content(tmp_path / "whole")


def test_poison_costs_itself_alone(tmp_path):
    archive = archives.jsonl(tmp_path / "a.jsonl", MANY, bad=[5])
    made("out", archive, dies={"r2": 1, "r7": 9, "r8": 9})
    found = corpus.open("out")
    assert found.ask("set-aside").rows == [
        (5, str(archive), 6, None, "has no text"),
        (7, str(archive), None, "Samoa offers officers", "could not be read (its reader died)"),
        (8, str(archive), None, "Togo offers officers", "could not be read (its reader died)"),
    ]
    assert found.sql("SELECT count(*) FROM reports").rows == [(MANY - 3,)]


def test_what_is_cut_off_in_the_making_is_read_again(tmp_path, content):
    archive = archives.jsonl(tmp_path / "a.jsonl", SIZE)
    made("whole", archive)
    folder = begun("out", archive)
    report = next(iter(cut(folder.making().inputs, SIZE, None, Place()))).items[0]
    folder.spool(0).add(0, read_one(report))
    spool = Path("out/work/00000000.jsonl")
    for torn in (b"1", b"\n1 ", b'\n1 {"report":{"id":"x', b"\n\n"):
        spool.write_bytes(spool.read_bytes() + torn)
    assert list(folder.spool(0).found()) == [0]
    made("out", archive)
    assert content(tmp_path / "out") == content(tmp_path / "whole")


def test_progress_counts_what_this_run_has_done(tmp_path):
    archive = archives.jsonl(tmp_path / "a.jsonl", 12)
    steps = []
    made("out", archive, told=steps.append)
    assert [step.fresh for step in steps] == [4, 8, 12]
    assert [step.share for step in steps][-1] == 1.0
    assert steps[0].share_before == 0.0


@pytest.mark.parametrize("name", ["a.jsonl", "a.csv", "a.parquet", "a.warc.gz", "gone.parquet"])
def test_a_broken_archive_is_set_aside(onrecord, tmp_path, name):
    if not name.startswith("gone"):
        (tmp_path / name).write_bytes(b"\0\1\2 not what its name says")
    sound = archives.jsonl(tmp_path / "z.jsonl", 2)
    code, out, err = onrecord("corpus", "read", name, sound, "--out", "out", "--workers", 1)
    assert (code, out) == (1, "")
    told, named = err.splitlines()
    assert told == "onrecord: 2 reports read, 1 set aside"
    assert name in named


def test_what_was_set_aside_is_named_and_the_rest_counted(onrecord, tmp_path):
    archive = archives.jsonl(tmp_path / "a.jsonl", 9, bad=range(7))
    code, _, err = onrecord("corpus", "read", archive, "--out", "out", "--workers", 1)
    *named, last = err.splitlines()[1:]
    assert (code, len(named)) == (1, 5)
    assert last == "onrecord: and 2 more: onrecord corpus query out set-aside"


def test_a_folder_of_something_else_is_left_alone(onrecord, tmp_path, content):
    archive = archives.jsonl(tmp_path / "a.jsonl", 2)
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "notes.txt").write_text("mine")
    before = content(tmp_path / "mine")
    code, _, err = onrecord("corpus", "read", archive, "--out", "mine")
    assert (code, err.count("\n")) == (2, 1)
    assert content(tmp_path / "mine") == before


@pytest.mark.parametrize(
    ("words", "what"), [(["--size", "3"], "size"), (["--published", "2031-01-01"], "published")]
)
def test_another_corpus_is_left_alone(onrecord, tmp_path, content, words, what):
    archive = archives.jsonl(tmp_path / "a.jsonl", 2)
    assert onrecord("corpus", "read", archive, "--out", "out", "--workers", 1)[0] == 0
    before = content(tmp_path / "out")
    code, _, err = onrecord("corpus", "read", archive, "--out", "out", *words)
    assert (code, err) == (
        2, f"onrecord: out holds a corpus with other {what}: choose another folder\n"
    )  # fmt: skip
    assert content(tmp_path / "out") == before


def test_an_archive_that_is_not_there_is_told_and_no_folder_is_made(tmp_path, capsys):
    asked = ["corpus", "read", str(tmp_path / "none"), "--out", str(tmp_path / "out")]
    assert run(asked) == 2
    assert capsys.readouterr().err == f"onrecord: {tmp_path / 'none'}: no such file or folder\n"
    assert list(tmp_path.iterdir()) == []
