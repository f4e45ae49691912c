"""The record is the same in any order of reports, and under any repetition."""

from dataclasses import replace
from datetime import UTC, date, datetime

from hypothesis import given
from hypothesis import strategies as st
from sheets import Sheet, about, amount, day

from onrecord.model import Reading
from onrecord.record import fold
from onrecord.record.memory import Memory
from onrecord.review import Signature, judge, merge

NAMES = st.sampled_from(["Norland", "Sudmark", "Ostria"])
PERSONS = st.sampled_from(
    ["Ada Brink", "Ada M. Brink", "Brink", "Ole Brink", "Ida Holm", "A. Brink", "Ada Brinck Holm"]
)
AMOUNTS = st.sampled_from([None, amount(400), amount(250), about(390), amount(400, top=None)])
DATES = st.sampled_from([None, "2031-02-05", "2031-02-06", "2031-02", "2031", "2030/.."])
ITEMS = st.sampled_from([None, "officers", "police officers", "two ships"])
CERTAINTIES = st.sampled_from(["asserted", "expected", "denied", "alleged"])
STATUSES = st.sampled_from(["pledged", "approved", "deployed", "blocked"])


@st.composite
def readings(draw: st.DrawFn, number: int) -> Reading:
    published = draw(st.sampled_from([None, "2031-02-07", "2031-03-01"]))
    sheet = Sheet(f"{number:064x}", published)
    missions = [None, sheet.actor("Coast Mission", "mission", aliases=("COMIS",))]
    for _ in range(draw(st.integers(0, 3))):
        party = sheet.actor(draw(NAMES))
        terms = {
            "mission": draw(st.sampled_from(missions)),
            "item": draw(ITEMS),
            "quantity": draw(AMOUNTS),
            "date": day(draw(DATES)),
            "certainty": draw(CERTAINTIES),
        }
        if draw(st.booleans()):
            sheet.step(draw(STATUSES), party, **terms)
        else:
            sheet.event(draw(st.sampled_from(["PLEDGE", "DEPLOY"])), party, **terms)
    speaker = sheet.actor(draw(PERSONS), "person")
    sheet.statement(draw(st.sampled_from(["We will stay", "Not yet"])), speaker)
    number_of_bands = draw(st.sampled_from([amount(30, "band"), amount(50, "band")]))
    sheet.figure("armed bands", number_of_bands, draw(DATES), speaker)
    return sheet.reading()


FOLDERS = st.integers(0, 5).flatmap(lambda n: st.tuples(*(readings(i) for i in range(n))))


@given(FOLDERS, st.randoms(use_true_random=False))
def test_the_record_is_the_same_in_any_order_and_under_repetition(found, random):
    again = [*found, *(reading for reading in found if random.random() < 0.5)]
    random.shuffle(again)
    assert repr(fold(again)) == repr(fold(found))


@given(st.lists(FOLDERS, min_size=2, max_size=5))
def test_a_fold_with_a_memory_gives_what_one_without_gives(folders):
    memory = Memory()
    for found in folders:
        assert repr(fold(found, memory=memory)) == repr(fold(found))


@given(FOLDERS, st.randoms(use_true_random=False), st.integers(1, 6))
def test_decisions_are_worked_in_as_they_come(found, random, number):
    memory, decisions = Memory(), []
    for count in range(number):
        record = fold(found, decisions, memory)
        assert repr(record) == repr(fold(found, decisions))
        facts = [*record.happenings, *record.numbers, *record.offices]
        if not facts:
            return
        by = Signature(author="Ada", time=datetime(2031, 4, 1, 8, count, tzinfo=UTC))
        one = random.choice(facts)
        sort = one.claims[0].kind, one.claims[0].type
        alike = [f.id for f in facts if (f.claims[0].kind, f.claims[0].type) == sort and f != one]
        action = random.choice(["accept", "reject", "merge"])
        if action == "merge" and alike:
            decisions.append(merge(record, [one.id, random.choice(alike)], by))
        elif action != "merge":
            decisions.append(judge(record, action, one.id, by))


@given(FOLDERS, st.integers(1, 4))
def test_a_text_that_is_copied_adds_claims_and_no_facts(found, times):
    found = tuple(reading for reading in found if reading.report.published)
    copies = [
        replace(reading, report=replace(reading.report, id=f"{n}{reading.report.id[1:]}"))
        for n in range(1, times + 1)
        for reading in found
    ]
    once, again = fold(found), fold([*copies, *found])
    assert len(again.claims) == (times + 1) * len(once.claims)
    for part in ("happenings", "numbers", "sayings", "conflicts", "mandates"):
        assert len(getattr(again, part)) == len(getattr(once, part)), part
    stages = [[len(line.stages) for line in record.ledger] for record in (once, again)]
    assert stages[0] == stages[1]
    assert [h.id for h in again.happenings] == [h.id for h in once.happenings]


@given(FOLDERS)
def test_every_claim_is_in_one_fact_of_its_kind(found):
    record = fold(found)
    facts = {
        "event": [h.claims for h in record.happenings],
        "commitment": [stage.claims for line in record.ledger for stage in line.stages],
        "figure": [n.claims for n in record.numbers],
        "statement": [s.claims for s in record.sayings],
    }
    for kind, groups in facts.items():
        told = sorted(claim.id for group in groups for claim in group)
        assert told == sorted(key for key, claim in record.claims.items() if claim.kind == kind)


@given(FOLDERS)
def test_every_fact_is_found_by_its_id_and_leads_to_its_sentence(found):
    record = fold(found)
    stages = [stage for line in record.ledger for stage in line.stages]
    for fact in (*record.happenings, *stages, *record.numbers, *record.sayings, *record.offices):
        claim = record.claims[fact.id]
        assert claim == fact.claims[0]
        assert claim.sentence.of(record.readings[claim.report].report.text).strip()


@given(FOLDERS)
def test_conflicts_name_two_facts_of_the_record_from_different_reports(found):
    record = fold(found)
    for conflict in record.conflicts:
        one, other = record.claims[conflict.one], record.claims[conflict.other]
        assert one.kind == other.kind == conflict.kind
        assert one.report != other.report
        assert conflict.one < conflict.other


@given(FOLDERS, st.dates(date(2031, 1, 1), date(2031, 12, 31)))
def test_what_is_published_later_never_takes_a_claim_away(found, until):
    known = [r for r in found if r.report.published and r.report.published <= until.isoformat()]
    assert fold(known).claims.items() <= fold(found).claims.items()


def test_of_two_readings_of_one_report_the_same_one_counts_in_any_order():
    sheet = Sheet("1f" * 32)
    sheet.event("PLEDGE", sheet.actor("Norland"))
    one = sheet.reading()
    other = replace(one, events=())
    assert repr(fold([one, other])) == repr(fold([other, one]))


def test_an_empty_record():
    record = fold([])
    assert (record.happenings, record.ledger, record.conflicts) == ((), (), ())
