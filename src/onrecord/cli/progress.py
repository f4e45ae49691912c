"""A line on the terminal that says how far a long run is."""

import sys
import time

_PATIENCE = 2.0  # seconds before it is worth a word
_PACE = 0.2


class Progress:
    """Counts reports and inputs; speaks only to a terminal, and wipes its line at the end."""

    def __init__(self) -> None:
        self.done = 0
        self._inputs = self._opened = 0
        self._spoke = False
        self._began = time.monotonic()
        self._next = self._began + _PATIENCE if sys.stderr.isatty() else float("inf")

    def begin(self, inputs: int) -> None:
        """There are so many files and addresses to open."""
        self._inputs = inputs

    def next(self) -> None:
        """One of them is done."""
        self._opened += 1

    def step(self) -> None:
        """One report more."""
        self.done += 1
        if time.monotonic() >= self._next:
            sys.stderr.write(f"\r{self.line(time.monotonic() - self._began)}\x1b[K")
            sys.stderr.flush()
            self._next, self._spoke = time.monotonic() + _PACE, True

    def line(self, seconds: float) -> str:
        """As in "120 reports, 11.8 a second, 40 of 400 inputs, 2 min left"."""
        parts = [f"{self.done} reports", f"{self.done / seconds:.1f} a second"]
        if self._inputs > 1 and self._opened:
            left = seconds / self._opened * (self._inputs - self._opened)
            parts.append(f"{self._opened} of {self._inputs} inputs")
            parts.append(f"{left / 60:.0f} min left" if left >= 60 else f"{left:.0f} s left")  # noqa: PLR2004
        return ", ".join(parts)

    def clear(self) -> None:
        """Give the line back."""
        if self._spoke:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()
            self._spoke = False
