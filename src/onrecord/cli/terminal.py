"""Who answers a review: somebody at a terminal with single keys, or a script through a pipe."""

import sys
from typing import Protocol


class Desk(Protocol):
    """Where an analyst sits: something to read from, and somebody who answers."""

    def show(self, text: str) -> None:
        """Put text before them."""

    def key(self) -> str:
        """The next key; "" where nobody is there any more."""

    def line(self, question: str) -> str:
        """A line of words; "" for none."""


class Terminal:
    """The terminal of the process."""

    def show(self, text: str) -> None:
        """Print it."""
        import typer

        typer.echo(text)

    def key(self) -> str:
        """Wait for a key."""
        import click

        try:
            return click.getchar()
        except (EOFError, KeyboardInterrupt):
            return ""

    def line(self, question: str) -> str:
        """Ask on a line of its own; whoever interrupts has nothing to say."""
        try:
            return input(f"{question}: ").strip()
        except (EOFError, KeyboardInterrupt):
            return ""


class Pipe:
    """Keys and lines that a script writes to standard input.

    Keys stand one after the other or in lines of their own; what a key asks for is the rest of its
    line, or the next one.
    """

    def __init__(self) -> None:
        self._left = ""

    def show(self, text: str) -> None:
        """Print it."""
        import typer

        typer.echo(text)

    def key(self) -> str:
        """The next character that is no end of a line."""
        while not self._left:
            line = sys.stdin.readline()
            if not line:
                return ""
            self._left = line.rstrip("\n")
        key, self._left = self._left[0], self._left[1:]
        return key

    def line(self, question: str) -> str:  # noqa: ARG002
        """The rest of the line, or the next one."""
        left, self._left = self._left, ""
        return (left or sys.stdin.readline()).strip()
