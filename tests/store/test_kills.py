"""A process that is killed at any moment leaves each report wholly in or wholly out."""

import os
from pathlib import Path

import pytest
from genuine import reading
from kills import Death, HalfError, killed, whole

from onrecord.store import open_record

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")

TIMES = 24  # make bench kills ten times as often
READINGS = [reading(number) for number in range(12)]
EXPECTED = {one.report.id: one for one in READINGS}


def test_one_writer(tmp_path: Path):
    deaths = killed(READINGS, lambda number: f"{tmp_path}/{number}.db", TIMES)
    counts = [whole(death, EXPECTED) for death in deaths]
    assert len(counts) == TIMES
    assert len(set(counts)) > 3


def test_one_of_two_writers(tmp_path: Path):
    """The other one has all of its reports there at the end."""
    own, others = READINGS[:6], READINGS[6:]
    deaths = killed(own, lambda number: f"{tmp_path}/{number}.db", TIMES, beside=others)
    counts = [whole(death, EXPECTED) for death in deaths]
    assert min(counts) >= len(others)
    assert len(set(counts)) > 3


def test_what_is_lost_or_half_is_told(tmp_path: Path):
    place = f"{tmp_path}/record.db"
    with open_record(place) as records:
        records.add(READINGS[0], "1.0")
    with pytest.raises(HalfError, match="1 reports that were added are not there"):
        whole(Death(place, frozenset({READINGS[1].report.id})), EXPECTED)
    with pytest.raises(HalfError, match="not what was read"):
        whole(Death(place, frozenset()), {})
