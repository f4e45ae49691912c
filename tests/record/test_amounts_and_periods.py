"""When quantities and dates can be the same."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sheets import about, amount

from onrecord.model import Amount
from onrecord.record.amounts import agree, equal
from onrecord.record.periods import period

BOUNDS = st.one_of(st.none(), st.integers(0, 10**9), st.floats(0, 1e9))
AMOUNTS = st.builds(
    Amount, min=BOUNDS, max=BOUNDS, approx=st.booleans(),
    unit=st.sampled_from([None, "officer", "police officer", "ship"]), span=st.none(),
)  # fmt: skip


@pytest.mark.parametrize(
    ("one", "other", "both"),
    [
        (amount(400), amount(400), True),
        (amount(400), amount(401), False),
        (amount(400), None, True),
        (amount(400), amount(400, "ship"), False),
        (amount(400), amount(400, "police officer"), True),
        (amount(400), amount(400, None), True),
        (amount(200, top=300), amount(250), True),
        (amount(200, top=300), amount(301), False),
        (amount(1000, top=None), amount(1500), True),
        (amount(1000, top=None), amount(999), False),
        (about(1000), amount(950), True),
        (about(1000), amount(1100), True),
        (about(1000), amount(850), False),
    ],
)
def test_quantities_agree(one: Amount, other: Amount | None, *, both: bool):
    assert agree(one, other) is both
    assert agree(other, one) is both


@given(AMOUNTS, AMOUNTS)
def test_agreement_has_no_direction_and_equals_agree(one: Amount, other: Amount):
    assert agree(one, other) == agree(other, one)
    ordered = one.min is None or one.max is None or one.min <= one.max
    assert not (equal(one, other) and ordered) or agree(one, other)


@pytest.mark.parametrize(
    ("edtf", "first", "last"),
    [
        ("2031-02-05", "2031-02-05", "2031-02-05"),
        ("2031-02-05T10:30", "2031-02-05", "2031-02-05"),
        ("2031-02", "2031-02-01", "2031-02-28"),
        ("2031", "2031-01-01", "2031-12-31"),
        ("203X", "2030-01-01", "2039-12-31"),
        ("2031-21", "2031-03-01", "2031-05-31"),
        ("2031-33", "2031-01-01", "2031-03-31"),
        ("2031-02-XX", "2031-02-01", "2031-02-28"),
        ("2031-02?", "2031-02-01", "2031-02-28"),
        ("2031-02-05/2031-02-09", "2031-02-05", "2031-02-09"),
        ("2031/..", "2031-01-01", date.max.isoformat()),
        ("../2031", date.min.isoformat(), "2031-12-31"),
    ],
)
def test_the_days_of_a_date(edtf: str, first: str, last: str):
    found = period(edtf)
    assert found is not None
    assert (found.first.isoformat(), found.last.isoformat()) == (first, last)


@pytest.mark.parametrize("edtf", [None, "", "..", "../..", "2031-02-30", "2031-99", "soon", "1/2"])
def test_no_days(edtf: str | None):
    assert period(edtf) is None


@given(st.text(alphabet="0123456789-/.X?~%T:", max_size=24))
def test_a_date_never_raises_and_never_ends_before_it_begins(edtf: str):
    found = period(edtf)
    assert found is None or found.first <= found.last
