"""Lines and stages of the ledger."""

import pytest
from sheets import Sheet, amount, day

from onrecord.model import Actor, Span
from onrecord.record import Line, fold


def lines(*sheets: Sheet) -> tuple[Line, ...]:
    return fold(sheet.reading() for sheet in sheets).ledger


def stages(*sheets: Sheet) -> list[tuple[str, int | float | None, str, int]]:
    return [
        (s.status, s.quantity.min if s.quantity else None, s.certainty, len(s.claims))
        for line in lines(*sheets)
        for s in line.stages
    ]


def sheet(number: int = 1) -> Sheet:
    return Sheet(f"{number:064x}")


def test_a_line_has_its_stages_in_order_of_time():
    page = sheet()
    norland, mission = page.actor("Norland"), page.actor("Coast Mission", "mission")
    page.step("deployed", norland, mission=mission, quantity=amount(200), date=day("2031-05-01"))
    page.step("pledged", norland, mission=mission, quantity=amount(400), date=day("2031-02-05"))
    page.step("approved", norland, mission=mission, quantity=amount(400), date=day("2031-03"))
    (line,) = lines(page)
    assert (line.party.name, line.mission and line.mission.name) == ("Norland", "Coast Mission")
    assert [stage.status for stage in line.stages] == ["pledged", "approved", "deployed"]


def test_what_is_expected_is_not_counted_as_done():
    one, two = sheet(1), sheet(2)
    one.step("deployed", one.actor("Norland"), quantity=amount(400), date=day("2031-05"))
    two.step(
        "deployed", two.actor("Norland"), quantity=amount(400), date=day("2031-05"),
        certainty="expected",
    )  # fmt: skip
    told = [("deployed", 400, "asserted", 1), ("deployed", 400, "expected", 1)]
    assert sorted(stages(one, two)) == told


def test_the_same_step_in_two_reports_is_one_stage():
    one, two = sheet(1), sheet(2)
    for page in (one, two):
        page.step("pledged", page.actor("Norland"), quantity=amount(400), date=day("2031-02-05"))
    assert stages(one, two) == [("pledged", 400, "asserted", 2)]


def test_another_number_or_another_day_is_another_stage():
    one, two, three = sheet(1), sheet(2), sheet(3)
    one.step("pledged", one.actor("Norland"), quantity=amount(400), date=day("2031-02-05"))
    two.step("pledged", two.actor("Norland"), quantity=amount(250), date=day("2031-02-05"))
    three.step("pledged", three.actor("Norland"), quantity=amount(400), date=day("2031-04-05"))
    assert len(stages(one, two, three)) == 3


def test_parties_missions_and_beneficiaries_have_lines_of_their_own():
    page = sheet()
    norland, sudmark = page.actor("Norland"), page.actor("Sudmark")
    coast, hills = page.actor("Coast Mission", "mission"), page.actor("Hill Mission", "mission")
    page.step("pledged", norland, mission=coast)
    page.step("pledged", norland, mission=hills)
    page.step("pledged", sudmark, beneficiary=norland)
    page.step("pledged", sudmark, beneficiary=page.actor("Maravia"))
    assert len(lines(page)) == 4


def test_a_beneficiary_with_one_mission_stands_for_it():
    one, two = sheet(1), sheet(2)
    maravia, mission = one.actor("Maravia"), one.actor("Coast Mission", "mission")
    one.step("pledged", one.actor("Norland"), mission=mission, beneficiary=maravia, item="ships")
    two.step("deployed", two.actor("Norland"), beneficiary=two.actor("Maravia"), item="ships")
    (line,) = lines(one, two)
    assert [stage.status for stage in line.stages] == ["pledged", "deployed"]
    assert line.mission is not None


def test_a_step_of_nobody_is_no_line():
    page = sheet()
    page.step("pledged", page.actor("Norland"))
    page.commitments[0] = type(page.commitments[0])(
        party=None, mission=None, beneficiary=None, item=None, quantity=None, status="pledged",
        date=None, certainty="asserted", event="e1",
    )  # fmt: skip
    assert lines(page) == ()


