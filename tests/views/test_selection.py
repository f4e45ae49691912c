import made_up
import pytest

from onrecord import views
from onrecord.record import fold
from onrecord.record.periods import period
from onrecord.views import EVERYTHING, UnknownNameError, select

RECORD = made_up.record()


def asked(**names):
    return select(RECORD, **names)


def test_nothing_asked_is_everything():
    assert asked() == EVERYTHING
    assert len(views.timeline(RECORD)) == len(RECORD.happenings)


@pytest.mark.parametrize("words", ["STABMAR", "stabilisation mission", "Mission in Maravia"])
def test_a_mission_answers_to_parts_and_aliases(words):
    rows = views.ledger(RECORD, asked(mission=words))
    assert {row.party for row in rows} == {"Norland", "Sudmark"}


def test_an_unknown_mission_tells_the_nearest():
    with pytest.raises(UnknownNameError, match="no mission called") as error:
        asked(mission="Stabilization Misson in Maravia")
    assert error.value.nearest == (made_up.MISSION,)


def test_an_unknown_actor_tells_the_nearest_first():
    with pytest.raises(UnknownNameError) as error:
        asked(actor="Norlan")
    assert error.value.nearest[0] == "Norland"


@pytest.mark.parametrize("words", ["", " ", "!?", "the"])
def test_words_without_letters_name_nobody(words):
    with pytest.raises(UnknownNameError):
        asked(actor=words)


def test_actors_pick_what_they_take_part_in():
    entries = views.timeline(RECORD, asked(actor="Sudmark"))
    assert [(entry.type, entry.certainty) for entry in entries] == [("DEPLOY", "expected")]
    steps = views.ledger(RECORD, asked(actor="Sudmark"))
    assert [step.party for step in steps] == ["Sudmark"]


def test_a_state_is_in_what_its_people_say():
    quotes = views.statements(RECORD, asked(actor="Norland"))
    assert [quote.speaker for quote in quotes] == ["Ada Brink"]


def test_time_is_an_overlap():
    one_day = asked(since=period("2031-02-05"), until=period("2031-02-05"))
    assert [e.type for e in views.timeline(RECORD, one_day)] == ["PLEDGE"]
    assert [f.quantity for f in views.figures(RECORD, one_day)] == []
    january = asked(until=period("2031-01"))
    assert len(views.figures(RECORD, january)) == 2
    assert views.timeline(RECORD, january) == ()


def test_undated_facts_are_left_out_when_a_time_is_asked_for():
    entries = views.timeline(RECORD, asked(since=period("2030")))
    assert all(entry.date for entry in entries)
    assert len(entries) == 4


def test_what_names_no_mission_belongs_where_its_report_tells_of_one():
    types = [entry.type for entry in views.timeline(RECORD, asked(mission="STABMAR"))]
    assert "SEIZE" in types
    both = fold([made_up.second(), made_up.two_missions()])
    entries = views.timeline(both, select(both, mission="Harbour Watch"))
    assert [entry.type for entry in entries] == ["PLEDGE"]


def test_without_a_mission_on_record_none_is_known():
    empty = fold([])
    with pytest.raises(UnknownNameError) as error:
        select(empty, mission="STABMAR")
    assert error.value.nearest == ()
