"""What hostile inputs leave on the record: sound, and every quotation where it says it is."""

import sqlite3

from inputs import DATA, DOCUMENTS, MAILS, PAGES, TEXTS

from onrecord.cli.app import run
from onrecord.record import claims_of, fold
from onrecord.store import open_record

READ = (
    "entities.html", "right-to-left.html", "surrogates.html", "linked-data.html", "marks.docx",
    "wrong-date.eml", "lying-name.eml", "surrogates.txt", "mixed.txt", "right-to-left.txt",
    "escapes.txt", "header.txt", "random.txt", "surrogates.json", "surrogates.jsonl", "deep.json",
    "nul-bytes.csv", "formula.csv",
)  # fmt: skip


def test_the_record_is_sound(tmp_path, capsys):
    known = PAGES | DOCUMENTS | MAILS | TEXTS | DATA
    for name in READ:
        (tmp_path / name).write_bytes(known[name][0]())
    place = tmp_path / "r.db"
    assert run(["add", *(str(tmp_path / name) for name in READ), "--record", str(place)]) == 1
    err = capsys.readouterr().err
    assert err.splitlines()[-1].endswith("4 failed")
    assert err.replace("\n", "").isprintable()
    with sqlite3.connect(place) as database:
        assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert database.execute("PRAGMA foreign_key_check").fetchall() == []
        quotes = dict(database.execute("SELECT id, quote FROM claims"))
    database.close()
    with open_record(place) as records:
        readings = list(records.readings())
    for reading in readings:
        for claim in claims_of(reading):
            assert claim.sentence.of(reading.report.text) == quotes[claim.id]
    assert fold(readings).readings