def deployed(page: Sheet, officers: int | None, when: str | None, **more: object) -> None:
    page.step(
        "deployed", page.actor("Norland"), mission=page.actor("Coast Mission", "mission"),
        quantity=amount(officers) if officers else None, date=day(when), **more,
    )  # fmt: skip


def totals(*sheets: Sheet) -> list[int | float | None]:
    return [s.total.min if s.total else None for line in lines(*sheets) for s in line.stages]


def test_parts_are_added_up_in_order_of_time():
    page = sheet()
    deployed(page, 144, "2031-09-06")
    deployed(page, 400, "2031-05-01")
    deployed(page, 200, "2031-07-16")
    assert totals(page) == [None, 600, 744]


def test_totals_leave_out_what_is_undated_expected_or_told_twice():
    one, two = sheet(1), sheet(2)
    deployed(one, 400, "2031-05-01")
    deployed(two, 250, "2031-05-01")
    deployed(two, 300, None)
    deployed(two, 600, "2031-08-01", certainty="expected")
    assert set(totals(one, two)) == {None}


@pytest.mark.parametrize(
    ("parts", "sums"),
    [
        (((5, "EUR"), (7, "USD")), [None, None]),
        (((5, "USD"), (7, "USD")), [None, 12]),
        (((5, "EUR"), (7, "USD"), (8, "EUR")), [None, None, 13]),
        (((5, "USD"), (7, None)), [None, None]),
        (((5, "truck"), (7, None)), [None, 12]),
        (((5, "truck"), (6, "tent"), (7, None)), [None, None, None]),
    ],
)
def test_currencies_and_things_are_not_added_to_each_other(parts, sums):
    page = sheet()
    for month, (number, unit) in enumerate(parts, start=1):
        page.step(
            "delivered", page.actor("Norland"), mission=page.actor("Coast Mission", "mission"),
            quantity=amount(number, unit), date=day(f"2031-0{month}-01"),
        )  # fmt: skip
    assert totals(page) == sums


def test_an_undated_pledge_stands_before_what_was_deployed():
    one, two = sheet(1), sheet(2)
    deployed(one, 200, "2031-01-20")
    two.step(
        "pledged", two.actor("Norland"), mission=two.actor("Coast Mission", "mission"),
        quantity=amount(400),
    )  # fmt: skip
    assert [status for status, *_ in stages(one, two)] == ["pledged", "deployed"]


def missionless(number: int, published: str, **more: object) -> Sheet:
    page = Sheet(f"{number:064x}", published)
    page.actors["Maravia"] = _twice("Maravia", len(page.actors))
    page.step("approved", page.actor("Norland"), item="officers", **more)
    return page


def _twice(name: str, number: int) -> Actor:
    spans = (Span(0, 1), Span(2, 3))
    return Actor(id=f"a{number + 1}", name=name, kind="state", mentions=spans)


def test_a_step_of_a_member_joins_the_only_mission_of_the_state_that_its_report_is_about():
    one = sheet(1)
    maravia, mission = one.actor("Maravia"), one.actor("Coast Mission", "mission")
    one.step("pledged", one.actor("Norland"), mission=mission, beneficiary=maravia)
    (line,) = lines(one, missionless(2, "2031-03-01"))
    assert [stage.status for stage in line.stages] == ["pledged", "approved"]


def test_a_step_of_nobody_that_is_known_to_take_part_stays_apart():
    one = sheet(1)
    maravia, mission = one.actor("Maravia"), one.actor("Coast Mission", "mission")
    one.step("pledged", one.actor("Sudmark"), mission=mission, beneficiary=maravia)
    assert len(lines(one, missionless(2, "2031-03-01"))) == 2


def test_two_missions_of_one_state_leave_a_step_to_neither():
    one = sheet(1)
    maravia = one.actor("Maravia")
    for name in ("Coast Mission", "Hill Mission"):
        mission = one.actor(name, "mission")
        one.step("pledged", one.actor("Norland"), mission=mission, beneficiary=maravia)
    two = sheet(2)
    two.step("deployed", two.actor("Norland"), beneficiary=two.actor("Maravia"))
    assert len(lines(one, two)) == 3
