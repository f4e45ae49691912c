"""Processes of this machine that read shards."""

import os
import signal
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from typing import TYPE_CHECKING, Final

from onrecord.corpus.shards import Task, read_shard
from onrecord.intake.processes import started

if TYPE_CHECKING:
    from concurrent.futures import Future

    from onrecord.corpus.folder import Done


class Process:
    """One process; another one when it has died."""

    death: Final = (BrokenProcessPool,)

    def __init__(self) -> None:
        self._start()

    def read(self, task: Task) -> "Future[Done]":
        """Begin to read a shard."""
        try:
            return self._pool.submit(read_shard, task)
        except BrokenProcessPool:
            self._pool.shutdown()
            self._start()
            return self._pool.submit(read_shard, task)

    def close(self) -> None:
        """End the process where it stands: what it has read is kept."""
        if self._pid.done() and not self._pid.exception():
            with suppress(ProcessLookupError):
                os.kill(self._pid.result(), signal.SIGTERM)
        self._pool.shutdown(cancel_futures=True)

    def _start(self) -> None:
        self._pool = started(1)
        self._pid: Future[int] = self._pool.submit(os.getpid)
