import json
import sys

import pytest


def test_brief_goes_to_a_file(onrecord, record, tmp_path):
    page = tmp_path / "brief.html"
    words = ("brief", "--record", record, "--mission", "stabmar", "--format", "html", "-o", page)
    assert onrecord(*words) == (0, "", "")
    first = page.read_bytes()
    assert first.startswith(b"<!DOCTYPE html>")
    assert onrecord(*words) == (0, "", "")
    assert page.read_bytes() == first
    assert sorted(p.name for p in tmp_path.iterdir() if not p.name.startswith("made-up")) == [
        "brief.html"
    ]


def test_brief_is_markdown_at_first(onrecord, record):
    code, out, err = onrecord("brief", "--record", record, "--as-of", "2031-03-03")
    assert (code, err) == (0, "")
    assert out.startswith("# The record\n\n*As known on 3 March 2031*\n")


def test_brief_as_pdf(onrecord, record, tmp_path):
    words = ("brief", "--record", record, "--format", "pdf", "-o", tmp_path / "brief.pdf")
    assert onrecord(*words) == (0, "", "")
    assert (tmp_path / "brief.pdf").read_bytes().startswith(b"%PDF-")


def test_brief_as_pdf_without_what_makes_it(onrecord, record, monkeypatch):
    monkeypatch.setitem(sys.modules, "weasyprint", None)
    code, out, err = onrecord("brief", "--record", record, "--format", "pdf")
    line = "pdf needs more: pip install 'onrecord[pdf]' and Pango, a library of the system"
    assert (code, out, err) == (1, "", f"onrecord: {line}\n")


def test_export_is_the_same_each_time(onrecord, record, tmp_path):
    code, out, err = onrecord("export", "--to", "jsonl", "--record", record)
    assert (code, err) == (0, "")
    kinds = [json.loads(line)["record"] for line in out.splitlines()]
    assert list(dict.fromkeys(kinds)) == [
        "report", "event", "commitment", "statement", "figure", "actor", "role", "conflict",
    ]  # fmt: skip
    onrecord("export", "--to", "jsonl", "--record", record, "-o", tmp_path / "record.jsonl")
    assert (tmp_path / "record.jsonl").read_text(encoding="utf-8") == out


def test_an_export_that_fails_leaves_the_old_file(onrecord, record, tmp_path, monkeypatch):
    file = tmp_path / "record.jsonl"
    file.write_text("old")

    def broken(_record, _selection):
        yield b"half"
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("onrecord.exports.jsonl.lines", broken)
    code, _, err = onrecord("export", "--to", "jsonl", "--record", record, "-o", file)
    assert (code, err) == (1, "onrecord: No space left on device\n")
    assert file.read_text() == "old"
    assert not list(tmp_path.glob(".record*"))


@pytest.mark.parametrize("words", ["export --to jsonl", "brief", "ledger", "why 0"])
def test_output_into_a_missing_folder(onrecord, record, words):
    code, out, err = onrecord(*words.split(), "--record", record, "-o", "no/such/file")
    assert (code, out, err.count("\n")) == (2, "", 1)
    if not words.startswith("why"):
        assert err == "onrecord: cannot write no/such/file: there is no folder no/such\n"


def test_output_to_a_folder_or_a_device(onrecord, record, tmp_path):
    code, _, err = onrecord("brief", "--record", record, "-o", tmp_path)
    assert (code, err.count("\n")) == (2, 1)
    assert onrecord("brief", "--record", record, "-o", "/dev/null") == (0, "", "")


def test_output_keeps_a_link_and_its_permissions(onrecord, record, tmp_path):
    real, link = tmp_path / "real.md", tmp_path / "link.md"
    real.write_text("old")
    real.chmod(0o640)
    link.symlink_to(real)
    assert onrecord("brief", "--record", record, "-o", link)[0] == 0
    assert link.is_symlink()
    assert real.read_text(encoding="utf-8").startswith("# The record")
    assert real.stat().st_mode & 0o777 == 0o640


def test_why_marks_the_trigger(onrecord, record):
    _, rows, _ = onrecord("ledger", "--record", record, "--format", "json")
    (pledge,) = [row for row in json.loads(rows) if row["status"] == "pledged"]
    code, out, err = onrecord("why", pledge["id"][:6], "--record", record)
    assert (code, err) == (0, "")
    assert "Norland [pledged] 400 engineers on 5 February 2031." in out
    assert "On 5 February 2031 Norland [pledged] 400 engineers to STABMAR." in out
    assert "Coast Gazette, Council sends a mission to Maravia, 2 March 2031" in out
    assert "pledge.yaml, object" in out
    _, out, _ = onrecord("why", pledge["id"], "--record", record, "--format", "json")
    assert len(json.loads(out)["proofs"]) == 2


def test_why_needs_an_id_that_is_there(onrecord, record):
    code, out, err = onrecord("why", "zz", "--record", record)
    assert (code, out) == (2, "")
    assert err == "onrecord: no fact has an id that begins with 'zz' on the record\n"
