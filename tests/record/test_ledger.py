"""Lines and stages of the ledger."""

from sheets import Sheet, amount, day

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
