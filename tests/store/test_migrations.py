"""A record of every earlier schema opens as it was, and is sound."""

import pytest
from genuine import identified, reading
from old import made

from onrecord.model import Reading, Report
from onrecord.store import open_record
from onrecord.store.rows import claim_rows, reading_row, report_row

REPORTS = (
    "INSERT INTO reports (id, source_id, path, title, publisher, url, published, language, text, "
    "blocks) VALUES ({})"
)
READINGS = "INSERT INTO readings (report, engine, body) VALUES ({})"
CLAIMS = 'INSERT INTO claims (id, report, kind, type, start, "end", quote) VALUES ({})'
WORDS = " ".join(f"word{number}" for number in range(60))
LONG, COPY = (identified(Reading(report=Report(id="", text=f"{a} {WORDS}"))) for a in ("A", "The"))


def rows(one):
    """What adding a reading wrote before there were numbers, or declarations."""
    report = {name: value for name, value in report_row(one.report).items() if name != "declared"}
    found = [(REPORTS, report), (READINGS, reading_row(one, "0.9"))]
    found += [(CLAIMS, row) for row in claim_rows(one)]
    return [(act.format(", ".join("?" * len(row))), tuple(row.values())) for act, row in found]


@pytest.mark.parametrize("revision", ["0001", "0002"])
def test_what_is_there_stays_and_is_found(tmp_path, revision):
    place = tmp_path / "record.db"
    made_up = (*(reading(number) for number in range(4)), LONG)
    kept = sorted(made_up, key=lambda one: one.report.id)
    made(place, revision, *(row for one in kept for row in rows(one)))
    with open_record(place) as records:
        assert list(records.readings()) == kept
        assert records.check() == ()
        assert len(records.search("moise")) == len(records.search_reports("moise said")) == 4
        assert records.add(reading(5), "1.0") == "added"
        assert records.add(COPY, "1.0") == "copy"
        assert records.add(kept[0], "1.0") == "reread"
        assert records.check() == ()
