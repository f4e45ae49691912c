"""Processes of this machine that work on a corpus."""

import os
import signal
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from typing import TYPE_CHECKING, Final, TypeVar

from onrecord.corpus.seats import J
from onrecord.intake.processes import started

if TYPE_CHECKING:
    from collections.abc import Callable
    from concurrent.futures import Future

T = TypeVar("T")


class Process:
    """One process; another one when it has died."""

    death: Final = (BrokenProcessPool,)

    def __init__(self) -> None:
        self._start()

    def do(self, job: "Callable[[J], T]", task: J) -> "Future[T]":
        """Begin a job."""
        try:
            return self._pool.submit(job, task)
        except BrokenProcessPool:
            self._pool.shutdown()
            self._start()
            return self._pool.submit(job, task)

    def close(self) -> None:
        """End the process where it stands: what it has done is kept."""
        if self._pid.done() and not self._pid.exception():
            with suppress(ProcessLookupError):
                os.kill(self._pid.result(), signal.SIGTERM)
        self._pool.shutdown(cancel_futures=True)

    def _start(self) -> None:
        self._pool = started(1)
        self._pid: Future[int] = self._pool.submit(os.getpid)
