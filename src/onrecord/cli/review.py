"""`onrecord review`: what waits for an analyst, one fact after the other."""

import sys
from typing import Annotated

import typer

from onrecord.cli.asked import Asked, picked
from onrecord.cli.days import AsOf, Since, Until
from onrecord.cli.decide import Author
from onrecord.cli.listing import show
from onrecord.cli.options import Format, Lexicon, Mission, Output, Party, Place, Shape
from onrecord.cli.record import existing, folded
from onrecord.cli.trouble import USAGE, Trouble, say
from onrecord.exports.listings import Listing


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("review")(review)


def review(
    author: Author,
    listed: Annotated[  # noqa: FBT002
        bool, typer.Option("--list", help="Print what waits, and ask nothing.")
    ] = False,
    approvals: Annotated[
        int, typer.Option(min=1, metavar="N", help="How many people have to agree on a fact.")
    ] = 1,
    mission: Mission = None,
    actor: Party = None,
    since: Since = None,
    until: Until = None,
    as_of: AsOf = None,
    shape: Shape = Format.TABLE,
    output: Output = None,
    place: Place = None,
    lexicon: Lexicon = None,  # noqa: ARG001
) -> None:
    """Go through what nobody has decided on yet: changed, contradicted, uncertain, new.

    Single keys: a accept, x reject, e edit, m merge, s split, n note, u undo, o open the report at
    the sentence, j and k forth and back, ? help, q quit. Without a terminal they are read from
    standard input.

    \b
    onrecord review --mission "Stabilisation Mission"
    onrecord review --list --format csv
    """  # noqa: D301
    from onrecord.views.queue import Waiting, queue

    asked = Asked(place, mission, actor, since, until, as_of)
    if listed:
        record = folded(place, as_of)
        rows = queue(record, picked(record, asked), author=author, approvals=approvals)
        show(Listing("queue", Waiting, rows), shape, output)
        return
    if as_of is not None:
        raise Trouble("the past can be looked at with --list, but not decided on", USAGE)
    from onrecord.cli.session import Session
    from onrecord.cli.terminal import Pipe, Terminal
    from onrecord.store import Current

    with existing(place) as records:
        current = Current(records)
        selection = picked(current.record(), asked)
        desk = Terminal() if sys.stdin.isatty() else Pipe()
        session = Session(current, desk, author, selection, approvals)
        session.run()
    say(f"{session.decided} decided, {session.left} left")
