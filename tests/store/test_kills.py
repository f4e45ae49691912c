"""A process that is killed at any moment leaves each report wholly in or wholly out."""

import os
from collections.abc import Sequence
from pathlib import Path

import pytest
from genuine import reading
from kills import Work, killed, whole

from onrecord.model import Reading
from onrecord.store import open_record

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")

TIMES = 100  # make bench kills `onrecord add` itself 400 times
READINGS = [reading(number) for number in range(12)]
EXPECTED = {one.report.id: one for one in READINGS}


def adding(readings: Sequence[Reading]) -> Work:
    def work(place: str) -> None:
        with open_record(place) as records:
            for one in readings:
                records.add(one, "1.0")

    return work


def test_one_writer(tmp_path: Path):
    deaths = killed(adding(READINGS), lambda number: f"{tmp_path}/{number}.db", TIMES)
    counts = [whole(place, EXPECTED) for place in deaths]
    assert len(set(counts)) > 3


def test_one_of_two_writers(tmp_path: Path):
    """The other one has all of its reports there at the end."""
    own, shared = adding(READINGS[:8]), adding(READINGS[:3:-1])
    deaths = killed(own, lambda number: f"{tmp_path}/{number}.db", TIMES, beside=shared)
    counts = [whole(place, EXPECTED) for place in deaths]
    assert min(counts) >= 8
    assert len(set(counts)) > 1
