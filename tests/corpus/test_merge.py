"""A corpus is merged in parts, by any number of workers, as a record would be."""

import json
import shutil
from collections import defaultdict
from concurrent.futures import Future
from pathlib import Path

import archives
import pytest

from corpus import archive
from onrecord import corpus
from onrecord.corpus.cutting import inputs
from onrecord.corpus.folder import Folder, Making
from onrecord.corpus.merging import merge, merged
from onrecord.corpus.run import make
from onrecord.record import fold

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
SIZE = 10_000


class DeathError(Exception):
    """A worker is gone."""


class Here:
    """Work is done on the spot; workers die after so many jobs, if that is said."""

    death = (DeathError,)

    def __init__(self, lives=None):
        self.lives = lives

    def do(self, job, task):
        future = Future()
        if self.lives == 0:
            future.set_exception(DeathError())
            return future
        if self.lives:
            self.lives -= 1
        future.set_result(job(task))
        return future

    def close(self):
        pass


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    """A corpus of the samples and of made reports, some of them twice."""
    place = tmp_path_factory.mktemp("merge")
    lines = [f"{json.dumps(row)}\n" for row in archive(40)]
    twice = [f"{json.dumps({**row, 'id': 'again'})}\n" for row in archive(5)]
    (place / "made.jsonl").write_text("".join(lines + twice), "utf-8")
    folder = Folder(place / "out")
    found = tuple(inputs([place / "made.jsonl", SAMPLES]))
    folder.begin(Making(inputs=found, engine="1", size=9))
    make(folder, [Here()], lambda _: None)
    return folder.place


@pytest.fixture
def out(whole, tmp_path):
    return shutil.copytree(whole, tmp_path / "out")


def of(place, *, size=SIZE, lives=None):
    return merge(Folder(Path(place)), [Here(lives)], size, lambda *_: None)


def test_the_merged_tables_are_what_a_fold_of_all_readings_makes(out):
    found = of(out, size=500)
    asked = corpus.open(out)
    record = fold(asked.readings())
    assert found.parties == len(record.who.parties)
    assert found.happenings == len(record.happenings)
    assert found.cut == {"texts": 0, "sightings": 0, "claims": 0}
    told = asked.sql("SELECT party, name, kind, country, aliases, reports FROM parties").rows
    assert set(told) == {
        (party.key, party.name, party.kind, party.country, party.aliases, len(party.reports))
        for party in record.who.parties.values()
    }
    told = asked.sql("SELECT report, actor, party FROM identities").rows
    who = defaultdict(dict)
    for report, actor, party in told:
        who[report][actor] = party
    assert who == record.who.local
    told = defaultdict(set)
    for happening, report, event in asked.sql("SELECT happening, report, event FROM tellings").rows:
        told[happening].add((report, event))
    assert told == {
        one.id: {(claim.report, claim.fact.id) for claim in one.claims} for one in record.happenings
    }
    told = asked.sql("SELECT happening, actor_parties, mission, min, date, sources FROM happenings")
    assert sorted(told.rows) == [
        (
            one.id,
            tuple(party.key for party in one.actors),
            one.mission and one.mission.name,
            one.quantity and one.quantity.min,
            one.date and one.date.edtf,
            record.independent(one.claims),
        )
        for one in record.happenings
    ]


def test_a_merged_corpus_answers(onrecord, out):
    code, _, err = onrecord("corpus", "query", out, "most-told")
    assert (code, err) == (2, "onrecord: most-told needs a merged corpus: onrecord corpus merge\n")
    code, _, err = onrecord("corpus", "merge", out, "--workers", 1)
    assert code == 0
    told = merged(Folder(out))
    assert err == f"onrecord: {told.parties} parties, {told.happenings} happenings\n"
    (out / "merging").mkdir()  # as if it had been killed before all was tidy
    assert onrecord("corpus", "merge", out, "--workers", 1) == (0, "", err)
    assert not (out / "merging").exists()
    asked = corpus.open(out)
    assert all(asked.ask(name).rows for name in corpus.questions() if name != "set-aside")
    by_type = asked.ask("happenings-by-type").rows
    assert sum(row[1] for row in by_type) == told.happenings
    of_one = asked.ask("happenings-by-type", corpus.Slice(actor="kenya")).rows
    assert 0 < sum(row[1] for row in of_one) < told.happenings


def test_a_merge_that_is_broken_off_goes_on_to_the_same_bytes(out, tmp_path, content):
    shutil.copytree(out, tmp_path / "other")
    of(tmp_path / "other", size=500)
    (out / "parties").mkdir()
    (out / "parties" / ".half.part").write_bytes(b"half")
    breaks = 0
    while merged(Folder(out)) is None:
        try:
            of(out, size=500, lives=5)
        except ValueError as error:
            assert str(error) == "workers died over the same piece of work"  # noqa: PT017
            breaks += 1
    assert breaks > 2
    assert content(out) == content(tmp_path / "other")


def test_one_process_or_two_merge_to_the_same_bytes(onrecord, out, tmp_path, content):
    shutil.copytree(out, tmp_path / "two")
    for place, workers in ((out, 1), (tmp_path / "two", 2)):
        assert onrecord("corpus", "merge", place, "--part", 500, "--workers", workers)[0] == 0
    assert content(out) == content(tmp_path / "two")


def test_a_part_that_would_be_too_big_is_cut_and_told(onrecord, out):
    whole = of(out)
    code, _, err = onrecord("corpus", "merge", out, "--part", 10, "--workers", 1)
    assert code == 0
    found, *cut = err.splitlines()
    assert found != f"onrecord: {whole.parties} parties, {whole.happenings} happenings"
    assert cut[-1].startswith("onrecord: claims: ")
    assert cut[-1].endswith(" keys are shared by too many and joined nothing: see --part")
    asked = corpus.open(out)
    (together,) = asked.sql("SELECT count(*), count(DISTINCT party) FROM parties").rows
    assert together[0] == together[1]


def test_what_is_not_all_read_is_not_merged(onrecord, tmp_path):
    archives.jsonl(tmp_path / "a.jsonl", 3)
    Folder(Path("begun")).begin(Making(inputs=(), engine="1", size=4))
    (tmp_path / "other").mkdir()
    code, _, err = onrecord("corpus", "merge", "begun")
    assert (code, err) == (2, "onrecord: begun is not all read: onrecord corpus read goes on\n")
    assert onrecord("corpus", "merge", "other")[::2] == (2, "onrecord: other is no corpus\n")
