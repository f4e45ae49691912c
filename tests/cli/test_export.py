"""`onrecord export`: forms of one file and of several, whole or not at all."""

import io
import json
import zipfile
from datetime import UTC, datetime

import made_world
import openpyxl
import pytest

from onrecord.exports import formats
from onrecord.exports.formats import Target
from onrecord.record import fold
from onrecord.review import Signature, judge
from onrecord.store import open_record


@pytest.fixture
def record(record):
    """The made-up record with something for every form."""
    with open_record(record) as records:
        records.add(made_world.reading(), "0.1.0")
        known = fold(records.readings())
        by = Signature(author="Ada", time=datetime(2031, 4, 1, tzinfo=UTC))
        records.decide(judge(known, "accept", known.happenings[0].id, by))
    return record


@pytest.mark.parametrize("target", list(Target))
def test_every_form_is_written(onrecord, record, tmp_path, target):
    code, out, err = onrecord("export", "--to", target, "--record", record, "-o", tmp_path / "x")
    assert (code, out, err) == (0, "", "")
    made = tmp_path / "x"
    files = sorted(made.iterdir()) if formats.is_folder(target) else [made]
    assert files
    assert all(file.stat().st_size for file in files)
    assert [p.name for p in tmp_path.iterdir() if p.name.endswith(".part")] == []


def test_several_files_are_an_archive_where_the_name_says_so(onrecord, record, tmp_path):
    assert onrecord("export", "--to", "csv", "--record", record, "-o", tmp_path / "x.zip")[0] == 0
    packed = (tmp_path / "x.zip").read_bytes()
    with zipfile.ZipFile(io.BytesIO(packed)) as found:
        assert "ledger.csv" in found.namelist()


def test_filters(onrecord, record, tmp_path):
    code, *_ = onrecord(
        "export", "--to", "xlsx", "--actor", "Sudmark", "--record", record, "-o", tmp_path / "x"
    )
    assert code == 0
    sheet = openpyxl.load_workbook(io.BytesIO((tmp_path / "x").read_bytes()))["Ledger"]
    assert [row[0] for row in sheet.iter_rows(min_row=2, values_only=True)] == ["Sudmark"]
    code, _, err = onrecord("export", "--to", "csv", "--actor", "Nobody", "--record", record)
    assert (code, err) == (2, "onrecord: no actor called 'Nobody' on the record\n")


def test_a_folder_that_is_there_is_left_alone(onrecord, record, tmp_path):
    (tmp_path / "x").mkdir()
    (tmp_path / "x" / "mine").write_text("mine")
    code, _, err = onrecord("export", "--to", "csv", "--record", record, "-o", tmp_path / "x")
    assert (code, err.count("\n")) == (2, 1)
    assert [p.name for p in (tmp_path / "x").iterdir()] == ["mine"]


def test_a_failure_leaves_no_half_folder(onrecord, record, tmp_path, monkeypatch):
    def broken(_record, _selection):
        yield "one.csv", iter([b"a\n"])
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("onrecord.exports.tidy.files", broken)
    before = set(tmp_path.iterdir())
    code, _, err = onrecord("export", "--to", "csv", "--record", record, "-o", tmp_path / "x")
    assert (code, err) == (1, "onrecord: No space left on device\n")
    assert set(tmp_path.iterdir()) == before


def test_a_missing_library_is_named(onrecord, record, monkeypatch):
    monkeypatch.setattr(formats, "_MODULES", {Target.XLSX: "no_such_module"})
    code, _, err = onrecord("export", "--to", "xlsx", "--record", record)
    assert (code, err) == (1, "onrecord: xlsx needs more: pip install 'onrecord[xlsx]'\n")


def test_a_workbook_tells_what_changed_since_the_last_one(onrecord, record, tmp_path):
    asked = ("export", "--to", "xlsx", "--record", record, "-o", tmp_path / "x")
    assert onrecord(*asked, "--changes-since", "2031-03-05")[0] == 0
    book = openpyxl.load_workbook(io.BytesIO((tmp_path / "x").read_bytes()))
    head, *rows = book["Changes"].iter_rows(values_only=True)
    found = [dict(zip(head, row, strict=True)) for row in rows]
    _, out, _ = onrecord(
        "changes", "--since", "2031-03-05", "--record", record, "--format", "jsonl"
    )
    assert [row["Id"] for row in found] == [json.loads(line)["id"] for line in out.splitlines()]
    assert {"contradiction", "decision"} <= {row["Change"] for row in found}
    assert {"2031-03-05", "2031-03-08", "2031-04-01"} == {row["Date"] for row in found}


@pytest.mark.parametrize("option", [("--html",), ("--changes-since", "2031")])
def test_an_option_of_another_form_is_wrong_usage(onrecord, record, option):
    code, out, err = onrecord("export", "--to", "csv", *option, "--record", record)
    assert (code, out, err.count("\n")) == (2, "", 1)


def test_the_timeline_as_a_page(onrecord, record):
    code, out, _ = onrecord("export", "--to", "timelinejs", "--html", "--record", record)
    assert code == 0
    assert out.startswith("<!DOCTYPE html>")
