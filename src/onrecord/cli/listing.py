"""The commands that list what is on the record."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Annotated, Any

import typer

from onrecord.cli.asked import Asked, chosen, known_names
from onrecord.cli.days import AsOf, Since, Until
from onrecord.cli.options import Format, Lexicon, Mission, Output, Party, Place, Shape
from onrecord.cli.output import rendered
from onrecord.cli.sink import sink
from onrecord.cli.trouble import say
from onrecord.exports.listings import Grid, Listing
from onrecord.record import Record
from onrecord.views import Selection, actors, conflicts, figures, ledger, operations, timeline
from onrecord.views import statements as sayings
from onrecord.views.actors import Row as Actor
from onrecord.views.conflicts import Disagreement
from onrecord.views.figures import Row as Figure
from onrecord.views.ledger import Step
from onrecord.views.missions import Mission as Operation
from onrecord.views.names import abridged
from onrecord.views.statements import Quote
from onrecord.views.timeline import Entry

_VIEWS: dict[str, tuple[type, Callable[[Record, Selection], Sequence[Any]]]] = {
    "ledger": (Step, ledger),
    "timeline": (Entry, timeline),
    "figures": (Figure, figures),
    "actors": (Actor, actors),
    "missions": (Operation, operations),
    "conflicts": (Disagreement, conflicts),
}
_HELP = {
    "ledger": """Show what each party undertook, step by step.

    \b
    onrecord ledger --mission "Stabilisation Mission" --format csv -o ledger.csv
    """,
    "timeline": """Show what happened, in order of time.

    \b
    onrecord timeline --since 2023-07 --until 2024-03
    """,
    "figures": """Show the numbers about the state of the world.

    \b
    onrecord figures --since 2023 --format json
    """,
    "actors": """Show who is on the record, and in which roles.

    \b
    onrecord actors --mission "Stabilisation Mission"
    """,
    "missions": """Show the missions, with their contributors.

    \b
    onrecord missions --as-of 2023-12-31
    """,
    "conflicts": """Show where reports contradict each other.

    \b
    onrecord conflicts --format md
    """,
}


def register(app: typer.Typer) -> None:
    """Add the commands."""
    for name in ("ledger", "timeline", "figures"):
        app.command(name, help=_HELP[name])(_listing(name))
    app.command("statements")(statements)
    for name in ("actors", "missions", "conflicts"):
        app.command(name, help=_HELP[name])(_listing(name))


def _listing(name: str) -> Callable[..., None]:
    def listing(
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
        asked = Asked(place, mission, actor, since, until, as_of)
        record, selection = chosen(asked)
        kind, view = _VIEWS[name]
        show(Listing(name, kind, _shown(record, view(record, selection), shape)), shape, output)

    return listing


def statements(
    speaker: Annotated[str | None, typer.Option(metavar="NAME", help="Only what it says.")] = None,
    about: Annotated[
        str | None, typer.Option(metavar="WORDS", help="Only what names it or has the words.")
    ] = None,
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
    """Show who said what, in the words of the reports.

    \b
    onrecord statements --speaker "foreign ministry" --about elections
    """  # noqa: D301
    record, selection = chosen(Asked(place, mission, actor, since, until, as_of))
    with known_names():
        rows = sayings(record, selection, speaker=speaker, about=about)
    show(Listing("statements", Quote, _shown(record, rows, shape)), shape, output)


def _shown(record: Record, rows: Sequence[Any], shape: Format) -> Sequence[Any]:
    """The rows as they are for machines, with short names for people with narrow screens."""
    return abridged(record, rows) if shape is Format.TABLE else rows


def show(listing: Listing | Grid, shape: Format, output: Path | None) -> None:
    """Print the rows, or say that there are none."""
    if not listing.rows:
        say("nothing found")
    with sink(output) as write:
        for piece in rendered(listing, shape, to_file=output is not None):
            write(piece)
