"""A grouping that starts from a past one gives what one from the beginning gives."""

from typing import NamedTuple

from hypothesis import given
from hypothesis import strategies as st

from onrecord.record.groups import APART, Likeness, Past, group


class Thing(NamedTuple):
    """Something with a rank, a sort that fits other sorts or not, and the sentence it is in."""

    rank: int
    sort: int
    sentence: int


SORTS = 12
THING = st.builds(Thing, st.integers(0, 20), st.integers(0, SORTS - 1), st.integers(0, 3))
FITS = st.randoms(use_true_random=False).map(
    lambda random: [random.choice((APART, 0, 0, 1, 2, 3)) for _ in range(SORTS * SORTS)]
)
KEYS = st.lists(st.frozensets(st.integers(0, 8), max_size=3), min_size=SORTS, max_size=SORTS)


@given(st.sets(THING, max_size=20), st.lists(st.sets(THING, max_size=2)), FITS, KEYS, KEYS)
def test_only_what_came_or_went_makes_a_difference(things, changes, fits, keys, seeks):
    like = Likeness(
        name=lambda thing: thing,
        traits=lambda thing: thing.sort,
        place=lambda thing: thing.sentence,
        keys=lambda thing: keys[thing.sort],
        seek=lambda thing: seeks[thing.sort],
        fit=lambda one, other: fits[SORTS * one.sort + other.sort],
    )
    past = Past()
    for change in (set(), *changes):  # each thing of a change comes, or goes if it is there
        things = things ^ change
        assert group(sorted(things), like, past) == group(sorted(things), like)
