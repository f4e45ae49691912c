"""A line on the terminal that says how far a long run is."""

import sys
import time
from collections.abc import Callable

_PATIENCE = 2.0  # seconds before it is worth a word
_PACE = 0.2
_MINUTE, _HOUR = 60, 3600


class StatusLine:
    """Speaks only to a terminal, not too often, and wipes its line at the end."""

    def __init__(self) -> None:
        self._spoke = False
        self._began = time.monotonic()
        self._next = self._began + _PATIENCE if sys.stderr.isatty() else float("inf")

    def show(self, words: Callable[[float], str]) -> None:
        """Say how far it is; `words` takes the seconds since the beginning."""
        if time.monotonic() >= self._next:
            sys.stderr.write(f"\r{words(time.monotonic() - self._began)}\x1b[K")
            sys.stderr.flush()
            self._next, self._spoke = time.monotonic() + _PACE, True

    def clear(self) -> None:
        """Give the line back."""
        if self._spoke:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()
            self._spoke = False


class Progress(StatusLine):
    """Counts reports and inputs."""

    def __init__(self) -> None:
        super().__init__()
        self.done = 0
        self._inputs = self._opened = 0

    def begin(self, inputs: int) -> None:
        """There are so many files and addresses to open."""
        self._inputs = inputs

    def next(self) -> None:
        """One of them is done."""
        self._opened += 1

    def step(self) -> None:
        """One report more."""
        self.done += 1
        self.show(self.line)

    def line(self, seconds: float) -> str:
        """As in "120 reports, 11.8 a second, 40 of 400 inputs, 2 min left"."""
        parts = [f"{self.done} reports", f"{self.done / seconds:.1f} a second"]
        if self._inputs > 1 and self._opened:
            parts.append(f"{self._opened} of {self._inputs} inputs")
            parts.append(left(seconds / self._opened * (self._inputs - self._opened)))
        return ", ".join(parts)


def left(seconds: float) -> str:
    """As in "2 min left"."""
    if seconds >= 2 * _HOUR:
        return f"{seconds / _HOUR:.0f} h left"
    return f"{seconds / _MINUTE:.0f} min left" if seconds >= _MINUTE else f"{seconds:.0f} s left"
