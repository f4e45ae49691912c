"""Which events of several reports are one, and which are not."""

import pytest
from sheets import Sheet, about, amount, day

from onrecord.record import Happening, fold

DAY = day("2031-02-05")
FOUR = amount(400)


def told(*events: dict[str, object], apart: bool = True) -> tuple[Happening, ...]:
    """The events, each told in a report of its own, or all in one."""
    sheets = [Sheet(f"{i:064x}", f"2031-02-{10 + i}") for i in range(len(events))]
    for i, event in enumerate(events):
        sheet = sheets[i if apart else 0]
        terms = {"type_": "PLEDGE", "by": "Norland", **event}
        actor = sheet.actor(str(terms.pop("by")))
        if "to" in terms:
            terms["recipient"] = (sheet.actor(str(terms.pop("to"))),)
        if "mission" in terms:
            terms["mission"] = sheet.actor(str(terms["mission"]), "mission")
        sheet.event(str(terms.pop("type_")), actor, **terms)
    return fold(s.reading() for s in sheets).happenings


ONE = [
    ({"quantity": FOUR, "date": DAY}, {"quantity": FOUR, "date": DAY}),
    ({"quantity": FOUR, "date": DAY}, {"quantity": FOUR}),
    ({"quantity": FOUR, "date": DAY}, {"quantity": FOUR, "date": day("2031-02")}),
    ({"quantity": FOUR, "date": DAY}, {"quantity": about(390), "date": DAY, "item": "officers"}),
    ({"quantity": FOUR, "date": DAY}, {"quantity": amount(300, top=None), "date": DAY}),
    ({"item": "police officers", "date": DAY}, {"item": "officers", "date": DAY}),
    ({"mission": "Coast Mission", "date": DAY}, {"mission": "Coast Mission", "date": DAY}),
    ({"to": "Maravia", "date": DAY}, {"to": "Maravia", "date": DAY}),
    ({"date": DAY, "item": "ships"}, {"date": DAY, "item": "ships", "certainty": "alleged"}),
]
TWO = [
    ({"quantity": FOUR, "date": DAY}, {"quantity": FOUR, "date": day("2031-02-06")}),
    ({"quantity": FOUR, "date": DAY}, {"quantity": amount(250), "date": DAY}),
    ({"quantity": FOUR, "date": DAY}, {"quantity": amount(400, "ship"), "date": DAY}),
    ({"quantity": FOUR, "date": DAY}, {"quantity": FOUR, "date": DAY, "by": "Sudmark"}),
    ({"quantity": FOUR, "date": DAY}, {"quantity": FOUR, "date": DAY, "type_": "DEPLOY"}),
    ({"quantity": FOUR, "date": DAY}, {"quantity": FOUR, "date": DAY, "certainty": "expected"}),
    ({"quantity": FOUR, "date": DAY}, {"quantity": FOUR, "date": DAY, "polarity": "negative"}),
    ({"item": "ships", "date": DAY}, {"item": "tanks", "date": DAY}),
    ({"to": "Maravia", "date": DAY}, {"to": "Ostria", "date": DAY}),
    (
        {"mission": "Coast Mission", "date": DAY, "quantity": FOUR},
        {"mission": "Hill Mission", "date": DAY, "quantity": FOUR},
    ),
    ({}, {}),
]


@pytest.mark.parametrize(("one", "other"), ONE)
def test_two_reports_of_one_event(one: dict[str, object], other: dict[str, object]):
    (happening,) = told(one, other)
    assert len({claim.report for claim in happening.claims}) == 2


@pytest.mark.parametrize(("one", "other"), TWO)
def test_two_events(one: dict[str, object], other: dict[str, object]):
    assert [len(h.claims) for h in told(one, other)] == [1, 1]


def test_what_one_sentence_tells_apart_stays_apart():
    sheet = Sheet("1" * 64)
    norland = sheet.actor("Norland")
    sentence = sheet.line("Norland sent 400 officers and sent 400 more")
    sheet.event("DEPLOY", norland, sentence=sentence, quantity=FOUR, date=DAY)
    again = amount(400)
    sheet.event("DEPLOY", norland, sentence=sentence, quantity=again, date=DAY, item="more")
    record = fold([sheet.reading()])
    assert all(len(happening.claims) == 1 for happening in record.happenings)


def test_an_event_that_fits_two_others_equally_well_stays_apart():
    one = {"quantity": FOUR, "date": day("2031-02-05")}
    two = {"quantity": FOUR, "date": day("2031-02-06")}
    assert len(told(one, two, {"quantity": FOUR})) == 3


def test_the_most_precise_claim_leads_and_gaps_are_filled_from_the_others():
    (happening,) = told(
        {"quantity": FOUR, "item": "officers", "date": day("2031-02")},
        {"quantity": FOUR, "date": DAY, "certainty": "alleged"},
    )
    assert happening.date == DAY
    assert happening.item == "officers"
    assert happening.certainty == "asserted"
    assert happening.id == happening.claims[0].id


def test_a_syndicated_copy_adds_a_source_and_no_event():
    event = {"quantity": FOUR, "item": "officers", "date": DAY}
    (happening,) = told(event, event, event)
    assert len(happening.claims) == 3


def test_an_organ_acts_for_its_state():
    one, two = Sheet("1" * 64), Sheet("2" * 64)
    one.event("APPROVE", one.actor("Norland", country="NL"), item="officers", date=DAY)
    cabinet = two.actor("Cabinet of Norland", "organisation", country="NL")
    two.event("APPROVE", cabinet, item="officers", date=DAY)
    (happening,) = fold([one.reading(), two.reading()]).happenings
    assert len(happening.claims) == 2


def test_a_call_is_one_whichever_side_tells_of_it():
    one, two = Sheet("1" * 64), Sheet("2" * 64)
    for sheet, caller, called in ((one, "Norland", "Sudmark"), (two, "Sudmark", "Norland")):
        other = sheet.actor(called)
        sheet.event("CONSULT", sheet.actor(caller), recipient=(other,), item="ships", date=DAY)
    (happening,) = fold([one.reading(), two.reading()]).happenings
    assert len(happening.claims) == 2


def test_an_event_of_nobody_joins_the_one_that_names_its_actor():
    one, two = Sheet("1" * 64), Sheet("2" * 64)
    one.event("ATTACK", one.actor("Norland"), item="airport", quantity=FOUR, date=DAY)
    two.event("ATTACK", item="airport", quantity=FOUR, date=DAY)
    (happening,) = fold([one.reading(), two.reading()]).happenings
    assert [party.name for party in happening.actors] == ["Norland"]


def test_short_periods_over_the_end_of_a_month_meet():
    week = day("2031-01-30/2031-02-05")
    (happening,) = told({"quantity": FOUR, "date": week}, {"quantity": FOUR, "date": DAY})
    assert happening.date == DAY


def test_the_neighbourhood_that_is_searched_misses_no_pair_that_fits():
    pairs = [
        ({"date": day("2031-01-30/2031-03-01")}, {"date": day("2031-02-14")}),
        ({"date": day("2030/2032")}, {"date": DAY}),
        ({}, {"date": DAY}),
    ]
    for one, other in pairs:
        assert len(told({"quantity": FOUR, **one}, {"quantity": FOUR, **other})) == 1
