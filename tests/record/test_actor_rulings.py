"""Actors made one and set apart by analysts."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sheets import Sheet

from onrecord.exports import jsonl
from onrecord.model import Decision, Reading
from onrecord.record import Record, fold
from onrecord.review import Signature, correct, judge, merge, split, undo

START = datetime(2031, 3, 1, 9, tzinfo=UTC)


def by(hours: int = 0) -> Signature:
    return Signature(author="Ada", time=START + timedelta(hours=hours))


def speech(number: int, name: str, **known: object) -> Reading:
    """A report in which somebody speaks."""
    sheet = Sheet(f"{number:064x}")
    sheet.statement(f"This is speech {number}", sheet.actor(name, "person", **known))
    return sheet.reading()


def ids(record: Record, name: str) -> list[str]:
    """The ids of the actors of that name."""
    found = record.who.sightings.values()
    return sorted(own[0].id for own in found if own[0].fact.name == name)


def speakers(record: Record) -> list[str]:
    return [saying.speaker.key for saying in record.sayings]


def names(record: Record) -> list[str]:
    return sorted(party.name for party in record.who.parties.values())


def test_two_actors_become_one_and_two_again():
    readings = [speech(1, "Ada Brink"), speech(2, "Falcon")]
    before = fold(readings)
    made = merge(before, [*ids(before, "Ada Brink"), *ids(before, "Falcon")], by())
    record = fold(readings, [made])
    assert names(record) == ["Ada Brink"]
    assert len(set(speakers(record))) == 1
    assert names(fold(readings, [made, undo(record, made.id, by(1))])) == names(before)


def test_one_actor_becomes_two_and_their_deeds_go_with_them():
    readings = [speech(1, "Ada Brink"), speech(2, "Ada Brink")]
    before = fold(readings)
    second = before.who.sightings[speakers(before)[1]][1]
    made = split(before, [second.id], by())
    record = fold(readings, [made])
    assert names(record) == ["Ada Brink", "Ada Brink"]
    assert len(set(speakers(record))) == 2
    again = merge(record, ids(record, "Ada Brink"), by(1))
    assert names(fold(readings, [made, again])) == ["Ada Brink"]


def test_two_actors_are_kept_apart_whatever_comes():
    readings = [speech(1, "Lars Odegaard"), speech(2, "Lars Odegaardt")]
    before = fold(readings)
    assert len(before.who.doubts) == 1
    made = split(before, [*ids(before, "Lars Odegaard"), *ids(before, "Lars Odegaardt")], by())
    assert fold(readings, [made]).who.doubts == ()
    told = {"country": "DK"}
    later = [speech(3, "Lars Odegaard", **told), speech(4, "Lars Odegaardt", **told)]
    assert len(names(fold([*readings, *later]))) == 1
    assert len(names(fold([*readings, *later], [made]))) == 2


def test_a_rejected_actor_is_none_and_a_renamed_one_is_another():
    readings = [speech(1, "Spring Offensive"), speech(2, "Ada Brink")]
    before = fold(readings)
    gone = judge(before, "reject", ids(before, "Spring Offensive")[0], by())
    renamed = correct(before, ids(before, "Ada Brink")[0], "name", "Ada Brunt", by())
    assert names(fold(readings, [gone, renamed])) == ["Ada Brunt"]


def test_only_actors_of_one_sort_are_one():
    sheet = Sheet("1" * 64)
    sheet.actor("Jordan", "state")
    before = fold([sheet.reading(), speech(2, "Jordan")])
    with pytest.raises(ValueError, match="of one sort"):
        merge(before, ids(before, "Jordan"), by())


NAMES = st.sampled_from(["Ada Brink", "Brink", "Ole Brink", "Ida"])
PEOPLE = st.lists(
    st.sampled_from(["Ada Brink", "Brink", "Ole Brink", "Ida"]), min_size=2, max_size=6
)
ACTS = st.lists(
    st.tuples(st.sampled_from(["merge", "split", "undo"]), st.integers(0, 5)), max_size=5
)


def acted(readings: list[Reading], acts: list[tuple[str, int]]) -> list[Decision]:
    made: list[Decision] = []
    for hour, (action, which) in enumerate(acts):
        record = fold(readings, made)
        actors = [own for _, own in sorted(record.who.sightings.items())]
        own = actors[which % len(actors)]
        if action == "merge" and len(actors) > 1:
            made.append(merge(record, [actors[0][0].id, actors[-1][0].id], by(hour)))
        elif action == "split" and len(own) > 1:
            made.append(split(record, [own[-1].id], by(hour)))
        elif action == "undo" and made and made[-1].action != "undo":
            made.append(undo(record, made[-1].id, by(hour)))
    return made


@given(PEOPLE, ACTS, st.randoms(use_true_random=False))
def test_the_same_decisions_give_the_same_actors_in_any_order(people, acts, random):
    readings = [speech(number, name) for number, name in enumerate(people)]
    made = acted(readings, acts)
    expected = b"".join(jsonl.lines(fold(readings, made)))
    again = [*readings, *readings[:2]]
    random.shuffle(again)
    random.shuffle(made)
    assert b"".join(jsonl.lines(fold(again, made))) == expected


@given(PEOPLE, ACTS)
def test_every_actor_of_a_report_is_one_on_the_record(people, acts):
    readings = [speech(number, name) for number, name in enumerate(people)]
    record = fold(readings, acted(readings, acts))
    told = [sighting.id for own in record.who.sightings.values() for sighting in own]
    assert len(told) == len(set(told)) == len(readings)
    known = {key for keys in record.who.local.values() for key in keys.values()}
    assert set(record.who.sightings) == set(record.who.parties) == known
