"""`onrecord changes`: what is known since a day, and why."""

from datetime import date, timedelta
from typing import Annotated

import typer

from onrecord.cli.asked import Asked, picked
from onrecord.cli.listing import show
from onrecord.cli.options import (
    AsOf,
    Format,
    Lexicon,
    Mission,
    Output,
    Party,
    Place,
    Shape,
    some_days,
)
from onrecord.cli.record import existing, known_on, note_undated
from onrecord.exports.listings import Listing
from onrecord.record.periods import Period


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("changes")(changes)


def changes(
    since: Annotated[
        Period, typer.Option(metavar="DATE", parser=some_days, help="What was not known before.")
    ],
    mission: Mission = None,
    actor: Party = None,
    as_of: AsOf = None,
    shape: Shape = Format.TABLE,
    output: Output = None,
    place: Place = None,
    lexicon: Lexicon = None,  # noqa: ARG001
) -> None:
    """Show what changed since a day, and why: by which report, or by whose decision.

    \b
    onrecord changes --since 2024-03-01 --mission "Stabilisation Mission"
    onrecord changes --since 2024-03 --as-of 2024-03 --format md
    """  # noqa: D301
    from onrecord import views
    from onrecord.views.change import Change
    from onrecord.views.changes import changes as found

    with existing(place) as records:
        note_undated(records)
        before = known_on(records, since.first - timedelta(days=1))
        after = known_on(records, as_of.last if as_of else date.max)
    asked = Asked(place, mission, actor, None, None, as_of)
    now = picked(after, asked)
    try:
        then = views.select(before, mission=mission, actor=actor)
    except views.UnknownNameError:  # nobody had heard of it then
        then = None
    show(Listing("changes", Change, found(before, after, then, now)), shape, output)
