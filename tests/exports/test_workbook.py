"""The workbook as openpyxl reads it."""

import io
import re
from datetime import datetime

import made_up
import openpyxl
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.exports import workbook
from onrecord.exports.cells import is_formula
from onrecord.record import fold
from onrecord.views import ledger, select

TEXT = st.text(st.characters(codec="utf-8"), max_size=60)
NASTY = st.text(st.sampled_from("=+-@\t\n\"'_x0041\x00\x1b\x07\ufffe a\u202e"), min_size=1)


def opened(record, *selection):
    return openpyxl.load_workbook(io.BytesIO(b"".join(workbook.lines(record, *selection))))


def rows(sheet):
    head, *found = sheet.iter_rows(values_only=True)
    return [dict(zip(head, row, strict=True)) for row in found]


def test_the_ledger_sheet_has_every_step(samples):
    found, told = rows(opened(samples)["Ledger"]), ledger(samples)
    assert len(found) == len(told) > 5
    for row, step in zip(found, told, strict=True):
        assert (row["Party"], row["Step"], row["Mission"]) == (
            step.party,
            step.status,
            step.mission,
        )
        assert (row["From"], row["To"], row["About"]) == (step.min, step.max, step.approx)
        assert row["Sentence"] == step.sentence
    assert any(isinstance(row["From"], int) for row in found)
    assert any(isinstance(row["First day"], datetime) for row in found)


def test_every_sheet_has_its_rows_and_its_columns_told(samples):
    book = opened(samples)
    assert book.sheetnames == ["Ledger", "Events", "Statements", "Figures", "Sources", "Columns"]
    told = {(row["Sheet"], row["Column"]) for row in rows(book["Columns"])}
    for name in book.sheetnames[:-1]:
        assert rows(book[name])
        assert book[name].freeze_panes == "A2"
        assert {(name, cell.value) for cell in book[name][1]} <= told


def test_no_cell_is_a_formula_and_numbers_are_numbers(hostile):
    book = opened(hostile)
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert not [cell for cell in cells if cell.data_type == "f"]
    looks = [cell for cell in cells if isinstance(cell.value, str) and is_formula(cell.value)]
    assert looks
    assert all(cell.data_type == "s" and cell.quotePrefix for cell in looks)
    for sheet, names in (("Ledger", ("From", "To", "Reports")), ("Events", ("min", "start"))):
        for row in rows(book[sheet]):
            assert all(row[name] is None or isinstance(row[name], int) for name in names)
    assert any("\u202e" in str(cell.value) for cell in cells)


def test_the_same_record_gives_the_same_bytes(samples):
    assert b"".join(workbook.lines(samples)) == b"".join(workbook.lines(samples))


def test_filters(hostile):
    book = opened(hostile, select(hostile, actor="Sudmark"))
    assert [row["Party"] for row in rows(book["Ledger"])] == ["Sudmark"]
    assert len(rows(book["Sources"])) == 1


def test_a_record_without_anything():
    assert rows(opened(fold(()))["Ledger"]) == []


@given(st.one_of(TEXT, NASTY))
@settings(max_examples=60, deadline=None)
def test_any_text_comes_back(item):
    draft = made_up.Draft("7a" * 32, f"Norland pledged {item} .")
    norland = draft.actor("Norland", "state")
    pledge = draft.event("PLEDGE", "pledged", actor=(norland,), item=item)
    draft.step(pledge, "pledged", norland, item=item)
    (row,) = rows(opened(fold([draft.reading()]))["Ledger"])
    read = re.sub("_x([0-9A-F]{4})_", lambda m: chr(int(m[1], 16)), row["What"] or "")
    assert read == item
