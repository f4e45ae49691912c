"""Whether a writer can be killed at any moment: each report is wholly in or wholly out.

    python benchmarks/kills.py [TIMES]

A child process adds the samples to a new record, one after the other, and is killed somewhere on
the way; then the record is checked. The same again while another process adds other samples.
"""

import multiprocessing
import random
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path

from onrecord import Reading, Report, read
from onrecord.documents import open_reports
from onrecord.store import open_record

TIMES = 200
SAMPLES = Path(__file__).resolve().parents[1] / "samples"
_SHOWN = 50  # kills between two lines that tell how far it is
_ENGINE = "1.0"
_CONTEXT = multiprocessing.get_context("fork")  # a child starts with everything loaded and read


class HalfError(RuntimeError):
    """Something is half on the record, or lost."""


@dataclass(frozen=True, slots=True)
class Death:
    """A record whose writer was killed, and the ids of the reports that have to be there."""

    place: str
    told: frozenset[str]


class Writer:
    """A process that adds readings to a record, and tells of each one that it has added."""

    def __init__(self, place: str, readings: Sequence[Reading]) -> None:
        self._hears, tells = _CONTEXT.Pipe(duplex=False)
        self._process = _CONTEXT.Process(target=_add, args=(place, readings, tells))
        self._process.start()
        tells.close()

    def wait(self, number: int) -> None:
        """Until it has opened the record and added so many."""
        for _ in range(number + 1):
            self._hears.recv_bytes()

    def kill(self) -> None:
        """End it where it stands."""
        self._process.kill()
        self._process.join()

    def finish(self) -> None:
        """Wait for its end."""
        self._process.join()
        if self._process.exitcode:
            raise HalfError("a writer whom nobody killed did not come to its end")


def killed(
    readings: Sequence[Reading],
    places: Callable[[int], str],
    times: int,
    *,
    beside: Sequence[Reading] = (),
    seed: int = 7,
) -> Iterator[Death]:
    """The record after each death: each writer has its own, new one, at `places(number)`.

    It is killed while it adds one of its readings, each of them in turn. Those `beside` are added
    by another process at the same time, and nobody kills that.
    """
    chance = random.Random(seed)  # noqa: S311
    usual = _seconds(places(0), readings)
    for number in range(1, times + 1):
        place, before = places(number), number % len(readings)
        open_record(place).close()
        writer = Writer(place, readings)
        other = Writer(place, beside) if beside else None
        writer.wait(before)
        time.sleep(chance.uniform(0, usual))
        writer.kill()
        if other:
            other.finish()
        told = (*readings[:before], *beside)
        yield Death(place, frozenset(reading.report.id for reading in told))


def whole(death: Death, expected: Mapping[str, Reading]) -> int:
    """How many reports there are.

    Raises `HalfError` where the record has a fault, lacks a report that has to be there, or has
    anything else than whole readings of those expected.
    """
    with open_record(death.place) as records:
        faults = records.check()
        found = {reading.report.id: reading for reading in records.readings()}
        if faults or len(found) != records.count():
            raise HalfError("; ".join(faults) or "a report without a reading")
    if lost := death.told - found.keys():
        raise HalfError(f"{len(lost)} reports that were added are not there")
    if any(expected.get(key) != reading for key, reading in found.items()):
        raise HalfError("a reading is not what was read")
    return len(found)


def _add(place: str, readings: Sequence[Reading], tells: Connection) -> None:
    with open_record(place) as records:
        tells.send_bytes(b"open")
        for reading in readings:
            records.add(reading, _ENGINE)
            tells.send_bytes(b"added")


def _seconds(place: str, readings: Sequence[Reading]) -> float:
    """How long it takes to add one of them."""
    with open_record(place) as records:
        start = time.perf_counter()
        for reading in readings:
            records.add(reading, _ENGINE)
    return (time.perf_counter() - start) / len(readings)


def _counted(deaths: Iterator[Death], expected: Mapping[str, Reading]) -> Counter[int]:
    """How often how many reports were there; tells how far it is."""
    counts: Counter[int] = Counter()
    for number, death in enumerate(deaths, start=1):
        counts[whole(death, expected)] += 1
        if number % _SHOWN == 0:
            print(f"  {number} kills", file=sys.stderr, flush=True)
    return counts


def main(times: int = TIMES) -> int:
    """Prints how many reports were in at how many deaths; 1 where a record was not whole."""
    reports = [report for report in open_reports(SAMPLES) if isinstance(report, Report)]
    readings = [read(report) for report in reports]
    expected = {reading.report.id: reading for reading in readings}
    own, others = readings[::2], readings[1::2]
    for beside, writers in (((), "one writer"), (others, "two writers, one of them killed")):
        with tempfile.TemporaryDirectory() as folder:
            deaths = killed(own, lambda n, f=folder: f"{f}/{n}.db", times, beside=beside)
            try:
                counts = _counted(deaths, expected)
            except HalfError as error:
                print(f"KILLED {writers}: {error}")
                return 1
        spread = ", ".join(f"{n}: {count}" for n, count in sorted(counts.items()))
        print(f"{writers}: {times} kills, every report wholly in or out (reports in: {spread})")
    return 0


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:2])))
