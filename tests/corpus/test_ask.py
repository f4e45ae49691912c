"""A corpus is asked: by name, in SQL, and for the reports of a mission."""

import json
from datetime import date

import archives
import pytest

from onrecord import corpus
from onrecord.corpus import Slice
from onrecord.store import open_record

MANY = 12
MISSION = "Multinational Security Support Mission"


@pytest.fixture
def out(onrecord, tmp_path):
    """A corpus with one line that could not be read, and one report of something else; merged."""
    archive = archives.jsonl(tmp_path / "a.jsonl", MANY, bad=[4])
    other = {
        "text": "On 3 March 2031, Fiji attacked Samoa. 20,000 people are living in camps.",
        "published": "2031-03-04",
    }
    archive.write_text(archive.read_text("utf-8") + json.dumps(other) + "\n", "utf-8")
    onrecord("corpus", "read", archive, "--out", "out", "--workers", 1)
    onrecord("corpus", "merge", "out", "--workers", 1)
    return "out"


def test_a_corpus_answers(onrecord, out):
    asked = corpus.open(out)
    for name in corpus.questions():
        answer = asked.ask(name)
        assert answer.rows, name
        assert all(len(row) == len(answer.columns) for row in answer.rows)
    parties = {row[1]: row[-1] for row in asked.ask("contributors").rows}
    assert parties == {"Togo": 2, "Benin": 3, "Fiji": 3, "Samoa": 3}
    clash = asked.ask("events-by-type", Slice(actor="fiji", since=date(2031, 3, 1)))
    assert clash.rows == [("ATTACK", 1, 1)]
    assert asked.ask("ledger", Slice(mission="no such")).rows == []
    assert {row[0] for row in asked.ask("ledger", Slice(mission="support mission")).rows} == {
        MISSION
    }
    _asks_on_the_command_line(onrecord, out)
    _builds_a_record(onrecord, out)


def _asks_on_the_command_line(onrecord, out):
    code, table, err = onrecord("corpus", "query", out, "missions", "--format", "csv")
    assert (code, err) == (0, "")
    assert table == (
        f"mission,reports,first_published,last_published\n{MISSION},11,2031-02-01,2031-02-12\n"
    )
    sql = 'SELECT count(*) AS n, min(published) AS day, [1] AS "a b" FROM reports'
    code, table, err = onrecord("corpus", "query", out, "--sql", sql, "--format", "jsonl")
    assert (code, json.loads(table), err) == (0, {"n": 12, "day": "2031-02-01", "a b": [1]}, "")
    assert onrecord("corpus", "query", out)[1].count("\n") == len(corpus.questions()) + 2
    code, _, err = onrecord("corpus", "query", out, "--sql", "SELECT nothing FROM nowhere")
    assert (code, err.count("\n")) == (2, 1)
    code, _, err = onrecord("corpus", "query", out, "weather")
    assert (code, err.split(":")[1]) == (2, " no question 'weather'")
    code, _, err = onrecord("corpus", "query", out, "ledger", "--sql", "SELECT 1")
    assert (code, err.count("\n")) == (2, 1)


def _builds_a_record(onrecord, out):
    """The slice has the same reports, by their content, as the archive."""
    assert onrecord("corpus", "extract", out, "--mission", MISSION, "-o", "slice.jsonl")[0] == 0
    assert onrecord("add", "slice.jsonl", "--record", "slice.db", "--jobs", 1)[0] == 0
    readings = list(corpus.open(out).readings(Slice(mission=MISSION)))
    assert len(readings) == MANY - 1
    with open_record("slice.db") as records:
        assert {one.report.id for one in records.readings()} == {one.report.id for one in readings}


@pytest.mark.parametrize("words", [["status"], ["query"], ["extract"]])
def test_what_is_no_corpus_is_told_in_one_line(onrecord, tmp_path, words):
    (tmp_path / "folder").mkdir()
    code, out, err = onrecord("corpus", *words, "folder")
    assert (code, out, err) == (2, "", "onrecord: folder is no corpus\n")
