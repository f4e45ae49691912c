"""What hostile inputs leave on the record: sound, and every quotation where it says it is."""

from inputs import DATA, DOCUMENTS, MAILS, PAGES, TEXTS

from onrecord.cli.app import run
from onrecord.record import fold
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
    with open_record(place) as records:
        assert records.check() == ()
        assert fold(list(records.readings())).readings
