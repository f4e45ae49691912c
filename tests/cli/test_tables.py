"""How wide the columns of a table are."""

from hypothesis import given
from hypothesis import strategies as st

from onrecord.cli.tables import widths
from onrecord.exports.columns import Column


def column(share: int = 0) -> Column:
    return Column("Head", str, share)


def test_columns_take_what_they_need_where_there_is_room():
    rows = [["a" * 20, "b" * 6, "c" * 10]]
    assert widths((column(1), column(), column(1)), rows, 80) == (20, 6, 10)


def test_what_one_column_does_not_need_goes_to_the_others():
    rows = [["a" * 90, "b" * 8, "c" * 4]]
    assert widths((column(1), column(), column(3)), rows, 60) == (44, 8, 4)


def test_shares_decide_where_all_need_more():
    rows = [["a" * 90, "b" * 90]]
    assert widths((column(1), column(2)), rows, 62) == (20, 40)


SIZES = st.lists(st.tuples(st.integers(0, 5), st.integers(0, 60)), min_size=1, max_size=9)


@given(SIZES, st.integers(72, 200))
def test_columns_that_can_shrink_never_make_a_table_too_wide(sizes, width):
    shown = [column(share) for share, _ in sizes]
    rows = [["x" * size for _, size in sizes]]
    found = widths(shown, rows, width)
    fixed = sum(max(size, 4) for share, size in sizes if not share)
    shares = sum(share for share, _ in sizes)
    room = width - 2 * (len(sizes) - 1) - fixed
    if room >= shares:
        assert sum(found) + 2 * (len(sizes) - 1) <= max(width, fixed + 2 * (len(sizes) - 1))
