"""A line on the terminal that says how far a long run is."""

import sys
import time

_PATIENCE = 2.0  # seconds before it is worth a word
_PACE = 0.2


class Progress:
    """Counts reports; speaks only to a terminal, and wipes its line at the end."""

    def __init__(self) -> None:
        self.done = 0
        self._spoke = False
        self._next = time.monotonic() + _PATIENCE if sys.stderr.isatty() else float("inf")

    def step(self) -> None:
        """One report more."""
        self.done += 1
        if time.monotonic() >= self._next:
            sys.stderr.write(f"\r{self.done} reports")
            sys.stderr.flush()
            self._next, self._spoke = time.monotonic() + _PACE, True

    def clear(self) -> None:
        """Give the line back."""
        if self._spoke:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()
            self._spoke = False
