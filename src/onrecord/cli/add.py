"""`onrecord add`: reports -> the record."""

from collections import Counter
from itertools import chain

import typer

from onrecord.cli.adding import keep, summary
from onrecord.cli.inputs import Inputs
from onrecord.cli.options import Lexicon, Paths, Place, Published
from onrecord.cli.trouble import FAILED, say


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("add")(add)


def add(
    paths: Paths,
    published: Published = None,
    lexicon: Lexicon = None,  # noqa: ARG001
    place: Place = None,
) -> None:
    """Read reports and put them on the record; what is known already is not read again.

    \b
    onrecord add reports/ --published 2024-03-10
    onrecord add reports.jsonl --record mission.db
    """  # noqa: D301
    from onrecord.cli.record import writable

    inputs = Inputs(paths, published)
    done: Counter[str] = Counter()
    reports = iter(inputs)
    first = next(reports, None)
    if first is None:  # no record is made for nothing
        inputs.progress.clear()
        say(summary(done, inputs.failed))
        raise typer.Exit(FAILED if inputs.failed else 0)
    with writable(place) as records:
        try:
            keep(chain((first,), reports), inputs, records, done)
        finally:  # an interrupted run has kept what it says, too
            inputs.progress.clear()
            say(summary(done, inputs.failed))
    if inputs.failed:
        raise typer.Exit(FAILED)
