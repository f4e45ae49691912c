"""Reports -> readings over all cores, in the order of the reports."""

from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future
from concurrent.futures.process import BrokenProcessPool
from itertools import chain, islice

from onrecord import wire
from onrecord.intake.attempts import READER_DIED, read_one
from onrecord.intake.processes import started
from onrecord.model import Reading, Report

_FEW = 24  # reports that are read sooner than a second process has loaded its model
_AHEAD = 8  # reports that wait for each process

Read = tuple[Report, Reading | str]
_Waiting = deque[tuple[Report, "Future[bytes | str]"]]


def read_all(reports: Iterable[Report], processes: int) -> Iterator[Read]:
    """Each report with its reading, or with the words for why it could not be read.

    A few reports, or `processes` of 1, are read in this process. A report whose reading takes its
    process down is a failure, and costs no other report.
    """
    waiting = iter(reports)
    first = list(islice(waiting, _FEW)) if processes > 1 else []
    if len(first) < _FEW:
        yield from ((report, read_one(report)) for report in chain(first, waiting))
    else:
        yield from _Pool(processes).read(chain(first, waiting))


class _Pool:
    """Processes that read; another set of them after one has died."""

    def __init__(self, processes: int) -> None:
        self._processes = processes
        self._pool = started(processes)

    def read(self, reports: Iterable[Report]) -> Iterator[Read]:
        waiting: _Waiting = deque()
        try:
            for report in reports:
                waiting.append((report, self._submit(report)))
                if len(waiting) >= _AHEAD * self._processes:
                    yield self._next(waiting)
            while waiting:
                yield self._next(waiting)
        finally:
            self._pool.shutdown(cancel_futures=True)

    def _next(self, waiting: _Waiting) -> Read:
        report, future = waiting.popleft()
        try:
            answer = future.result()
        except BrokenProcessPool:
            answer = self._alone(report)
            for number, (other, _) in enumerate(waiting):
                waiting[number] = (other, self._submit(other))
        return report, wire.decode(answer) if isinstance(answer, bytes) else answer

    def _alone(self, report: Report) -> bytes | str:
        """Reads what may have taken a process down where it can harm no other report."""
        self._pool.shutdown()
        self._pool = started(self._processes)
        try:
            return self._pool.submit(_encoded, report).result()
        except BrokenProcessPool:
            self._pool = started(self._processes)
            return READER_DIED

    def _submit(self, report: Report) -> "Future[bytes | str]":
        try:
            return self._pool.submit(_encoded, report)
        except BrokenProcessPool as error:
            broken: Future[bytes | str] = Future()
            broken.set_exception(error)
            return broken


def _encoded(report: Report) -> bytes | str:
    found = read_one(report)
    return wire.encode(found) if isinstance(found, Reading) else found
