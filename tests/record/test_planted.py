"""What was planted in the sample reports comes out of them."""

from pathlib import Path

import pytest

from onrecord.documents import open_reports
from onrecord.model import Report
from onrecord.reading import read
from onrecord.record import Record, fold
from onrecord.views import Selection, conflicts, ledger, mandates, select

SAMPLES = Path(__file__).resolve().parents[2] / "samples"


@pytest.fixture(scope="module")
def record() -> Record:
    reports = (report for report in open_reports(SAMPLES) if isinstance(report, Report))
    return fold(map(read, reports))


def test_the_copy_is_one_source_with_its_original(record: Record):
    names = {key: reading.report.source_id for key, reading in record.readings.items()}
    families: dict[str, set[str | None]] = {}
    for key, family in record.families.items():
        families.setdefault(family, set()).add(names[key])
    assert [found for found in families.values() if len(found) > 1] == [
        {"hw-2024-03-01-0417", "ledger-20240302-haiti"}
    ]


@pytest.mark.parametrize(
    "says",
    [
        {"200 police officers", "400 police officers"},
        {"3 March 2024", "4 March 2024"},
        {"at least 4,000 inmates", "at least 3,700 inmates"},
    ],
)
def test_each_contradiction_is_listed_with_both_sides(record: Record, says: set[str]):
    found = [row for row in conflicts(record) if {row.one_says, row.other_says} == says]
    assert len(found) == 1
    assert found[0].one_sentence != found[0].other_sentence
    assert found[0].one_report != found[0].other_report


def test_little_else_is_called_a_contradiction(record: Record):
    assert len(conflicts(record)) <= 2 * 3


def test_the_mandate_has_its_resolutions(record: Record):
    told = [(row.act, row.instrument, row.date) for row in mandates(record, Selection())]
    assert ("authorised", "Resolution 2699", "2023-10-02") in told
    assert ("extended", "Resolution 2751", "2024-09-30") in told


KENYA = [
    ("pledged", "2023-07"),
    ("blocked", "2023-10-09"),
    ("approved", "2023-10-13"),
    ("approved", "2023-11-16"),
    ("agreed", "2024-03-01"),
    ("blocked", "2024-03-12"),
    ("deployed", "2024-06-25"),
    ("deployed", "2024-07-16"),
    ("deployed", "2025-01-18"),
]


def test_the_line_of_the_lead_nation_has_each_stage_with_its_sentence(record: Record):
    chosen = select(record, mission="Multinational Security Support Mission", actor="Kenya")
    rows = [row for row in ledger(record, chosen) if row.party == "Kenya"]
    done = [row for row in rows if row.certainty == "asserted"]
    told = iter((row.status, row.date or row.first_published or "") for row in done)
    assert all(
        any(s == status and day.startswith(when) for s, day in told) for status, when in KENYA
    )
    for row in rows:
        text = record.readings[row.report].report.text
        assert row.sentence
        assert text[row.start : row.end] == row.sentence


def test_what_landed_in_parts_adds_up(record: Record):
    chosen = select(record, mission="Multinational Security Support Mission", actor="Kenya")
    totals = [row.total for row in ledger(record, chosen) if row.party == "Kenya" and row.total]
    assert totals == sorted(totals, key=int)
    assert totals[:2] == ["600", "817"]
