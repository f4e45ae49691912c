"""Contradictions between reports are listed, both sides."""

from sheets import Sheet, about, amount, day

from onrecord.record import Record, fold


def record(*sheets: Sheet) -> Record:
    return fold(sheet.reading() for sheet in sheets)


def landing(number: int, officers: int, when: str = "2031-05-01", **more: object) -> Sheet:
    sheet = Sheet(f"{number:064x}")
    terms = {"quantity": amount(officers), "date": day(when), **more}
    sheet.event("DEPLOY", sheet.actor("Norland"), **terms)
    return sheet


def bands(number: int, count: int, as_of: str | None = "2031-01") -> Sheet:
    sheet = Sheet(f"{number:064x}")
    sheet.figure("armed bands", amount(count, "band"), as_of, None)
    return sheet


def test_one_event_with_two_numbers():
    found = record(landing(1, 400), landing(2, 250))
    (conflict,) = found.conflicts
    assert {conflict.one, conflict.other} == {h.id for h in found.happenings}
    assert conflict.kind == "event"


def test_events_of_other_days_do_not_contradict():
    assert record(landing(1, 400), landing(2, 250, "2031-05-02")).conflicts == ()


def test_what_is_expected_does_not_contradict_what_happened():
    assert record(landing(1, 400), landing(2, 250, certainty="expected")).conflicts == ()


def test_numbers_that_can_both_be_true_do_not_contradict():
    near = landing(2, 0, quantity=about(390))
    assert record(landing(1, 400), near).conflicts == ()


def test_one_figure_with_two_values():
    found = record(bands(1, 30), bands(2, 50))
    (conflict,) = found.conflicts
    assert {conflict.one, conflict.other} == {n.id for n in found.numbers}
    assert conflict.kind == "figure"


def test_figures_of_other_dates_or_without_date_do_not_contradict():
    assert record(bands(1, 30), bands(2, 50, "2031-02")).conflicts == ()
    assert record(bands(1, 30, None), bands(2, 50, None)).conflicts == ()


def test_two_numbers_in_one_report_are_its_own_affair():
    sheet = bands(1, 30)
    sheet.figure("armed bands", amount(50, "band"), "2031-01", None)
    assert record(sheet).conflicts == ()
