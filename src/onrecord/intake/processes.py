"""Processes beside this one."""

import os
import signal
from collections.abc import Iterable
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context, parent_process
from multiprocessing.connection import wait
from pathlib import Path
from threading import Thread


def cores() -> int:
    """How many processes can run at a time."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def started(processes: int) -> ProcessPoolExecutor:
    """Processes with the words of this one: it alone hears Ctrl-C, and takes them along."""
    from onrecord.lexicon import overlays

    return ProcessPoolExecutor(
        processes,
        mp_context=get_context("spawn"),
        initializer=_begin,
        initargs=(overlays(),),
    )


def overlaid(words: Iterable[Path]) -> None:
    """Lay these folders over the lexicon, as far as they are not there yet."""
    from onrecord.lexicon import overlay, overlays

    for folder in words:
        if folder not in overlays():
            overlay(folder)


def _begin(words: tuple[Path, ...]) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_die_with_parent, daemon=True).start()
    overlaid(words)


def _die_with_parent() -> None:
    parent = parent_process()
    if parent:
        wait([parent.sentinel])
        os._exit(1)
