import csv
import io
import json

import made_up
import pytest

from onrecord.store import open_record

LISTS = ("ledger", "timeline", "figures", "statements", "actors", "missions", "conflicts")


@pytest.mark.parametrize("name", LISTS)
@pytest.mark.parametrize("shape", ["table", "json", "jsonl", "csv", "md"])
def test_every_listing_has_every_format(onrecord, record, name, shape):
    code, out, err = onrecord(name, "--record", record, "--format", shape)
    assert (code, err) == (0, "")
    assert out.endswith("\n")
    assert not out.endswith("\n\n")
    assert "\x1b" not in out


@pytest.mark.parametrize("name", LISTS)
def test_all_formats_have_the_same_rows(onrecord, record, name):
    _, as_json, _ = onrecord(name, "--record", record, "--format", "json")
    _, as_lines, _ = onrecord(name, "--record", record, "--format", "jsonl")
    _, as_csv, _ = onrecord(name, "--record", record, "--format", "csv")
    _, as_md, _ = onrecord(name, "--record", record, "--format", "md")
    rows = json.loads(as_json)
    assert rows
    assert [json.loads(line) for line in as_lines.splitlines()] == rows
    table = list(csv.DictReader(io.StringIO(as_csv)))
    assert [list(row) for row in table] == [list(row) for row in rows]
    assert len(as_md.splitlines()) == len(rows) + 2


def test_a_table_shows_the_beginning_of_ids(onrecord, record):
    _, out, _ = onrecord("ledger", "--record", record)
    _, lines, _ = onrecord("ledger", "--record", record, "--format", "jsonl")
    for line in lines.splitlines():
        assert f" {json.loads(line)['id'][:8]}\n" in out
    assert "at least 2 ships" in out
    assert "expected" in out


@pytest.mark.parametrize("width", [30, 71, 72, 100, 200])
def test_tables_fit_their_width(onrecord, record, monkeypatch, width):
    monkeypatch.setenv("COLUMNS", str(width))
    for name in LISTS:
        _, out, _ = onrecord(name, "--record", record)
        assert max(map(len, out.splitlines())) <= width


def test_nothing_found_is_no_error(onrecord, record):
    code, out, err = onrecord("ledger", "--record", record, "--since", "2040")
    assert (code, out, err) == (0, "", "onrecord: nothing found\n")
    code, out, _ = onrecord("ledger", "--record", record, "--since", "2040", "--format", "json")
    assert (code, json.loads(out)) == (0, [])
    code, out, _ = onrecord("ledger", "--record", record, "--since", "2040", "--format", "csv")
    assert (code, out.count("\n")) == (0, 1)


def test_an_unknown_name_is_wrong_usage(onrecord, record):
    code, out, err = onrecord("ledger", "--record", record, "--mission", "Stabilization mission")
    assert (code, out) == (2, "")
    assert err == (
        "onrecord: no mission called 'Stabilization mission' on the record; "
        f"nearest: {made_up.MISSION}\n"
    )


@pytest.mark.parametrize("words", ["--since 2031-13", "--until tomorrow", "--as-of 31"])
def test_a_wrong_date_is_wrong_usage(onrecord, record, words):
    code, out, err = onrecord("timeline", "--record", record, *words.split())
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert "no date like 2024, 2024-03 or 2024-03-09" in err


def test_as_of_shows_what_was_published_by_then(onrecord, record):
    with open_record(record) as records:
        records.add(made_up.refusal(), "0.1.0")
    code, out, err = onrecord("conflicts", "--record", record, "--as-of", "2031-03-04")
    assert (code, out) == (0, "")
    assert "1 report without a published date left out" in err
    _, out, _ = onrecord("conflicts", "--record", record, "--as-of", "2031-03", "--format", "jsonl")
    assert len(out.splitlines()) == 2


def test_statements_by_speaker(onrecord, record):
    _, out, _ = onrecord(
        "statements", "--record", record, "--speaker", "Brink", "--format", "jsonl"
    )
    assert json.loads(out)["content"] == "“We will not wait,”"
    code, out, err = onrecord("statements", "--record", record, "--speaker", "Brank")
    assert (code, out) == (2, "")
    assert "nearest: Ada Brink" in err


def test_hostile_cells_are_harmless(onrecord, record):
    with open_record(record) as records:
        records.add(made_up.hostile(), "0.1.0")
    _, out, _ = onrecord("ledger", "--record", record, "--format", "csv")
    cells = [cell for row in csv.reader(io.StringIO(out)) for cell in row]
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t"))]
    assert "'=HYPERLINK(1) <b>Ostia</b>" in cells
    _, out, _ = onrecord("ledger", "--record", record)
    assert "\x1b" not in out
    assert "\u202e" not in out
    assert "<U+202E>" in out


def test_the_record_comes_from_the_environment(onrecord, record, monkeypatch):
    monkeypatch.setenv("ONRECORD_RECORD", record)
    assert onrecord("missions")[0] == 0
    monkeypatch.setenv("ONRECORD_RECORD", f"sqlite:///{record}")
    assert onrecord("missions")[0] == 0


@pytest.mark.parametrize("name", [*LISTS, "brief", "export --to jsonl", "why 0", "search a"])
def test_looking_makes_no_record(onrecord, tmp_path, name):
    for place in ("none.db", "folder/none.db", f"sqlite:///{tmp_path}/none.db"):
        code, out, err = onrecord(*name.split(), "--record", place)
        assert (code, out) == (1, "")
        assert err == f"onrecord: no record at {place}: make one with onrecord add PATH\n"
    assert onrecord(*name.split())[0] == 1
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_is_no_record(onrecord, tmp_path):
    (tmp_path / "junk.db").write_bytes(b"\x00\xff" * 4000)
    code, out, err = onrecord("ledger", "--record", "junk.db")
    assert (code, out) == (1, "")
    assert err.startswith("onrecord: ")
    assert "junk.db" in err
    assert err.count("\n") == 1
    assert onrecord("add", "junk.db", "--record", "junk.db")[0] == 1
    assert (tmp_path / "junk.db").read_bytes() == b"\x00\xff" * 4000
    code, out, err = onrecord("ledger", "--record", "postgresql://host/x")
    assert (code, out, err.count("\n")) == (2, "", 1)
