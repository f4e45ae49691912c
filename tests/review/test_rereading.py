"""Decisions outlive the readings that they were made on."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.exports import jsonl
from onrecord.model import Decision
from onrecord.record import Record, fold
from onrecord.record.corrections import corrected
from onrecord.record.facts import facts_of
from onrecord.record.sightings import told_by
from onrecord.review import Signature, correct, judge, queue
from onrecord.store import open_record
from onrecord.views.decisions import decisions as acts
from onrecord.views.rereading import differences, orphans

START = datetime(2031, 3, 1, 9, tzinfo=UTC)
EDITS = {
    "event": (("date", "2031-02-06"), ("item", "brass bands"), ("actor", "Ostria"), ("date", "")),
    "commitment": (("quantity", "77"), ("party", "Ostria"), ("date", "2031-02")),
    "figure": (("quantity", "at least 77 gangs"), ("measure", "gangs of the coast")),
    "statement": (("speaker", "Ada Brink"),),
    "role": (("title", "minister of fish"), ("since", "2030")),
    "actor": (("name", "Ada Brink"), ("kind", "group")),
}
ACTS = st.lists(
    st.tuples(
        st.sampled_from(["correct", "correct", "correct", "accept", "reject", "note"]),
        st.integers(0, 10_000),
        st.integers(0, 3),
    ),
    min_size=1,
    max_size=12,
)
slow = settings(
    deadline=None, max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def acted(record: Record, told: list[tuple[str, int, int]]) -> list[Decision]:
    kinds = {claims[0].id: claims[0].kind for claims in facts_of(record).values()}
    facts = sorted(kinds)
    made = []
    for hour, (action, which, edit) in enumerate(told):
        fact = facts[which % len(facts)]
        by = Signature(author="Ada", time=START + timedelta(hours=hour), note="seen")
        if action == "correct":
            edits = EDITS[kinds[fact]]
            made.append(correct(record, fact, *edits[edit % len(edits)], by))
        else:
            made.append(judge(record, action, fact, by))
    return made


def export(record: Record) -> bytes:
    return b"".join(jsonl.lines(record))


@slow
@given(told=ACTS)
def test_corrections_survive_another_lexicon_and_none_is_lost(readings, fewer, told):
    before = fold(readings)
    made = acted(before, told)
    after = fold(fewer, made)
    assert after.rulings.history == tuple(made)
    read_now = (claim for r in fewer for claim in told_by(r))
    told_now = {claim.id: claim for claim in read_now}
    places = {(c.report, c.kind, c.type, c.mark): c for c in told_now.values()}
    lost = {(o.decision.id, t.claim) for o in after.rulings.orphans for t in o.targets}
    for decision in made:
        for target in decision.targets:
            key = (target.report, target.kind, target.type, target.span)
            claim = told_now.get(target.claim) or (places.get(key) if target.alone else None)
            if claim is None:
                assert (decision.id, target.claim) in lost
            elif decision.action != "accept" or claim.id == target.claim:
                assert (decision.id, target.claim) not in lost
                assert decision in after.rulings.on[claim.id]


@slow
@given(told=ACTS)
def test_what_is_corrected_shows_its_value_as_long_as_it_is_read(readings, fewer, told):
    made = [one for one in acted(fold(readings), told) if one.action == "correct"]
    after = fold(fewer, made)
    actors = {s.id: s for sightings in after.who.sightings.values() for s in sightings}
    for key, claim in {**after.claims, **actors}.items():
        last = {d.field: d for d in after.rulings.on.get(key, ())}
        for decision in last.values():
            if key in after.rulings.heard[decision.id]:
                told_twice = corrected(claim, decision.field, decision.value)
                assert told_twice.fact == claim.fact


@slow
@given(told=ACTS)
def test_the_old_lexicon_brings_everything_back_byte_for_byte(readings, fewer, told):
    before = fold(readings)
    made = acted(before, told)
    expected = export(fold(readings, made))
    assert export(fold(fewer, made)) != expected
    assert export(fold(readings, fold(fewer, made).rulings.history)) == expected


def test_a_record_is_read_again_report_by_report(readings, fewer, tmp_path):
    made = acted(fold(readings), [("correct", n * 37, n) for n in range(20)])
    with open_record(tmp_path / "record.db") as records:
        for reading in readings:
            records.add(reading, "1.0+all")
        for decision in made:
            records.decide(decision)
        expected = export(fold(records.readings(), records.decisions()))
        first, *rest = fewer
        records.renew(first, "1.0+few")
        assert records.stale("1.0+few") == tuple(sorted(r.report.id for r in rest))
        for reading in rest:
            records.renew(reading, "1.0+few")
        assert records.stale("1.0+few") == ()
        assert records.stale("0.9") == ()
        assert records.decisions() == tuple(made)
        assert set(records.readings()) == set(fewer)
        record = fold(records.readings(), records.decisions())
        assert {act.standing for act in acts(record)} == {"in force", "orphaned"}
        for reading in readings:
            records.renew(reading, "1.0+all")
        assert export(fold(records.readings(), records.decisions())) == expected


def test_what_is_read_no_more_is_listed_with_its_words(readings, fewer):
    before = fold(readings)
    deployed = next(h for h in before.happenings if h.type == "DEPLOY")
    by = Signature(author="Ada", time=START)
    made = correct(before, deployed.id, "date", "2031-02-06", by)
    record = fold(fewer, [made])
    (act,) = acts(record)
    assert (act.standing, act.facts, act.what) == ("orphaned", (), "event DEPLOY")
    claim = before.claims[deployed.id]
    assert act.sentence == claim.mark.of(before.readings[claim.report].report.text)
    assert {row.decision for row in orphans(record)} == {made.id}
    (item,) = [item for item in queue(record) if item.orphan]
    assert (item.id, item.reasons) == (made.id, ("changed",))
    assert queue(fold(readings, [made]))[0].id != made.id


def test_what_was_accepted_has_to_be_read_as_it_was(readings):
    before = fold(readings)
    event = next(h for h in before.happenings if len(h.claims) == 1 and h.actors)
    (claim,) = event.claims
    by = Signature(author="Ada", time=START)
    decided = [judge(before, action, event.id, by) for action in ("accept", "reject")]
    other = [
        replace(reading, events=tuple(_of_ostria(e, claim.fact.id) for e in reading.events))
        if reading.report.id == claim.report
        else reading
        for reading in readings
    ]
    accepted = fold(other, decided[:1])
    (orphan,) = accepted.rulings.orphans
    (now,) = orphan.now
    item = next(item for item in queue(accepted) if item.id == now)
    assert item.reasons[0] == "changed"
    rejected = fold(other, decided[1:])
    assert now not in rejected.claims
    assert [item.reasons for item in queue(rejected) if item.id == now] == [("changed",)]


def _of_ostria(event, which):
    if event.id != which:
        return event
    return replace(event, actor=(replace(event.actor[0], name="Ostria", actor=None),))


def test_two_readings_differ_in_what_people_see(readings, fewer):
    assert differences(readings[0], readings[0]) == ()
    found = [row for old, new in zip(readings, fewer, strict=True) for row in differences(old, new)]
    gone = {row.change for row in found}
    assert "gone" in gone
    assert all((row.now is None) == (row.change == "gone") for row in found)
    assert all(row.sentence for row in found)


@slow
@given(told=ACTS)
def test_a_decision_holds_for_the_words_whatever_is_read_there(readings, told):
    """Another engine gives every party another name: then every claim has another id."""
    before = fold(readings)
    made = [one for one in acted(before, told) if one.action in {"correct", "note"}]
    after = fold(map(_renamed, readings), made)
    on = {d.id for found in after.rulings.on.values() for d in found}
    for decision in made:
        if any(target.alone for target in decision.targets):
            assert decision.id in on


def _renamed(reading):
    def other(ref):
        return ref and replace(ref, name=f"{ref.name} of old", actor=None)

    return replace(
        reading,
        events=tuple(replace(e, actor=tuple(map(other, e.actor))) for e in reading.events),
        commitments=tuple(replace(c, party=other(c.party)) for c in reading.commitments),
    )
