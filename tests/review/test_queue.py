"""What waits: the most pressing first, each fact once, until enough people have looked at it."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import made_up
import pytest

from onrecord.model import Decision
from onrecord.record import Record, fold
from onrecord.review import Signature, correct, judge, likely, merge, queue

READINGS = (made_up.first(), made_up.second())
START = datetime(2031, 3, 9, tzinfo=UTC)


def by(author: str, hour: int = 0) -> Signature:
    return Signature(author=author, time=START + timedelta(hours=hour), note="seen")


def find(record: Record, type_: str) -> str:
    return next(h.id for h in record.happenings if h.type == type_)


def reasons(record: Record, fact: str, **terms: object) -> tuple[str, ...]:
    found = [item.reasons for item in queue(record, **terms) if item.id == fact]
    assert len(found) <= 1
    return found[0] if found else ()


def after(*decisions: Decision) -> Record:
    return fold(READINGS, decisions)


def test_everything_is_new_at_first_and_contradictions_come_before():
    record = fold(READINGS)
    found = queue(record)
    facts = (*record.happenings, *record.numbers, *record.sayings, *record.offices)
    assert sorted(item.id for item in found) == sorted(fact.id for fact in facts)
    assert [item.reasons[0] for item in found] == ["contradicted"] * 4 + ["new"] * 6
    sides = {(item.id, *item.against) for item in found if item.against}
    assert sides == {
        pair for c in record.conflicts for pair in ((c.one, c.other), (c.other, c.one))
    }


def test_what_is_read_with_little_confidence_or_dated_by_guess_is_uncertain():
    (event, *others) = made_up.first().events
    doubtful = replace(event, confidence=0.55)
    record = fold([replace(made_up.first(), events=(doubtful, *others))])
    assert reasons(record, find(record, "AUTHORISE")) == ("uncertain", "new")
    assert queue(record)[0].id == find(record, "AUTHORISE")
    guessed = [
        item.claims for item in queue(fold([made_up.mandate()])) if "uncertain" in item.reasons
    ]
    assert [claims[0].fact.date.inferred for claims in guessed] == [True]


@pytest.mark.parametrize("action", ["accept", "correct", "reject"])
def test_what_is_decided_waits_no_more(action):
    start = fold(READINGS)
    pledge = find(start, "PLEDGE")
    made = (
        correct(start, pledge, "date", "2031-02-06", by("Ada"))
        if action == "correct"
        else judge(start, action, pledge, by("Ada"))
    )
    assert reasons(after(made), pledge) == ()


def test_a_note_decides_nothing():
    start = fold(READINGS)
    pledge = find(start, "PLEDGE")
    assert reasons(after(judge(start, "note", pledge, by("Ada"))), pledge) == ("new",)


def test_a_contradiction_waits_until_a_side_is_accepted():
    start = fold(READINGS)
    conflict = next(c for c in start.conflicts if c.kind == "event")
    edited = correct(start, conflict.one, "item", "sappers", by("Ada"))
    assert reasons(after(edited), conflict.one) == ("contradicted",)
    record = after(judge(start, "accept", conflict.one, by("Ada")))
    assert reasons(record, conflict.one) == ()
    assert reasons(record, conflict.other) == ("new",)


@pytest.mark.parametrize("action", ["accept", "reject"])
def test_two_have_to_agree_where_two_are_asked_for(action):
    start = fold(READINGS)
    pledge = find(start, "PLEDGE")
    ada = judge(start, action, pledge, by("Ada"))
    record = after(ada)
    assert reasons(record, pledge, approvals=2) == ("unapproved",)
    assert reasons(record, pledge, approvals=2, author="Ben") == ("unapproved",)
    assert reasons(record, pledge, approvals=2, author="Ada") == ()
    again = judge(record, action, pledge, by("Ada", hour=1))
    assert reasons(after(ada, again), pledge, approvals=2) == ("unapproved",)
    ben = judge(record, action, pledge, by("Ben", hour=1))
    assert reasons(after(ada, ben), pledge, approvals=2) == ()


def test_what_was_merged_waits_no_more():
    start = fold(READINGS)
    conflict = next(c for c in start.conflicts if c.kind == "event")
    record = after(merge(start, [conflict.one, conflict.other], by("Ada")))
    assert record.conflicts == fold(READINGS).conflicts[1:] or len(record.conflicts) == 1
    ids = {item.id for item in queue(record)}
    assert not ids & {conflict.one, conflict.other}


def test_the_queue_is_the_same_in_any_order_of_reports():
    forth, back = fold(READINGS), fold(READINGS[::-1])
    assert queue(forth) == queue(back)


def test_what_speaks_against_an_item_or_is_like_it_can_be_merged_with_it():
    record = fold(READINGS)
    for item in queue(record):
        found = likely(record, item)
        assert found[: len(item.against)] == item.against
        assert item.id not in found
        for other in found:
            assert merge(record, [item.id, other], by("Ada")).action == "merge"
