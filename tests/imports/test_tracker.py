"""A tracker that was kept by hand comes in as it was."""

import csv
import io
from datetime import datetime
from textwrap import dedent

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.exports import workbook
from onrecord.exports.cells import cell, csv_line
from onrecord.imports.mapping import mapping
from onrecord.imports.sheets import rows
from onrecord.imports.tracker import RowsError, tracker
from onrecord.record import fold
from onrecord.views import ledger, select

MAPPING = b"""
title: The desk's ledger
publisher: Maravia desk
published: 2031-04-01
columns: {party: Who, status: Step, item: What, min: From, max: To, unit: Unit, date: When,
          mission: For, source: Says}
status: {on the ground: deployed, promised: pledged}
kinds: {party: state}
"""
HEAD = ("Who", "Step", "What", "From", "To", "Unit", "When", "For", "Says")
ROWS = (
    ("Kenya", "promised", "police officers", 1000, 1000, "police officer", "2023-07-29", "MSM", ""),
    ("Kenya", "On the ground", "police officers", 400, None, "officer", "25 June 2024", "MSM", ""),
    ("Norland", "approved", "=HYPERLINK(1)", None, 2.5, "USD", "2024-03", "MSM", "Ada Brink"),
)


def as_csv(*table):
    return b"".join(csv_line([cell(value) for value in row]) for row in (HEAD, *table))


def as_xlsx(*table):
    book = openpyxl.Workbook()
    for row in (HEAD, *table):
        book.active.append(row)
    for found in book.active["C"]:
        found.data_type = "s"
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def reading(data, told=MAPPING):
    checked = mapping(told)
    return tracker(rows(data, checked.sheet), checked, "ledger.csv")


@pytest.mark.parametrize("form", [as_csv, as_xlsx])
def test_rows_are_steps_whose_source_is_the_sheet(form):
    found = {(row.party, row.status): row for row in ledger(fold([reading(form(*ROWS))]))}
    pledge = found["Kenya", "pledged"]
    assert (pledge.min, pledge.max, pledge.date) == (1000, 1000, "2023-07-29")
    assert pledge.publisher == "Maravia desk"
    assert pledge.title == "The desk's ledger"
    assert pledge.sentence.startswith("Who: Kenya; Step: promised; For: MSM; What: police officers")
    landed = found["Kenya", "deployed"]
    assert (landed.min, landed.max, landed.date) == (400, None, "2024-06-25")
    other = found["Norland", "approved"]
    assert (other.min, other.max, other.item) == (None, 2.5, "=HYPERLINK(1)")
    assert other.source == ("Ada Brink",)


def test_a_known_state_is_the_one_that_reports_name():
    made = reading(as_csv(("Republic of Kenya", "pledged", *[""] * 7)))
    assert [(a.name, a.kind, a.country) for a in made.actors] == [("Kenya", "state", "KE")]


def test_days_of_a_workbook_are_days():
    made = reading(as_xlsx((*ROWS[0][:6], datetime(2023, 7, 29), *ROWS[0][7:])))  # noqa: DTZ001
    assert made.commitments[0].date.edtf == "2023-07-29"


def test_where_reports_agree_is_seen():
    """The sheet and another one that says the same make one step with two reports."""
    other = MAPPING.replace(b"Maravia desk", b"Another desk")
    both = fold([reading(as_csv(*ROWS)), reading(as_csv(*ROWS), other)])
    assert {row.reports for row in ledger(both)} == {2}


NUMBERS = st.one_of(st.integers(0, 10**9), st.decimals(0, 10**6, places=2).map(float))
WORDS = st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]), max_size=12)


@given(st.lists(st.tuples(NUMBERS, WORDS), min_size=1, max_size=8), st.booleans())
@settings(max_examples=40, deadline=None)
def test_every_number_comes_out_as_it_went_in(told, excel):
    """Tracker, record, workbook: no number is lost on the way."""
    table = [
        (f"Party {index}", "pledged", item, number, number, "", "", "", "")
        for index, (number, item) in enumerate(told)
    ]
    record = fold([reading((as_xlsx if excel else as_csv)(*table))])
    book = openpyxl.load_workbook(io.BytesIO(b"".join(workbook.lines(record))))
    head, *found = book["Ledger"].iter_rows(values_only=True)
    written = [dict(zip(head, row, strict=True)) for row in found]
    assert {(row["Party"], row["From"], row["To"]) for row in written} == {
        (party, low, high) for party, _, _, low, high, *_ in table
    }


def test_every_row_that_makes_no_sense_is_named():
    bad = [
        ("Kenya", "maybe", *[""] * 7),
        ("", "pledged", *[""] * 7),
        ("Kenya", "pledged", "", "many", "", *[""] * 4),
        ("Kenya", "pledged", "", 5, 3, *[""] * 4),
        ("Kenya", "pledged", *[""] * 4, "soon", "", ""),
    ]
    with pytest.raises(RowsError) as found:
        reading(as_csv(ROWS[0], *bad))
    assert [line.split(":")[0] for line in found.value.lines] == [f"row {n}" for n in range(3, 8)]
    assert all("\n" not in line for line in found.value.lines)


@pytest.mark.parametrize(
    ("told", "says"),
    [
        ("columns: [a]", "columns is no table"),
        ("[a]", "no mapping of columns"),
        ("columns: {party: Who}", "nothing says which column is the status"),
        ("columns: {party: Who, status: Step, size: X}", "no field 'size'"),
        ("columns: {party: Who, status: Step}\nstatus: {x: given}", "no status 'given'"),
        ("columns: {party: Who, status: Step}\nkinds: {party: land}", "no kind 'land'"),
        ("columns: {party: Who, status: Step}\npublished: soon", "no date like"),
        ("colums: {}", "no key 'colums'"),
        ("a: [", "no YAML"),
    ],
)
def test_what_is_wrong_with_a_mapping_is_told(told, says):
    with pytest.raises(ValueError, match=says) as found:
        mapping(told.encode())
    assert "\n" not in str(found.value)


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "nothing in it"),
        (b"\xff\xfe\x00", "no UTF-8"),
        (b"PK\x03\x04 no archive", "not XLSX"),
        (b"Who,Step\n", "no rows below the head"),
        (b"Who,Stage\nKenya,pledged\n", "no column 'Step' for status"),
    ],
)
def test_what_is_no_table_is_told(data, says):
    told = dedent("columns: {party: Who, status: Step}").encode()
    with pytest.raises(ValueError, match=says):
        reading(data, told)


def test_what_our_own_csv_writes_comes_back():
    line = csv_line([cell("=1+1"), cell("'quoted'")]).decode()
    assert next(csv.reader([line]))[0] == "'=1+1"
    (row,) = rows(b"A,B\n" + line.encode())
    assert row.cells == {"A": "=1+1", "B": "'quoted'"}


def test_filters_find_the_parties():
    record = fold([reading(as_csv(*ROWS))])
    assert {row.party for row in ledger(record, select(record, mission="MSM"))} == {
        "Kenya",
        "Norland",
    }
