"""Whether `onrecord add` can be killed at any moment: each report is wholly in or wholly out.

    python benchmarks/kills.py [TIMES]

A child process adds the samples to a new record and is killed after a random time; then the
record is checked. The same again while another process writes to the record, too.
"""

import multiprocessing
import random
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from multiprocessing.connection import Connection
from pathlib import Path

from onrecord import Reading, Report, read
from onrecord.cli.app import run
from onrecord.documents import open_reports
from onrecord.store import open_record

Work = Callable[[str], object]
Places = Callable[[int], str]

TIMES = 200
SAMPLES = Path(__file__).resolve().parents[1] / "samples"
_CONTEXT = multiprocessing.get_context("fork")  # a child starts with the language model loaded


class HalfError(RuntimeError):
    """Something is half on the record, or lost."""


def killed(
    work: Work, places: Places, times: int, *, beside: Work | None = None, seed: int = 7
) -> Iterator[str]:
    """The record after each death: each child has its own, new one, at `places(number)`.

    `beside` writes to the same record at the same time, and nobody kills it.
    """
    chance = random.Random(seed)  # noqa: S311
    usual = _seconds(work, places(0))
    for number in range(1, times + 1):
        place = places(number)
        open_record(place).close()
        child = _started(work, place)
        other = _started(beside, place) if beside else None
        time.sleep(chance.uniform(0, usual))
        child.kill()
        child.join()
        if other:
            _end(other)
        yield place


def whole(place: str, expected: Mapping[str, Reading]) -> int:
    """How many of the expected reports there are.

    Raises `HalfError` where the record has a fault, or anything else than whole readings of these.
    """
    with open_record(place) as records:
        faults = records.check()
        found = {reading.report.id: reading for reading in records.readings()}
        if faults or len(found) != records.count():
            raise HalfError("; ".join(faults) or "a report without a reading")
    if any(expected.get(key) != reading for key, reading in found.items()):
        raise HalfError("a reading is not what was read")
    return len(found)


def _started(work: Work, place: str) -> multiprocessing.process.BaseProcess:
    """A child that has come to the beginning of its work."""
    hears, tells = _CONTEXT.Pipe(duplex=False)
    child = _CONTEXT.Process(target=_begin, args=(work, place, tells))
    child.start()
    hears.recv_bytes()
    return child


def _begin(work: Work, place: str, ready: Connection) -> None:
    ready.send_bytes(b"go")
    work(place)


def _seconds(work: Work, place: str) -> float:
    """How long the work takes when nobody kills it."""
    start = time.perf_counter()
    _end(_started(work, place))
    return time.perf_counter() - start


def _end(child: multiprocessing.process.BaseProcess) -> None:
    child.join()
    if child.exitcode:
        raise HalfError("a writer whom nobody killed did not come to its end")


def add(place: str) -> None:
    """The command line's own way, with nobody to read what it says."""
    with Path("/dev/null").open("w") as nowhere:
        sys.stderr = nowhere
        sys.exit(run(["add", str(SAMPLES), "--record", place]))


def main(times: int = TIMES) -> int:
    """Prints how many reports were in at how many deaths; 1 where a record was not whole."""
    reports = [report for report in open_reports(SAMPLES) if isinstance(report, Report)]
    expected = {report.id: read(report) for report in reports}
    for beside, writers in ((None, "one writer"), (add, "two writers, one of them killed")):
        with tempfile.TemporaryDirectory() as folder:
            deaths = killed(add, lambda n, f=folder: f"{f}/{n}.db", times, beside=beside)
            try:
                counts = Counter(whole(place, expected) for place in deaths)
            except HalfError as error:
                print(f"KILLED {writers}: {error}")
                return 1
        spread = ", ".join(f"{n}: {count}" for n, count in sorted(counts.items()))
        print(f"{writers}: {times} kills, every report wholly in or out (reports in: {spread})")
    return 0


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:2])))
