"""Datasette on the record's own file: views with plain names, links, words, descriptions."""

import json
import sqlite3
from contextlib import closing
from datetime import UTC, datetime

import made_up
import made_world
import pytest
from datasette_shown import answer

from onrecord.exports.datasette import own
from onrecord.record import claims_of, fold
from onrecord.review import Signature, judge
from onrecord.store import open_record

READINGS = (made_up.first(), made_up.second(), made_up.hostile(), made_world.reading())
COUNTED = ("events", "commitments", "statements", "figures", "actors", "places")
METADATA = json.loads(b"".join(own("kept")))["databases"]["kept"]["tables"]
TABLES = {name: told for name, told in METADATA.items() if "columns" in told}


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """A record in a file, with its metadata beside it."""
    made = tmp_path_factory.mktemp("own")
    with open_record(made / "kept.db") as records:
        for reading in READINGS:
            records.add(reading, "1.0")
        known = fold(records.readings())
        by = Signature(author="Ada", time=datetime(2031, 4, 1, tzinfo=UTC), note="as seen")
        records.decide(judge(known, "accept", known.happenings[0].id, by))
    (made / "metadata.json").write_bytes(b"".join(own("kept")))
    return made


@pytest.fixture(scope="module")
def ask(folder):
    """Rows of a query, as dictionaries."""
    with closing(sqlite3.connect(folder / "kept.db")) as connection:
        connection.row_factory = sqlite3.Row
        yield lambda query: [dict(row) for row in connection.execute(query)]


def shown(folder, page):
    return answer(folder / "kept.db", folder / "metadata.json", page)


@pytest.mark.parametrize("name", TABLES)
def test_every_column_is_told_of(ask, name):
    columns = [row["name"] for row in ask(f"PRAGMA table_info({name})")]
    assert columns == list(TABLES[name]["columns"])
    assert all(TABLES[name]["columns"].values())


def test_whatever_is_there_is_told_of(ask):
    words = {"report_words", "claim_words"}  # which Datasette hides by itself, with what they keep
    kept = {row["name"] for row in ask("SELECT name FROM sqlite_master WHERE type != 'index'")}
    kept = {name for name in kept if not any(name.startswith(word) for word in words)}
    assert kept - {"decisions_no_update", "decisions_no_delete"} == set(METADATA)


@pytest.mark.parametrize("part", COUNTED)
def test_each_thing_of_each_reading_is_a_row(ask, part):
    found = ask(f"SELECT report, count(*) AS number FROM {part} GROUP BY report ORDER BY report")
    counts = {reading.report.id: len(getattr(reading, part)) for reading in READINGS}
    told = [{"report": key, "number": counts[key]} for key in sorted(counts) if counts[key]]
    assert found == told
    if part not in {"actors", "places"}:
        read = ask(f"SELECT report, {part} AS number FROM reports_read ORDER BY report")
        assert [row for row in read if row["number"]] == told


@pytest.mark.parametrize("part", ["events", "commitments", "statements", "figures"])
def test_each_has_the_sentence_that_says_it(ask, part):
    kind = part.removesuffix("s")
    texts = {reading.report.id: reading.report.text for reading in READINGS}
    rows = ask(f"SELECT * FROM {part}")
    assert all(row["sentence"] == texts[row["report"]][row["start"] : row["end"]] for row in rows)
    places = {(row["report"], row["start"], row["end"]) for row in rows}
    claims = [claim for reading in READINGS for claim in claims_of(reading)]
    assert places == {(c.report, *c.sentence) for c in claims if c.kind == kind}


def test_who_what_and_how_many(ask):
    (pledge,) = ask(
        "SELECT type, actors, mission, item, min, max, approx, unit, date, publisher FROM events "
        "WHERE type = 'PLEDGE' AND start = 0 AND publisher = 'Coast Gazette' AND date IS NOT NULL"
    )
    assert pledge == {
        "type": "PLEDGE",
        "actors": '["Norland"]',
        "mission": "Maravia Support Mission",
        "item": "police officers",
        "min": 400,
        "max": 400,
        "approx": 0,
        "unit": "police officer",
        "date": "2031-02-05",
        "publisher": "Coast Gazette",
    }
    said = {"speaker": "Ada Brink", "content": "“We will not wait,”"}
    assert said in ask("SELECT speaker, content FROM statements WHERE direct")


def test_decisions_have_the_words_that_they_are_about(ask):
    (made,) = ask("SELECT * FROM decisions_made")
    assert (made["author"], made["action"], made["note"]) == ("Ada", "accept", "as seen")
    (claim,) = fold(READINGS).happenings[0].claims[:1]
    text = {reading.report.id: reading.report.text for reading in READINGS}[claim.report]
    assert (made["report"], made["words"]) == (claim.report, claim.mark.of(text))


@pytest.mark.parametrize("name", [*TABLES, "alembic_version"], ids=str)
def test_datasette_opens_everything(folder, name):
    rows = json.loads(shown(folder, f"/kept/{name}.json?_shape=array"))
    assert rows


def test_datasette_says_what_columns_mean_and_hides_the_rest(folder):
    assert "who undertakes it" in shown(folder, "/kept/commitments")
    kept = json.loads(shown(folder, "/kept.json"))
    assert {table["name"] for table in kept["tables"] if not table["hidden"]} == {
        "reports", "readings", "claims", "decisions",
    }  # fmt: skip
    assert set(TABLES) - {"reports", "readings", "claims", "decisions"} == {
        view["name"] for view in kept["views"]
    }


def test_datasette_links_a_claim_to_its_report_and_back(folder):
    report = made_world.reading().report
    page = shown(folder, f"/kept/claims?report={report.id}")
    assert f'<a href="/kept/reports/{report.id}">{report.title}</a>' in page
    assert f'<a href="/kept/claims?report={report.id}">' in shown(
        folder, f"/kept/reports/{report.id}"
    )


@pytest.mark.parametrize("name", ["sentences", "claims", "reports_read", "reports"])
def test_datasette_searches(folder, name):
    found = json.loads(shown(folder, f"/kept/{name}.json?_shape=array&_search=officer"))
    assert found
    none = json.loads(shown(folder, f"/kept/{name}.json?_shape=array&_search=nobodyeversaidthis"))
    assert none == []


def test_hostile_text_is_data(ask):
    (found,) = ask("SELECT DISTINCT item FROM commitments WHERE item LIKE '%gold%'")
    assert "\u202e" in found["item"]
