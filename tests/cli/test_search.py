"""Words find the facts in whose sentences they stand, and the reports that have them elsewhere."""

import json
import os
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import made_up
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.cli.record import whole
from onrecord.review import Signature, judge
from onrecord.store import open_record

GOLDEN = Path(__file__).parent / "golden"
COMMANDS = {
    "search.md": "search Norland engineers --format md",
    "search.csv": "search Norland engineers --format csv",
    "search.jsonl": "search Maravia --format jsonl",
    "search.txt": "search Maravia",
}


@pytest.fixture
def found(onrecord, record):
    """Runs a search; gives its rows."""

    def call(*words):
        code, out, _ = onrecord("search", *words, "--format", "json", "--record", record)
        assert code == 0
        return json.loads(out)

    return call


@pytest.mark.parametrize("name", COMMANDS)
def test_golden(onrecord, record, name):
    """GOLDEN=write renews the files: read the diff."""
    code, out, err = onrecord(*COMMANDS[name].split(), "--record", record)
    assert (code, err) == (0, "")
    if os.environ.get("GOLDEN") == "write":
        (GOLDEN / name).write_bytes(out.encode())
    assert out.encode() == (GOLDEN / name).read_bytes()


def test_a_fact_that_two_reports_tell_is_one_row(found):
    (pledge,) = [row for row in found("pledged", "engineers") if row["kind"] == "event"]
    assert pledge["reports"] == 2
    assert "pledge · 400 engineers" in pledge["what"]


def test_the_sentence_is_the_one_with_the_words(found):
    (pledge,) = [row for row in found("pledged STABMAR") if row["kind"] == "event"]
    assert pledge["sentence"].endswith("pledged 400 engineers to STABMAR.")
    assert pledge["report"] == "2b" * 32


def test_case_accents_endings_and_order_do_not_matter(found):
    ids = [row["id"] for row in found("engineers pledged")]
    assert ids
    for words in ("PLEDGES engineer", "pledging Éngineers", '"engineer" (pledge)'):
        assert [row["id"] for row in found(words)] == ids


def test_a_report_has_the_words_that_no_fact_has_together(found):
    (row,) = found("pledged armed bands wait")
    assert (row["kind"], row["what"]) == ("report", "Council sends a mission to Maravia")
    assert row["id"] == row["report"] == "1a" * 32
    assert row["sentence"].startswith("About 30 armed bands")


def test_all_words_have_to_be_there(found):
    assert found("pledged zeppelins") == []


def test_the_filters_are_those_of_the_listings(found, record):
    with open_record(record) as records:
        records.add(made_up.two_missions(), "0.1.0")
    assert found("engineers", "--since", "2031-02-06", "--until", "2031-03-04") == [
        row for row in found("engineers") if "deploy" in row["what"]
    ]
    assert found("engineers", "--since", "2040") == []
    assert [row["kind"] for row in found("pledged", "--actor", "Norland")] == ["event", "event"]
    assert [row["kind"] for row in found("pledged", "--actor", "Sudmark")] == ["report"]
    assert [row["what"] for row in found("pledged", "--mission", "Harbour Watch")] == [
        "Norland · pledge · frigate"
    ]


def test_as_of_is_what_was_known_then(found):
    assert found("seized", "--as-of", "2031-03-04") == []
    assert {row["report"] for row in found("seized", "--as-of", "2031-03-05")} == {"2b" * 32}


def test_what_was_rejected_is_no_fact(found, record):
    (seized,) = [row for row in found("Rebels seized") if row["kind"] == "event"]
    with open_record(record) as records:
        by = Signature(author="Ada", time=datetime(2031, 3, 9, tzinfo=UTC))
        records.decide(judge(whole(records), "reject", seized["id"], by))
    assert [row["kind"] for row in found("Rebels seized")] == ["report"]


def test_the_limit_keeps_the_best(found):
    everything = found("Norland")
    assert len(everything) > 2
    assert found("Norland", "--limit", "2") == everything[:2]


@pytest.mark.parametrize(
    "words",
    ['"', "", "NEAR(", "NEAR(a b, 2)", "\0", "a\0b", "*", "-", "^x", "quote:x", "a AND", "{"],
)
def test_no_word_is_an_operator(onrecord, record, words):
    code, out, err = onrecord("search", "--record", record, "--", words)
    assert (code, out, err) == (0, "", "onrecord: nothing found\n")


def test_ten_thousand_words_are_searched_for(onrecord, record):
    words = [f"word{number}" for number in range(10_000)]
    code, out, err = onrecord("search", *words, "--record", record)
    assert (code, out, err) == (0, "", "onrecord: nothing found\n")
    assert onrecord("search", *["Norland"] * 10_000, "--record", record)[0] == 0


@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30, deadline=None
)
@given(words=st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=12))
def test_whatever_is_typed_finds_something_or_nothing(onrecord, record, words):
    code, _, err = onrecord("search", "--record", record, "--", words)
    assert code == 0
    assert err in {"", "onrecord: nothing found\n"}


def test_hostile_reports_are_shown_harmlessly(onrecord, record):
    with open_record(record) as records:
        records.add(made_up.hostile(), "0.1.0")
        alone = replace(made_up.hostile(), events=(), commitments=())
        other = replace(alone, report=replace(alone.report, id="4e" * 32, text="Ostia \x1b[31m"))
        records.add(other, "0.1.0")
    for shape in ("table", "md"):
        _, out, _ = onrecord("search", "Ostia", "--format", shape, "--record", record)
        assert "U+001B" in out
        assert "\x1b" not in out
    _, out, _ = onrecord("search", "Ostia", "--format", "csv", "--record", record)
    assert ",=" not in out


def test_wrong_usage_is_one_line(onrecord, record):
    for words in (("search",), ("search", "x", "--limit", "0"), ("search", "x", "--actor", "Nob")):
        code, out, err = onrecord(*words, "--record", record)
        assert (code, out, err.count("\n")) == (2, "", 1)
