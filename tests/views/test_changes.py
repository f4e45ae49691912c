"""What is known since a day, and by which report or decision."""

from dataclasses import replace
from datetime import UTC, datetime

import made_up

from onrecord.record import fold
from onrecord.review import Signature, correct, judge, merge
from onrecord.views import select
from onrecord.views.changes import changes

BEFORE, AFTER = fold([made_up.first()]), made_up.record()
READINGS = (made_up.first(), made_up.second())
ADA = Signature(author="Ada", time=datetime(2031, 3, 9, tzinfo=UTC), note="see the annex")


def told(before, after, *terms):
    return [(c.change, c.what, c.field, c.before, c.now) for c in changes(before, after, *terms)]


def test_nothing_changes_in_between():
    assert changes(AFTER, AFTER) == ()


def test_a_report_brings_events_figures_and_contradictions():
    assert told(BEFORE, AFTER) == [
        ("event", "Norland · deploy · 300 engineers", None, None, "2031-03-01"),
        ("event", "Rebels · seize · port", None, None, None),
        ("update", "armed bands that held the coast", None, "about 30 bands", "about 45 bands"),
        ("contradiction", "Norland, deploy", None, None, "250 engineers or 300 engineers"),
        (
            "contradiction",
            "armed bands that held the coast",
            None,
            None,
            "about 30 bands or about 45 bands",
        ),
    ]
    for change in changes(BEFORE, AFTER):
        assert (change.date, change.because) == ("2031-03-05", "report 2b2b2b2b, 5 March 2031")
        text = AFTER.readings[change.report].report.text
        assert text[change.start : change.end] == change.sentence


def test_all_of_the_first_day_is_new():
    kinds = [change.change for change in changes(fold([]), BEFORE)]
    assert kinds == ["event"] * 4 + ["step"] * 3 + ["figure"]


def test_a_report_that_knows_more_revises():
    pledge = made_up.first().events[1]
    vague = replace(pledge, date=made_up.day("2031-02"))
    first = replace(made_up.first(), events=(vague,), commitments=())
    found = told(fold([first]), fold([first, made_up.second()]))
    assert (
        "revision",
        "Norland · pledge · 400 engineers",
        "date",
        "2031-02",
        "2031-02-05",
    ) in found


def test_a_decision_is_a_change_with_its_value():
    made = correct(AFTER, AFTER.happenings[0].id, "item", "sappers", ADA)
    (change,) = changes(AFTER, fold(READINGS, [made]))
    assert (change.change, change.field, change.now) == ("decision", "item", "sappers")
    assert (change.date, change.because) == ("2031-03-09", "item corrected by Ada: see the annex")


def test_a_side_that_is_taken_is_a_preference():
    conflict = next(c for c in AFTER.conflicts if c.kind == "event")
    other = ({conflict.one, conflict.other} - {conflict.preferred}).pop()
    made = judge(AFTER, "accept", other, ADA)
    found = changes(AFTER, fold(READINGS, [made]))
    assert [change.change for change in found] == ["preference", "decision"]
    assert (found[0].before, found[0].now) == ("300 engineers", "250 engineers")
    assert found[0].because == "accepted by Ada"


def test_a_contradiction_is_solved_by_a_decision():
    conflict = next(c for c in AFTER.conflicts if c.kind == "event")
    for made in (
        judge(AFTER, "reject", conflict.one, ADA),
        merge(AFTER, [conflict.one, conflict.other], ADA),
    ):
        found = [c for c in changes(AFTER, fold(READINGS, [made])) if c.change == "solution"]
        (solved,) = found
        assert solved.before == "250 engineers or 300 engineers"
        assert solved.because.endswith("by Ada: see the annex")


def test_only_what_is_asked_for():
    asked = (None, select(AFTER, actor="Rebels"))
    assert told(BEFORE, AFTER, *asked) == [("event", "Rebels · seize · port", None, None, None)]


def test_no_change_comes_twice():
    found = changes(fold([]), AFTER)
    keys = [(change.change, change.id, change.field) for change in found]
    assert len(set(keys)) == len(keys)
