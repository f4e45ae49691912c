"""Which affair a report is about, and what that tells of acts that no frame reads."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sheets import Sheet, day

from onrecord.record import fold
from onrecord.record.affairs import closeness, names_in

HARBOUR = "Ada Brink of the Veldt Harbour Board spoke in Port Molina"
QUARRY = "Ole Holm of Sandau Quarry spoke in Upper Tresk"
NAMES = st.frozensets(st.sampled_from("abcdefgh"))


def test_names_are_what_is_never_written_small():
    text = "The harbour of Molina burned. Harbour pilots and Ms Brink’s 1,500 crew left Molina."
    assert names_in(text) == {"molina", "brinks", "1,500"}


@given(NAMES, NAMES)
def test_closeness_is_a_share_and_the_same_from_both_sides(one, other):
    assert closeness(one, other) == closeness(other, one)
    assert 0 <= closeness(one, other) <= 1 + 1e-9
    assert (closeness(one, other) > 0) == bool(one & other)


def told(*acts: dict[str, object]) -> list[int]:
    """How many claims each event has of acts told in reports without date, one each."""
    sheets = []
    for number, act in enumerate(acts):
        sheet = Sheet(f"{number:064x}", act.get("published"))
        sheet.line(str(act.get("about", HARBOUR)))
        actors = [sheet.actor(str(act["by"]))] if "by" in act else []
        sheet.event(str(act["act"]), *actors, date=day(act.get("date")))
        sheets.append(sheet.reading())
    return sorted(len(event.claims) for event in fold(sheets).happenings)


BLAZE = {"act": "blaze", "published": None}


@pytest.mark.parametrize(
    ("other", "sizes"),
    [
        ({"act": "blaze"}, [2]),
        ({"act": "blaze", "about": f"{HARBOUR} and Old Molina"}, [2]),
        ({"act": "fire"}, [2]),
        ({"act": "flood"}, [1, 1]),
        ({"act": "blaze", "about": QUARRY}, [1, 1]),
        ({"act": "PROTEST"}, [1, 1]),
    ],
)
def test_an_act_is_one_where_the_word_and_the_affair_are(other, sizes):
    assert told(BLAZE, other) == sizes


def test_other_days_and_other_parties_do_not_join():
    assert told({**BLAZE, "date": "2031-02-05"}, {**BLAZE, "date": "2031-02-09"}) == [1, 1]
    assert told({**BLAZE, "by": "Norland"}, {**BLAZE, "by": "Sudmark"}) == [1, 1]


def test_a_frame_asks_for_more_than_the_affair():
    march = {"act": "PROTEST"}
    assert told(march, {**march, "about": f"{HARBOUR} and Old Molina"}) == [1, 1]
