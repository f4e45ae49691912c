"""`onrecord code` from the command line."""

import json

TEXT = (
    "Senegalese soldiers killed two gunmen near Kidal on 3 March 2024. "
    "Chile will send 300 troops to Mali.\n"
)


def test_rows_with_a_head(onrecord, tmp_path):
    (tmp_path / "report.txt").write_text(TEXT, "utf-8")
    code, out, err = onrecord("code", "report.txt", "--published", "2024-03-11")
    head, *lines = out.splitlines()
    rows = [dict(zip(head.split("\t"), line.split("\t"), strict=True)) for line in lines]
    assert (code, err) == (0, "")
    assert [(r["source"], r["root"], r["quad"], r["happened"]) for r in rows] == [
        ("SENMIL", "18", "4", "true"),
        ("CHL", "07", "2", "false"),
    ]
    assert (rows[0]["date"], rows[0]["country"]) == ("2024-03-03", "MLI")


def test_only_what_happened(onrecord, tmp_path):
    (tmp_path / "report.txt").write_text(TEXT, "utf-8")
    out = onrecord("code", "report.txt", "--happened", "--format", "jsonl")[1]
    assert [json.loads(line)["trigger"] for line in out.splitlines()] == ["killed"]


def test_a_file_holds_the_rows(onrecord, tmp_path):
    (tmp_path / "report.txt").write_text(TEXT, "utf-8")
    assert onrecord("code", "report.txt", "-o", "rows.tsv") == (0, "", "")
    assert (tmp_path / "rows.tsv").read_text("utf-8").count("\n") == 3


def test_a_text_without_events_gives_the_head_alone(onrecord, tmp_path):
    (tmp_path / "quiet.txt").write_text("The weather was fine.\n", "utf-8")
    code, out, err = onrecord("code", "quiet.txt")
    assert (code, out.count("\n"), err) == (0, 1, "")


def test_an_empty_file_and_a_missing_one_are_named(onrecord, tmp_path):
    (tmp_path / "report.txt").write_text(TEXT, "utf-8")
    (tmp_path / "empty.txt").write_text("", "utf-8")
    code, out, err = onrecord("code", "empty.txt", "missing.txt", "report.txt")
    assert code == 1
    assert "missing.txt" in err
    assert out.count("\n") == 3


def test_hostile_characters_stay_in_their_fields(onrecord, tmp_path):
    text = "Senegalese soldiers killed\ttwo gunmen\x1b[31m near Kidal\r\nin the north.\u2028"
    (tmp_path / "reports.jsonl").write_text(json.dumps({"text": text}) + "\n", "utf-8")
    code, out, _ = onrecord("code", "reports.jsonl")
    lines = out.split("\n")
    assert (code, lines[-1]) == (0, "")
    assert len({line.count("\t") for line in lines[:-1]}) == 1
    assert "\x1b" not in out
    assert "\r" not in out
