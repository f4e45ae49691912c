"""The command line as a whole: which commands there are, and how each of them ends."""

import sys
from collections.abc import Sequence
from importlib import import_module
from typing import Annotated

import typer

from onrecord import __version__
from onrecord.cli.trouble import FAILED, Trouble, say
from onrecord.intake.attempts import one_line

_INTERRUPTED = 130

_COMMANDS = (
    "read",
    "code",
    "add",
    "watch",
    "failures",
    "listing",
    "search",
    "changes",
    "brief",
    "why",
    "review",
    "decide",
    "reread",
    "export",
    "datasette",
    "keeping",
    "importing",
    "corpus",
    "serve",
    "accounts",
)
"""The modules of the commands, in the order of the help; most hold one, of the same name."""


def commands(*words: str) -> typer.Typer:
    """All commands, or that alone which a command line's `words` call, if it has its own module."""
    app = typer.Typer(
        add_completion=False,
        pretty_exceptions_enable=False,
        rich_markup_mode=None,
        no_args_is_help=True,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.callback()(onrecord)
    asked = next((word for word in words if not word.startswith("-")), None)
    for name in (asked,) if asked in _COMMANDS else _COMMANDS:
        import_module(f"onrecord.cli.{name}").register(app)
    return app


def _version(asked: bool) -> None:  # noqa: FBT001
    if asked:
        typer.echo(f"onrecord {__version__}")
        raise typer.Exit


def onrecord(
    *,
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version.")
    ] = False,
    debug: Annotated[bool, typer.Option("--debug", help="Show where an error came from.")] = False,
) -> None:
    """Read reports on missions and crises, and keep the sourced record of what they say.

    Data goes to standard output, everything else to standard error. Exit codes: 0 done, 1 some
    inputs failed (each named in one line), 2 wrong usage.

    \b
    onrecord add reports/           put the reports of a folder on the record
    onrecord ledger                 who undertook what, step by step
    onrecord brief --format html -o brief.html
    """  # noqa: D301


def run(argv: Sequence[str] | None = None) -> int:
    """Run one command line (that of the process where none is given); returns its exit code."""
    given = list(sys.argv[1:] if argv is None else argv)
    debug = "--debug" in given
    _speak_any_language()
    try:
        code = commands(*given)(
            [word for word in given if word != "--debug"] or ["--help"],
            "onrecord",
            standalone_mode=False,
        )
    except Exception as error:
        if debug:
            raise
        return _explain(error)
    return code if isinstance(code, int) else 0


def _speak_any_language() -> None:
    """A terminal that lacks a character is shown its code instead of an error."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(errors="backslashreplace")


def _explain(error: Exception) -> int:
    if isinstance(error, Trouble):
        say(str(error))
        return error.code
    if isinstance(error, typer.Abort):
        return _INTERRUPTED
    # Wrong usage: the parser's own errors know their message and their exit code.
    message = getattr(error, "format_message", None)
    if callable(message):
        say(f"{one_line(Trouble(message()))} (see onrecord --help)")
        return int(getattr(error, "exit_code", FAILED))
    say(one_line(error))
    return FAILED
