"""`onrecord datasette`: what it shows beside the record's own file."""

import json


def test_the_database_is_named_as_the_file_is(onrecord, record, tmp_path):
    code, out, err = onrecord("datasette", "--record", record)
    assert (code, err) == (0, "")
    (name,) = json.loads(out)["databases"]
    assert name == "made-up"
    assert onrecord("datasette", "--record", record, "-o", tmp_path / "m.json") == (0, "", "")
    assert (tmp_path / "m.json").read_text("utf-8") == out


def test_looking_makes_no_record(onrecord, tmp_path):
    code, out, err = onrecord("datasette", "--record", tmp_path / "none.db")
    assert (code, out) == (1, "")
    assert "no record at" in err
    assert list(tmp_path.iterdir()) == []
