"""What a child process may use.

The limits on memory, computing time and descriptors are the system's own (setrlimit): there are
none on Windows, where the waiting time and Python's refusal of sockets remain, and macOS does not
enforce the one on memory.
"""

import os
import sys
import time

if sys.platform != "win32":
    import resource

_STANDARD = 3  # descriptors: standard input, output and error
_OPEN_FILES = 256

MEMORY = 768 * 2**20
"""Bytes of address space."""

CPU_SECONDS = 20
"""Computing time for one document, or one member of an archive."""

WALL_SECONDS = 45
"""Waiting time for the same, kept by the parent."""


def confine(*, files: bool = False) -> None:
    """Give up files, network and excess memory, for the rest of this process.

    No descriptor can be opened any more, so neither can a file, a socket or a pipe: to be called
    when everything is imported. With `files` they can be read, and sockets are refused by Python
    alone.
    """
    sys.addaudithook(_refuse_network)
    if sys.platform == "win32":
        return
    _lower(resource.RLIMIT_AS, MEMORY)
    _lower(resource.RLIMIT_CORE, 0)
    _lower(resource.RLIMIT_FSIZE, 0)
    os.closerange(_STANDARD, _OPEN_FILES)
    _lower(resource.RLIMIT_NOFILE, _OPEN_FILES if files else _STANDARD)


def allow_cpu() -> None:
    """Start the clock of the next document; the system ends the process when it runs out."""
    if sys.platform == "win32":
        return
    _, most = resource.getrlimit(resource.RLIMIT_CPU)
    soft = int(time.process_time()) + CPU_SECONDS
    bounded = soft if most == resource.RLIM_INFINITY else min(soft, most)
    resource.setrlimit(resource.RLIMIT_CPU, (bounded, most))


def _lower(kind: int, value: int) -> None:
    if sys.platform == "win32":
        return
    _, most = resource.getrlimit(kind)
    bounded = value if most == resource.RLIM_INFINITY else min(value, most)
    resource.setrlimit(kind, (bounded, bounded))


def _refuse_network(event: str, _details: object) -> None:
    if event.startswith(("socket.", "subprocess.", "os.exec", "os.fork", "os.posix_spawn")):
        raise PermissionError("a parser has no network and no processes")
