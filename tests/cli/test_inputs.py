import json

import pytest

from onrecord import reading

REPORT = "On 5 February 2031, Kenya pledged 400 engineers.\n\nTogo welcomed the offer.\n"


@pytest.fixture
def report(tmp_path):
    file = tmp_path / "report.txt"
    file.write_text(REPORT, encoding="utf-8")
    return file


def failing(tmp_path):
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "blank.txt").write_bytes(b" \n\n ")
    (tmp_path / "junk.bin").write_bytes(bytes(range(256)) * 40)
    return ("missing.txt", "empty.txt", "blank.txt", "junk.bin")


@pytest.mark.parametrize("command", ["read", "add"])
@pytest.mark.parametrize("number", range(4))
def test_an_input_that_fails_is_named_in_one_line(onrecord, tmp_path, command, number):
    name = failing(tmp_path)[number]
    code, out, err = onrecord(command, name, *(["--record", "r.db"] if command == "add" else []))
    assert (code, out) == (1, "")
    lines = err.splitlines()
    assert len(lines) == (2 if command == "add" else 1)
    assert name in lines[0]
    assert "Traceback" not in err


@pytest.mark.parametrize("command", ["read", "add"])
def test_addresses_on_private_networks_are_refused(onrecord, command):
    code, out, err = onrecord(command, "http://127.0.0.1/a")
    assert (code, out) == (1, "")
    line = "http://127.0.0.1/a: 127.0.0.1 is at 127.0.0.1, which is not on the public internet"
    assert err.startswith(f"onrecord: {line}\n")


def test_a_folder_with_a_bad_file_keeps_the_others(onrecord, report, tmp_path):
    failing(tmp_path)
    code, out, err = onrecord("read", tmp_path)
    assert code == 1
    assert len(err.splitlines()) == 3
    (line,) = out.splitlines()
    assert json.loads(line)["report"]["path"] == str(report)


def test_no_record_is_made_where_nothing_can_be_opened(onrecord, tmp_path):
    place = tmp_path / "new.db"
    code, _, err = onrecord("add", tmp_path / "missing.txt", "--record", place)
    assert code == 1
    assert "missing.txt: no such file" in err
    assert not place.exists()


def test_read_makes_no_record_and_streams_to_a_file(onrecord, report, tmp_path):
    code, out, err = onrecord("read", report, "--published", "2031-02-06", "-o", "out.jsonl")
    assert (code, out, err) == (0, "", "")
    (line,) = (tmp_path / "out.jsonl").read_text(encoding="utf-8").splitlines()
    assert json.loads(line)["report"]["published"] == "2031-02-06"
    assert sorted(p.name for p in tmp_path.iterdir()) == ["out.jsonl", "report.txt"]


def test_read_as_a_table(onrecord, report):
    code, out, _ = onrecord("read", report, "--format", "table")
    assert code == 0
    assert "Events" in out.splitlines()[0]


def test_add_then_list(onrecord, report):
    code, out, err = onrecord("add", report, "missing.txt", "--record", "r.db")
    assert (code, out) == (1, "")
    assert err.splitlines()[-1] == "onrecord: 1 added, 1 failed"
    code, out, err = onrecord("add", report, "--record", "r.db")
    assert (code, out, err) == (0, "", "onrecord: 0 added, 1 already known\n")
    code, out, _ = onrecord("export", "--to", "jsonl", "--record", "r.db")
    first = json.loads(out.splitlines()[0])
    assert (code, first["record"], first["text"].strip()) == (0, "report", REPORT.strip())


@pytest.mark.usefixtures("report")
@pytest.mark.parametrize("command", ["read", "add"])
def test_a_fault_in_reading_costs_one_report_only(onrecord, tmp_path, monkeypatch, command):
    (tmp_path / "ships.txt").write_text("Togo sent two ships.", encoding="utf-8")
    real = reading.read

    def faulty(report):
        if "engineers" in report.text:
            raise KeyError("lemma")
        return real(report)

    monkeypatch.setattr("onrecord.reading.read", faulty)
    code, out, err = onrecord(command, "report.txt", "ships.txt")
    assert code == 1
    assert err.splitlines()[0] == "onrecord: report.txt: could not be read (KeyError: 'lemma')"
    assert out.count("\n") == (1 if command == "read" else 0)
    assert "Traceback" not in err


@pytest.mark.usefixtures("report")
def test_an_interrupted_run_keeps_what_it_has_added(onrecord, tmp_path, monkeypatch):
    (tmp_path / "ships.txt").write_text("Togo sent two ships.", encoding="utf-8")
    real = reading.read

    def interrupted(report):
        if "ships" in report.text:
            raise KeyboardInterrupt
        return real(report)

    monkeypatch.setattr("onrecord.reading.read", interrupted)
    code, out, err = onrecord("add", "report.txt", "ships.txt", "--record", "r.db")
    assert (code, out, err) == (130, "", "onrecord: 1 added\n")
    _, out, _ = onrecord("actors", "--record", "r.db", "--format", "csv")
    assert "Kenya" in out
    assert "Togo" in out
    code, _, _ = onrecord("read", "report.txt", "ships.txt", "-o", "out.jsonl")
    assert code == 130
    assert not list(tmp_path.glob("*out*"))


def test_a_wrong_published_date(onrecord, report):
    code, out, err = onrecord("read", report, "--published", "March")
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert "no date like 2024-03-09" in err
