"""Short names in tables: acronyms that reports use and that nobody else bears."""

import made_up
import pytest

from onrecord import views
from onrecord.record import fold
from onrecord.views.names import abridged
from onrecord.views.wording import attested, day


def test_a_mission_goes_by_its_acronym_and_states_keep_their_names():
    record = made_up.record()
    rows = abridged(record, views.ledger(record))
    assert {row.mission for row in rows} == {"STABMAR"}
    assert {row.party for row in rows} == {"Norland", "Sudmark"}
    assert len(rows) == len(views.ledger(record))


def test_an_acronym_of_two_parties_stands_for_neither():
    draft = made_up.Draft("7a" * 32, "STABMAR is the Standard Bank of Maravia.")
    draft.actor("Standard Bank of Maravia", "organisation", aliases=("STABMAR",))
    record = fold([made_up.first(), draft.reading()])
    assert {row.mission for row in abridged(record, views.ledger(record))} == {made_up.MISSION}


def test_a_description_is_no_short_name():
    draft = made_up.Draft("7a" * 32, "The Grand Coast Mission, the force, got a ship of Norland.")
    mission = draft.actor("Grand Coast Mission", "mission", aliases=("force", "Mission"))
    norland = draft.actor("Norland", "state")
    draft.event("DELIVER", "got", actor=(norland,), mission=mission, item="ship")
    record = fold([draft.reading()])
    assert [row.mission for row in abridged(record, views.timeline(record))] == [
        "Grand Coast Mission"
    ]


def test_copies_are_told_in_brackets():
    text = " ".join(f"line{i} words{i % 5}" for i in range(60)) + "\nNorland pledged a ship."
    drafts = [made_up.Draft(f"{n}" * 64, text + " " * n, published="2031-02-01") for n in (1, 2)]
    for draft in drafts:
        draft.event("PLEDGE", "pledged", actor=(draft.actor("Norland", "state"),), item="ship")
    record = fold(draft.reading() for draft in drafts)
    (row,) = views.timeline(record)
    assert (row.reports, row.independent, attested(row)) == (2, 1, "2 (1)")


@pytest.mark.parametrize(
    ("party", "expected"),
    [("Norland", {"2031-02-05", "2031-03-01"}), ("Sudmark", {"as of 2031-03-02"})],
)
def test_an_undated_step_has_the_day_of_its_first_report(party, expected):
    rows = views.ledger(made_up.record())
    assert {day(row) for row in rows if row.party == party} == expected


def test_an_undated_event_that_is_done_was_before_its_report():
    (seized,) = [row for row in views.timeline(made_up.record()) if row.type == "SEIZE"]
    assert day(seized) == "before 2031-03-05"
