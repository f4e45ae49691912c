"""A terminal that answers with single keys."""

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
