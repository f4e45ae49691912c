"""A child process, and how it ended."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Timer
from typing import IO, Any

from onrecord.documents.confined.limits import CPU_SECONDS, WALL_SECONDS

Child = subprocess.Popen[bytes]

_ONE_THREAD = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}


def started(task: str, stdin: IO[Any] | int) -> Child:
    """A child that does `task` (see `child`); its standard output are frames."""
    return subprocess.Popen(  # noqa: S603  (the command is our own)
        [sys.executable, "-P", "-m", "onrecord.documents.confined.child", task],
        stdin=stdin,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=os.environ | _ONE_THREAD,
    )


@contextmanager
def in_time(child: Child) -> Iterator[None]:
    """Ends the child where it takes too long over what happens inside."""
    watch = Timer(WALL_SECONDS, child.kill)
    watch.daemon = True
    watch.start()
    try:
        yield
    finally:
        watch.cancel()


def how_it_ended(child: Child) -> str:
    """Why a child that gave no answer is gone, in a few words."""
    child.kill()
    code = child.wait()
    if code == -getattr(signal, "SIGXCPU", 0):
        return f"takes more than {CPU_SECONDS} seconds of computing"
    if code == -getattr(signal, "SIGKILL", 0):
        return f"takes more than {WALL_SECONDS} seconds"
    return "its parser crashed"
