"""`onrecord add`: reports -> the record."""

from collections import Counter
from itertools import chain
from typing import Annotated

import typer

from onrecord.cli.adding import keep, summary
from onrecord.cli.failures import failures_file, keep_failures
from onrecord.cli.inputs import Inputs
from onrecord.cli.options import PATHS, Jobs, Lexicon, Place, Published
from onrecord.cli.record import writable
from onrecord.cli.trouble import FAILED, USAGE, Trouble, say
from onrecord.views.failures import kept


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("add")(add)


def add(
    paths: Annotated[list[str] | None, PATHS] = None,
    published: Published = None,
    retry: Annotated[  # noqa: FBT002
        bool, typer.Option("--retry", help="Take what failed before again.")
    ] = False,
    jobs: Jobs = None,
    lexicon: Lexicon = None,  # noqa: ARG001
    place: Place = None,
) -> None:
    """Read reports and put them on the record; what is known already is not read again.

    What could not be read is listed by `onrecord failures`.

    \b
    onrecord add reports/ --published 2024-03-10
    onrecord add reports.jsonl https://courier.example/praia --record mission.db
    onrecord add --retry
    """  # noqa: D301
    file = failures_file(place)
    again = [one.input for one in kept(file)] if retry else []
    if not paths and not retry:
        raise Trouble("add needs a PATH or URL, or --retry (see onrecord add --help)", USAGE)
    inputs = Inputs(dict.fromkeys([*(paths or ()), *again]), published, jobs)
    settled: list[str] = []
    try:
        _add(inputs, place)
        settled = inputs.tried
    finally:  # of an interrupted run nobody knows which inputs were kept whole
        keep_failures(file, settled, inputs.failures)
    if inputs.failed:
        raise typer.Exit(FAILED)


def _add(inputs: Inputs, place: str | None) -> None:
    done: Counter[str] = Counter()
    reports = iter(inputs)
    first = next(reports, None)
    if first is None:  # no record is made for nothing
        inputs.progress.clear()
        say(summary(done, inputs.failed))
        return
    with writable(place) as records:
        try:
            keep(chain((first,), reports), inputs, records, done)
        finally:  # an interrupted run has kept what it says, too
            inputs.progress.clear()
            say(summary(done, inputs.failed))
