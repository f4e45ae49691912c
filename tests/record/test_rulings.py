"""Decisions on the record: what is rejected, corrected, merged, split, undone, and what is lost."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sheets import Sheet, amount, day

from onrecord.exports import jsonl
from onrecord.model import Decision, Reading
from onrecord.record import Record, fold
from onrecord.review import Signature, correct, judge, merge, split, undo

START = datetime(2031, 3, 1, 9, tzinfo=UTC)


def by(author: str = "Ada", note: str | None = None, *, hours: int = 0) -> Signature:
    return Signature(author=author, time=START + timedelta(hours=hours), note=note)


def pledge(report: int, number: int = 400, when: str = "2031-02-05", **terms: object) -> Reading:
    sheet = Sheet(f"{report:064x}")
    norland = sheet.actor("Norland")
    given = {"quantity": amount(number), "date": day(when), "item": "officers", **terms}
    event = sheet.event("PLEDGE", norland, **given)
    sheet.step("pledged", norland, **given)
    sheet.commitments[0] = replace(sheet.commitments[0], event=event)
    del sheet.events[1]
    return sheet.reading()


def export(record: Record) -> bytes:
    return b"".join(jsonl.lines(record))


def event(record: Record) -> str:
    return record.happenings[0].id


def stages(record: Record) -> list[tuple[str, int | None]]:
    told = [(s.status, s.quantity and s.quantity.min) for ln in record.ledger for s in ln.stages]
    return sorted(told)


def test_a_rejected_fact_is_off_the_record_with_its_steps_and_still_found_by_its_id():
    readings = [pledge(1), pledge(2)]
    before = fold(readings)
    record = fold(readings, [judge(before, "reject", event(before), by())])
    assert (record.happenings, record.ledger) == ((), ())
    again = judge(record, "accept", event(before), by())
    assert len(fold(readings, [*record.rulings.history, again]).happenings) == 1


def test_a_rejected_step_leaves_the_event():
    before = fold([pledge(1)])
    stage = before.ledger[0].stages[0]
    record = fold([pledge(1)], [judge(before, "reject", stage.id, by())])
    assert (len(record.happenings), record.ledger) == (1, ())


@pytest.mark.parametrize(
    ("field", "text", "shown"),
    [
        ("quantity", "1,100", "1,100 officer"),
        ("quantity", "at least 500 officers", "at least 500 officers"),
        ("date", "6 February 2031", "2031-02-06"),
        ("date", "2031-02", "2031-02"),
        ("item", "police officers", "police officers"),
        ("certainty", "Expected", "expected"),
        ("mission", "Coast Mission", "Coast Mission"),
    ],
)
def test_a_correction_of_an_event_is_one_of_its_step(field: str, text: str, shown: str):
    before = fold([pledge(1), pledge(2)])
    record = fold([pledge(1), pledge(2)], [correct(before, event(before), field, text, by())])
    (happening,) = record.happenings
    (stage,) = record.ledger[0].stages
    assert happening.id == event(before)
    for fact in (happening, stage if field != "mission" else record.ledger[0]):
        told = getattr(fact, field)
        told = getattr(told, "edtf", None) or getattr(told, "name", None) or told
        if field == "quantity":
            assert (told.min, told.unit) == (int(shown.split()[-2].replace(",", "")), "officer")
        else:
            assert told == shown
    assert [d.author for d in record.rulings.about(stage.claims)] == ["Ada"]


def test_who_acts_is_who_is_bound_and_the_type_sets_the_status():
    before = fold([pledge(1)])
    one = correct(before, event(before), "actor", "Ostria", by())
    record = fold([pledge(1)], [one])
    assert record.ledger[0].party.name == "Ostria"
    two = correct(record, event(before), "type", "deploy", by())
    record = fold([pledge(1)], [one, two])
    assert (record.happenings[0].type, stages(record)) == ("DEPLOY", [("deployed", 400)])
    three = correct(record, event(before), "type", "CRITICISE", by())
    assert fold([pledge(1)], [one, two, three]).ledger == ()


def test_two_facts_become_one_and_one_becomes_two():
    readings = [pledge(1), pledge(2, 900)]
    before = fold(readings)
    assert stages(before) == [("pledged", 400), ("pledged", 900)]
    made = merge(before, [h.id for h in before.happenings], by())
    record = fold(readings, [made])
    assert (len(record.happenings), len(record.happenings[0].claims)) == (1, 2)
    assert stages(record) in ([("pledged", 400)], [("pledged", 900)])
    parted = split(record, [record.happenings[0].claims[1].id], by())
    record = fold(readings, [made, parted])
    assert (len(record.happenings), len(stages(record))) == (2, 2)
    record = fold(readings, [made, parted, undo(record, parted.id, by())])
    assert (len(record.happenings), len(stages(record))) == (1, 1)


def test_what_is_split_stays_so_when_more_reports_come():
    readings = [pledge(1), pledge(2)]
    before = fold(readings)
    parted = split(before, [before.happenings[0].claims[1].id], by())
    record = fold([*readings, pledge(3)], [parted])
    assert sorted(len(h.claims) for h in record.happenings) == [1, 2]


def test_of_two_analysts_the_later_one_prevails_and_both_are_kept():
    readings = [pledge(1)]
    before = fold(readings)
    ada = correct(before, event(before), "quantity", "500", by("Ada"))
    ben = correct(before, event(before), "quantity", "600", by("Ben", hours=1))
    record = fold(readings, [ben, ada])
    assert record.happenings[0].quantity.min == 600
    assert record.rulings.about(record.happenings[0].claims) == (ada, ben)


def test_a_decision_is_later_than_those_before_it_whatever_the_clock_says():
    readings = [pledge(1)]
    before = fold(readings)
    ada = judge(before, "reject", event(before), by("Ada", hours=5))
    record = fold(readings, [ada])
    ben = judge(record, "accept", event(before), by("Ben"))
    assert ben.time > ada.time
    assert fold(readings, [ada, ben]).happenings


def test_an_undo_can_be_undone():
    readings = [pledge(1)]
    decisions: list[Decision] = []
    record = fold(readings)
    decisions.append(judge(record, "reject", event(record), by()))
    for shown in (1, 0, 1):
        decisions.append(undo(fold(readings, decisions), decisions[-1].id, by()))
        assert len(fold(readings, decisions).happenings) == shown
    with pytest.raises(ValueError, match="undone already"):
        undo(fold(readings, decisions), decisions[-2].id, by())


def test_of_two_sides_the_accepted_one_is_preferred():
    sheets = [Sheet(f"{n:064x}", "2031-02-10") for n in (1, 2)]
    for sheet, number in zip(sheets, (30, 50), strict=True):
        sheet.figure("armed bands", amount(number, "band"), "2031-02-09", None)
    readings = [sheet.reading() for sheet in sheets]
    (conflict,) = fold(readings).conflicts
    for side in (conflict.one, conflict.other):
        (found,) = fold(readings, [judge(fold(readings), "accept", side, by())]).conflicts
        assert (found.preferred, found.because) == (side, "accepted by Ada")


ACTS = st.lists(
    st.tuples(
        st.sampled_from(["accept", "reject", "note", "correct", "merge", "split", "undo"]),
        st.integers(0, 5),
        st.sampled_from(["Ada", "Ben"]),
    ),
    max_size=8,
)


def acted(readings: list[Reading], acts: list[tuple[str, int, str]]) -> list[Decision]:
    """Decisions made one after another, each on the record that the earlier ones left."""
    made: list[Decision] = []
    for action, number, author in acts:
        record = fold(readings, made)
        sign = by(author, "why not")
        ids = [h.id for h in record.happenings]
        if action == "undo":
            live = [d for d in made if d.id not in record.rulings.undone]
            if live:
                made.append(undo(record, live[number % len(live)].id, sign))
        elif action == "merge":
            if len(ids) > 1:
                made.append(merge(record, [ids[0], ids[-1]], sign))
        elif not ids:
            continue
        elif action == "split":
            claims = record.happenings[number % len(ids)].claims
            if len(claims) > 1:
                made.append(split(record, [claims[-1].id], sign))
        elif action == "correct":
            made.append(correct(record, ids[number % len(ids)], "quantity", f"{number}7", sign))
        else:
            made.append(judge(record, action, ids[number % len(ids)], sign))
    return made


FOLDERS = st.lists(
    st.tuples(st.sampled_from([400, 900]), st.sampled_from(["2031-02-05", "2031-02-20"])),
    min_size=1,
    max_size=4,
).map(lambda told: [pledge(n, *terms) for n, terms in enumerate(told)])


@given(FOLDERS, ACTS, st.randoms(use_true_random=False))
def test_the_order_in_which_decisions_arrive_does_not_matter(readings, acts, random):
    made = acted(readings, acts)
    again = [*made, *(one for one in made if random.random() < 0.5)]
    random.shuffle(again)
    assert repr(fold(readings, again)) == repr(fold(readings, made))


@given(FOLDERS, ACTS, ACTS)
def test_undoing_restores_the_export_byte_for_byte(readings, acts, more):
    made = acted(readings, acts)
    before = export(fold(readings, made))
    later = acted_after(readings, made, more)
    for decision in reversed(later):
        made_so_far = [*made, *later]
        record = fold(readings, made_so_far)
        if decision.id not in record.rulings.undone:
            later = [*later, undo(record, decision.id, by())]
    assert export(fold(readings, [*made, *later])) == before


def acted_after(readings, made, acts):
    """Further verdicts and corrections, none of them an undo."""
    later: list[Decision] = []
    for action, number, author in acts:
        record = fold(readings, [*made, *later])
        if record.happenings and action in {"accept", "reject", "note", "correct"}:
            fact = record.happenings[number % len(record.happenings)].id
            sign = by(author, "again")
            if action == "correct":
                later.append(correct(record, fact, "item", f"ships {number}", sign))
            else:
                later.append(judge(record, action, fact, sign))
    return later


@given(FOLDERS, ACTS)
def test_decisions_that_are_all_undone_leave_nothing(readings, acts):
    made = acted(readings, [act for act in acts if act[0] != "undo"])
    for decision in tuple(made):
        made.append(undo(fold(readings, made), decision.id, by()))
    assert export(fold(readings, made)) == export(fold(readings))


@given(FOLDERS, ACTS)
def test_every_decision_is_kept(readings, acts):
    made = acted(readings, acts)
    assert set(fold(readings, made).rulings.history) == set(made)
    assert set(fold([], made).rulings.history) == set(made)
