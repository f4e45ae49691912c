"""`onrecord accounts`: who may open the desk from another computer."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.cli.listing import show
from onrecord.cli.options import Format, Output, Place, Shape
from onrecord.cli.record import beside
from onrecord.cli.trouble import USAGE, Trouble, say
from onrecord.exports.listings import Listing

if TYPE_CHECKING:
    from onrecord.web.guard.accounts import Accounts


class Role(StrEnum):
    """The roles; each may do all that the ones before it may."""

    READER = "reader"
    REVIEWER = "reviewer"
    EDITOR = "editor"
    ADMIN = "admin"


Name = Annotated[str, typer.Argument(metavar="NAME", help="The account.")]
Granted = Annotated[Role, typer.Option(help="What it may do.")]


def register(app: typer.Typer) -> None:
    """Add the commands."""
    group = typer.Typer(
        no_args_is_help=True,
        rich_markup_mode=None,
        help="Say who may open the desk from another computer, and see what they did there.",
    )
    for command in (add, remove, token, revoke, log):
        group.command()(command)
    group.command("list")(listed)
    app.add_typer(group, name="accounts")


def add(name: Name, role: Granted = Role.READER, place: Place = None) -> None:
    """Make an account; the password is asked for, or is a line of standard input.

    \b
    onrecord accounts add ada --role editor
    """  # noqa: D301
    with _accounts(place) as accounts:
        accounts.add(name, role.value, _password())
        accounts.note("command line", f"add account {name}", role.value)


def remove(name: Name, place: Place = None) -> None:
    """End an account, its sessions and its tokens.

    \b
    onrecord accounts remove ada
    """  # noqa: D301
    with _accounts(place) as accounts:
        accounts.remove(name)
        accounts.note("command line", f"remove account {name}", "done")


def listed(shape: Shape = Format.TABLE, output: Output = None, place: Place = None) -> None:
    """Show the accounts and their tokens.

    \b
    onrecord accounts list --format json
    """  # noqa: D301
    with _accounts(place) as accounts:
        from onrecord.web.guard.accounts import Account

        show(Listing("accounts", Account, accounts.listed()), shape, output)


def token(
    name: Name,
    role: Granted = Role.READER,
    note: Annotated[str, typer.Option(metavar="WORDS", help="What it is for.")] = "",
    place: Place = None,
) -> None:
    """Make a token for programs, and print it: it is shown this once.

    It may do what both its own role and that of the account may do.

    \b
    onrecord accounts token ada --role reader --note "weekly export"
    """  # noqa: D301
    with _accounts(place) as accounts:
        secret = accounts.grant(name, role.value, note)
        accounts.note("command line", f"make token of {name}", role.value)
    typer.echo(secret)
    say("keep it: it is not shown again")


def revoke(
    key: Annotated[str, typer.Argument(metavar="ID", help="The token, as the list has it.")],
    place: Place = None,
) -> None:
    """End a token.

    \b
    onrecord accounts revoke 3f9a01bc
    """  # noqa: D301
    with _accounts(place) as accounts:
        accounts.revoke(key)
        accounts.note("command line", f"revoke token {key}", "done")


def log(shape: Shape = Format.TABLE, output: Output = None, place: Place = None) -> None:
    """Show who signed in and what they did: every login, decision and other change.

    \b
    onrecord accounts log --format csv -o audit.csv
    """  # noqa: D301
    with _accounts(place) as accounts:
        from onrecord.web.guard.accounts import Act

        show(Listing("audit", Act, accounts.acts()), shape, output)


@contextmanager
def _accounts(place: str | None) -> Iterator["Accounts"]:
    """The accounts beside the record. Raises `Trouble` for what cannot be."""
    import sqlite3

    try:
        from onrecord.web.guard.accounts import BESIDE, AccountError, Accounts
    except ImportError as error:
        line = f"accounts need {error.name}: install onrecord with the extra web (onrecord[web])"
        raise Trouble(line, USAGE) from error
    file = beside(place, BESIDE)
    try:
        yield Accounts(file)
    except AccountError as error:
        raise Trouble(str(error), USAGE) from error
    except sqlite3.Error as error:
        raise Trouble(f"{file}: {error}") from error


def _password() -> str:
    if sys.stdin.isatty():
        asked: str = typer.prompt("Password", hide_input=True, confirmation_prompt=True, err=True)
        return asked
    return sys.stdin.readline().rstrip("\r\n")
