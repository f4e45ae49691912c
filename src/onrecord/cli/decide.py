"""`onrecord decide` and `onrecord decisions`: what analysts say about facts."""

import getpass
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.cli.asked import Asked, chosen
from onrecord.cli.days import AsOf, Since, Until
from onrecord.cli.listing import show
from onrecord.cli.options import Format, Lexicon, Mission, Output, Party, Place, Shape
from onrecord.cli.record import existing, whole
from onrecord.cli.trouble import USAGE, Trouble
from onrecord.exports.listings import Listing
from onrecord.model import Action

if TYPE_CHECKING:
    from onrecord.model import Decision
    from onrecord.record import Record
    from onrecord.store import Records


def login() -> str:
    """The name that the user has logged in by; "" where the system knows none."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return ""


Author = Annotated[
    str,
    typer.Option(
        metavar="NAME",
        envvar="ONRECORD_AUTHOR",
        default_factory=login,
        show_default="your login",
        help="Who decides.",
    ),
]


def register(app: typer.Typer) -> None:
    """Add the commands."""
    app.command("decide")(decide)
    app.command("decisions")(decisions)


def decide(
    action: Annotated[Action, typer.Argument(metavar="ACTION", help="What to do.")],
    ids: Annotated[
        list[str],
        typer.Argument(
            metavar="ID...",
            help="The fact or actor, or how its id begins; several to merge; the claims to split "
            "off a fact; two actors to keep apart; the decision to undo.",
        ),
    ],
    author: Author,
    field: Annotated[
        str | None, typer.Option(metavar="NAME", help="What to correct: date, quantity, ...")
    ] = None,
    value: Annotated[
        str | None,
        typer.Option(metavar="WORDS", help="What it should say; blank for nothing."),
    ] = None,
    note: Annotated[str | None, typer.Option(metavar="WORDS", help="Why.")] = None,
    place: Place = None,
    lexicon: Lexicon = None,  # noqa: ARG001
) -> None:
    """Decide on a fact, and print the decision's id; every decision can be undone.

    \b
    onrecord decide accept 3f9a01bc
    onrecord decide correct 3f9a01bc --field quantity --value "1,100 police officers"
    onrecord decide merge 3f9a01bc 77ad02ce --note "one flight, told twice"
    onrecord decide split 9b0c77aa 51de3f20 --note "father and son"
    onrecord decide undo 51c0ffee
    """  # noqa: D301
    from onrecord import review

    with existing(place) as records:
        record = whole(records)
        by = review.Signature(author=author, time=datetime.now(UTC), note=note)
        with sensible():
            made = review.decide(record, action, ids, by, field=field, value=value)
        keep(records, record, made)
    typer.echo(made.id)


def decisions(
    author: Annotated[str | None, typer.Option(metavar="NAME", help="Only theirs.")] = None,
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
    """Show what was decided, by whom, and whether it still counts.

    \b
    onrecord decisions --author ada --format csv
    """  # noqa: D301
    from onrecord.views.decisions import Act
    from onrecord.views.decisions import decisions as acts

    record, selection = chosen(Asked(place, mission, actor, since, until, as_of))
    rows = acts(record, selection, author=author)
    show(Listing("decisions", Act, rows), shape, output)


def keep(records: "Records", record: "Record", decision: "Decision") -> None:
    """Put a decision on the record, unless somebody else was quicker with the same fact."""
    from onrecord.store import OvertakenError

    try:
        records.decide(decision, seen=len(record.rulings.history))
    except OvertakenError as error:
        raise Trouble(f"{error}: look again") from error


@contextmanager
def sensible() -> Iterator[None]:
    """What makes no sense is wrong usage, told in one line."""
    from onrecord.record.facts import NoFactError

    try:
        yield
    except NoFactError as error:
        near = f": {' '.join(error.ids)}" if error.ids else " on the record"
        raise Trouble(f"{error}{near}", USAGE) from error
    except ValueError as error:
        raise Trouble(str(error), USAGE) from error
