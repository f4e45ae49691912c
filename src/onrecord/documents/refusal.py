"""What could not be read, and why."""

from dataclasses import dataclass
from pathlib import Path


class UnreadableError(ValueError):
    """An input that gives no report; the message says why, in a few words."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """An input, or one line of it, that gave no report. `line` counts from 1."""

    path: Path
    reason: str
    line: int | None = None

    def __str__(self) -> str:
        """One line for a person: `reports.jsonl, line 3: not a JSON object`."""
        place = printable(self.path)
        if self.line is not None:
            place = f"{place}, line {self.line}"
        return f"{place}: {self.reason}"


def printable(path: Path) -> str:
    """A path as text that can be printed: bytes that are no UTF-8 and line ends are replaced."""
    text = str(path).encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    return "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in text)
