"""What no key links can be merged apart: the parts together are what a fold makes of the whole."""

from collections import defaultdict
from datetime import date
from itertools import chain, pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sheets import Sheet, amount, day

from corpus import archive
from onrecord import read
from onrecord.corpus.parts import Parts, packed
from onrecord.documents import open_reports, row_report
from onrecord.model import Reading, Role
from onrecord.record import fold
from onrecord.record.blocking import (
    links_of_actor,
    links_of_event,
    links_of_report,
    mark,
    name_of,
)
from onrecord.record.comparing import Scene
from onrecord.record.copies import families
from onrecord.record.happenings import happenings
from onrecord.record.identity import parties_in
from onrecord.record.periods import Period
from onrecord.record.portraits import surroundings
from onrecord.record.sightings import sightings_of
from onrecord.record.tellings import tell

SAMPLES = Path(__file__).resolve().parents[2] / "samples"


def parts(things, name, links, bound=10**9):
    """The things in the parts that their links make; those of one name are never parted."""
    names = {key: number for number, key in enumerate(dict.fromkeys(map(name, things)))}
    kept, sought = defaultdict(set), defaultdict(set)
    for thing in things:
        for keys, found in ((kept, links(thing).kept), (sought, links(thing).sought)):
            for key in found:
                keys[mark(key)].add(names[name(thing)])
    made = Parts(len(names), bound)
    made.join(sorted(kept[key] | sought[key]) for key in kept.keys() & sought.keys())
    found = defaultdict(list)
    for thing in things:
        found[made.of(names[name(thing)])].append(thing)
    return list(found.values())


@st.composite
def readings(draw: st.DrawFn, number: int) -> Reading:
    """Reports with much in common: parties by several names, acts with and without a frame."""
    sheet = Sheet(f"{number:064x}", draw(st.sampled_from([None, "2031-02-07", "2031-03-01"])))
    body = draw(st.sampled_from(["Coast Guard", "Norland Coast Guard", "CG", "Harbour Board"]))
    known = {"aliases": ("CG",)} if draw(st.booleans()) else {}
    role = Role(title=draw(st.sampled_from(["president", "envoy"])), of="Norland")
    name, *alias = draw(st.sampled_from(PERSONS))
    cast = [
        sheet.actor(draw(st.sampled_from(["Norland", "Sudmark"])), country="NO"),
        sheet.actor(body, "organisation", country=draw(st.sampled_from([None, "NO"])), **known),
        sheet.actor(name, "person", roles=(role,) if draw(st.booleans()) else (), aliases=alias),
    ]
    if draw(st.booleans()):
        sheet.actor(
            "president of Norland", "person", roles=(Role(title="president", of="Norland"),)
        )
    for _ in range(draw(st.integers(0, 4))):
        sheet.event(
            draw(st.sampled_from(["ATTACK", "PROTEST", "praise"])),
            *draw(st.lists(st.sampled_from(cast), max_size=2, unique=True)),
            recipient=tuple(draw(st.lists(st.sampled_from(cast), max_size=1))),
            item=draw(st.sampled_from([None, "two ships", "police officers"])),
            quantity=draw(st.sampled_from([None, amount(40), amount(41.0)])),
            date=day(draw(st.sampled_from([None, "2031-02-05", "2031-02", "2031", "2030/.."]))),
        )
    if draw(st.booleans()):
        sheet.line(draw(st.sampled_from(LONG)))
    return sheet.reading()


PERSONS = [
    ("Ada Brink",),
    ("Ada M. Brink",),
    ("Brink",),
    ("Ada Brinck", "Ada Holm"),
    ("Ole Brink",),
    ("Ida Holm",),
    ("A. Brink", "Adda"),
]
LONG = [
    " ".join(f"{word} stayed in the harbour of Norland" for word in words.split())
    for words in ("Ostria Sudmark Norland Ada Ole", "Ostria Sudmark Norland Ada Ida", "Six of us")
]
FOLDERS = st.integers(0, 6).flatmap(lambda n: st.tuples(*(readings(i) for i in range(n))))


def are_merged_in_parts(found):
    """Copies, actors and events, each in parts, are what the fold makes of all at once."""
    record = fold(found)
    reports = [reading.report for reading in record.readings.values()]
    copied = [families(part) for part in parts(reports, lambda r: r.id, links_of_report)]
    assert {key: head for part in copied for key, head in part.items()} == record.families

    sightings = tuple(chain.from_iterable(map(sightings_of, record.readings.values())))
    around = surroundings(sightings, record.readings)
    apart = parts(sightings, name_of, lambda sighting: links_of_actor(sighting, around.codes))
    parties = [pair for part in apart for pair in parties_in(part, around)]
    assert {party.key: party for party, _ in parties} == record.who.parties
    assert {party.key: own for party, own in parties} == record.who.sightings

    scene = Scene(record.readings, record.who, record.families)
    claims = [claim for claim in record.claims.values() if claim.kind == "event"]
    apart = parts(claims, lambda c: c.id, lambda claim: links_of_event(tell(claim, scene)))
    events = chain.from_iterable(happenings(part, scene) for part in apart)
    assert tuple(sorted(events, key=lambda event: event.id)) == record.happenings
    return len(apart)


@given(FOLDERS)
def test_what_no_key_links_is_merged_apart(found):
    are_merged_in_parts(found)


@pytest.mark.parametrize("source", ["samples", "archive"])
def test_reports_are_merged_in_parts(source):
    made = (row_report(row, Path("a"), published=None) for row in archive(60) if "text" in row)
    reports = open_reports(SAMPLES) if source == "samples" else made
    assert are_merged_in_parts([read(report) for report in reports]) > 10


def test_equal_keys_have_equal_marks():
    one = ("number", 40, True, frozenset("abc"), ("Ada", None, Period(date(2031, 2, 5), date.max)))
    same = ("number", 40.0, 1, frozenset("cba"), ("Ada", None, (date(2031, 2, 5), date.max)))
    assert one == same
    assert mark(one) == mark(same) < 2**63
    assert mark(one) != mark(("number", 40.5, *one[2:]))


def test_a_key_that_would_make_too_big_a_part_joins_nothing():
    blocks = [[0, 1], [2, 3], [1, 2], [3, 4]]
    free, bound = Parts(5, 5), Parts(5, 3)
    for made in (free, bound):
        made.join(blocks)
    assert ([free.of(thing) for thing in range(5)], free.cut) == ([0, 0, 0, 0, 0], 0)
    assert ([bound.of(thing) for thing in range(5)], bound.cut) == ([0, 0, 2, 2, 2], 1)


@given(st.lists(st.integers(1, 30)))
def test_tasks_are_as_full_as_they_may_be(weights):
    tasks = defaultdict(list)
    for part, task in packed(enumerate(weights), 40):
        tasks[task].append(weights[part])
    assert [weight for task in sorted(tasks) for weight in tasks[task]] == weights
    filled = [tasks[task] for task in sorted(tasks)]
    assert all(sum(task) <= 40 for task in filled)
    assert all(sum(one) + other[0] > 40 for one, other in pairwise(filled))
