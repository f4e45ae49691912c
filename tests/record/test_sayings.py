"""Figures, statements and offices that several reports give."""

from sheets import Sheet, amount

from onrecord.record import Record, fold


def record(*sheets: Sheet) -> Record:
    return fold(sheet.reading() for sheet in sheets)


def said(number: int, words: str, by: str | None = "Ada Brink") -> Sheet:
    sheet = Sheet(f"{number:064x}")
    sheet.statement(words, sheet.actor(by, "person") if by else None)
    return sheet


def test_a_syndicated_quotation_counts_once():
    (saying,) = record(said(1, "“We will stay”"), said(2, '"We will stay"')).sayings
    assert len(saying.claims) == 2


def test_other_words_or_another_speaker_make_another_statement():
    told = said(1, "We will stay"), said(2, "We may stay"), said(3, "We will stay", "Ida Holm")
    assert len(record(*told).sayings) == 3


def test_a_figure_of_the_same_source_date_and_value_counts_once():
    sheets = [Sheet(f"{i:064x}") for i in range(4)]
    for sheet, count, as_of in zip(
        sheets, (30, 30, 50, 30), ("2031", "2031", "2031", "2030"), strict=True
    ):
        sheet.figure("armed bands", amount(count, "band"), as_of, sheet.actor("Council", "body"))
    assert sorted(len(number.claims) for number in record(*sheets).numbers) == [1, 1, 2]


def test_the_same_office_counts_once_and_another_term_is_another():
    sheets = [Sheet(f"{i:064x}") for i in range(3)]
    for sheet, since in zip(sheets, ("2029", "2029", "2020"), strict=True):
        sheet.office("Ada Brink", "Foreign Minister", "Norland", since)
    offices = record(*sheets).offices
    assert [(o.role.since, len(o.claims)) for o in offices] == [("2020", 1), ("2029", 2)]
    assert {o.holder.name for o in offices} == {"Ada Brink"}
