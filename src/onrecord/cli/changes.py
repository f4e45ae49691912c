"""`onrecord changes`: what is known since a day, and why."""

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.cli.asked import Asked, picked
from onrecord.cli.days import AsOf, some_days
from onrecord.cli.listing import show
from onrecord.cli.options import Format, Lexicon, Mission, Output, Party, Place, Shape
from onrecord.cli.record import existing, known_on, note_undated
from onrecord.exports.listings import Listing
from onrecord.record.periods import Period

if TYPE_CHECKING:
    from onrecord.views.change import Change


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
    from onrecord.views.change import Change

    rows = changed(Asked(place, mission, actor, None, None, as_of), since)
    show(Listing("changes", Change, rows), shape, output)


def changed(asked: Asked, since: Period) -> "tuple[Change, ...]":
    """What changed since the first day of `since`, of what is asked for whatever its time."""
    from onrecord import views
    from onrecord.views.changes import changes as found

    with existing(asked.place) as records:
        note_undated(records)
        before = known_on(records, since.first - timedelta(days=1))
        after = known_on(records, asked.as_of.last if asked.as_of else date.max)
    now = picked(after, replace(asked, since=None, until=None))
    try:
        then = views.select(before, mission=asked.mission, actor=asked.actor)
    except views.UnknownNameError:  # nobody had heard of it then
        then = None
    return found(before, after, then, now)
