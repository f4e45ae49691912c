"""Contradictions between reports are listed, both sides."""

import pytest
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


def test_a_part_and_its_whole_tell_of_one_event():
    unit = Sheet(f"{3:064x}")
    navy = unit.actor("Navy of Norland", "organisation", country="NL")
    unit.event("DEPLOY", navy, quantity=amount(250), date=day("2031-05-01"))
    whole = Sheet(f"{4:064x}")
    whole.event(
        "DEPLOY", whole.actor("Norland", country="NL"), quantity=amount(400),
        date=day("2031-05-01"),
    )  # fmt: skip
    assert len(record(unit, whole).conflicts) == 1


def nobody(number: int, officers: int, item: str, where: str) -> Sheet:
    sheet = Sheet(f"{number:064x}")
    sheet.event(
        "DEPLOY", quantity=amount(officers, "police officer"), item=item, date=day("2031-05-01"),
        recipient=(sheet.actor(where),),
    )  # fmt: skip
    return sheet


def test_an_event_of_nobody_contradicts_where_its_item_names_the_actor():
    named = Sheet(f"{1:064x}")
    norland, maravia = named.actor("Norland"), named.actor("Maravia", country="MV")
    named.event(
        "DEPLOY", norland, recipient=(maravia,), quantity=amount(400, "police officer"),
        date=day("2031-05-01"),
    )  # fmt: skip
    assert len(
        record(named, nobody(2, 200, "first 200 officers from Norland", "Maravia")).conflicts
    )
    assert record(named, nobody(2, 200, "200 officers", "Ostria")).conflicts == ()


def attack(number: int, when: str, item: str, by: str = "gunmen") -> Sheet:
    sheet = Sheet(f"{number:064x}")
    sheet.event("ATTACK", sheet.actor(by, "group"), item=item, date=day(when))
    return sheet


def test_one_act_with_two_days():
    one = attack(1, "2031-05-03", "main harbour of Lorna")
    (conflict,) = record(one, attack(2, "2031-05-04", "main harbour", "rebels")).conflicts
    assert (conflict.kind, conflict.differs) == ("event", "date")


def test_acts_on_other_things_or_further_apart_have_their_own_days():
    one = attack(1, "2031-05-03", "main harbour of Lorna")
    assert record(one, attack(2, "2031-05-04", "police station")).conflicts == ()
    assert record(one, attack(2, "2031-05-14", "main harbour of Lorna")).conflicts == ()


def test_calls_on_two_days_are_two_calls():
    sheets = []
    for number, when in enumerate(("2031-05-03", "2031-05-04")):
        sheet = Sheet(f"{number:064x}")
        other = sheet.actor("Sudmark")
        sheet.event(
            "CONSULT", sheet.actor("Norland"), recipient=(other,), item="border talks",
            date=day(when),
        )  # fmt: skip
        sheets.append(sheet)
    assert record(*sheets).conflicts == ()


def told(number: int, measure: str, count: object, as_of: str, published: str) -> Sheet:
    sheet = Sheet(f"{number:064x}", published)
    sheet.figure(measure, count, as_of, sheet.actor("Maravia"))
    return sheet


def at_least(count: int, unit: str = "inmate") -> object:
    return amount(count, unit, top=None)


def test_bounds_of_one_measure_in_other_words():
    one = told(1, "inmates that escaped", at_least(4000), "2031-05-06", "2031-05-06")
    other = told(2, "prisoners freed", at_least(3700), "2031-05-02", "2031-05-13")
    assert len(record(one, other).conflicts) == 1


def test_a_later_and_higher_figure_is_an_update():
    one = told(1, "inmates that escaped", at_least(3700), "2031-05-06", "2031-05-06")
    other = told(2, "inmates that escaped", at_least(4000), "2031-05-08", "2031-05-08")
    assert record(one, other).conflicts == ()


def test_a_raised_pledge_is_an_update():
    sheets = [landing(1, 400, "2031-05-01"), landing(2, 600, "2031-06-01")]
    assert record(*sheets).conflicts == ()


def test_other_measures_of_one_unit_do_not_contradict():
    one = told(
        1, "people displaced by the storm", amount(5000, "person"), "2031-05-06", "2031-05-06"
    )
    other = told(2, "people fed at schools", amount(900, "person"), "2031-05-06", "2031-05-06")
    assert record(one, other).conflicts == ()


def test_more_independent_sources_are_preferred_and_copies_are_one():
    words = " ".join(f"word{i} story{i % 7}" for i in range(60))
    sheets = [landing(1, 400), landing(2, 250), landing(3, 250), landing(4, 400)]
    for sheet in (sheets[1], sheets[2]):
        sheet.line(words)
    found = record(*sheets)
    (conflict,) = found.conflicts
    best = next(h for h in found.happenings if h.id == conflict.preferred)
    assert best.quantity == amount(400)
    assert conflict.because == "2 independent sources against 1"
    copied = next(h for h in found.happenings if h.id != conflict.preferred)
    assert (len(copied.claims), found.independent(copied.claims)) == (2, 1)


def test_the_more_precise_number_then_the_later_report_is_preferred():
    (conflict,) = record(landing(1, 400), landing(2, 0, quantity=about(200))).conflicts
    assert conflict.because == "the more precise number"
    late = landing(2, 250)
    late.published = "2031-07-01"
    (conflict,) = record(landing(1, 400), late).conflicts
    assert conflict.because == "the later report"


UNIT = "officers of the harbour unit"


def denial(number: int, when: str | None = None, **more: object) -> Sheet:
    terms = {"item": UNIT, "quantity": None, "certainty": "denied", **more}
    return landing(number, 0, when=when, **terms)


def test_what_is_told_as_done_and_as_not_so():
    found = record(landing(1, 400, item=UNIT), denial(2, "2031-05-01"))
    (conflict,) = found.conflicts
    assert (conflict.kind, conflict.differs) == ("event", "denial")
    assert {conflict.one, conflict.other} == {h.id for h in found.happenings}


def test_a_denial_without_date_is_of_what_was_told_shortly_before():
    done, late, early = landing(1, 400, item=UNIT), denial(2), denial(3)
    late.published, early.published = "2031-05-04", "2031-04-04"
    assert [c.differs for c in record(done, late).conflicts] == ["denial"]
    assert record(done, early).conflicts == ()


@pytest.mark.parametrize(
    ("when", "more"),
    [
        ("2031-05-01", {"quantity": amount(900)}),
        ("2031-05-09", {}),
        ("2031-05-01", {"item": "tents"}),
        ("2031-05-01", {"certainty": "expected"}),
    ],
)
def test_what_denies_something_else_contradicts_nothing(when: str, more: dict[str, object]):
    assert record(landing(1, 400, item=UNIT), denial(2, when, **more)).conflicts == ()
