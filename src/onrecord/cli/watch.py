"""`onrecord watch`: what is new in feeds -> the record."""

import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.cli.adding import keep, summary
from onrecord.cli.inputs import Inputs
from onrecord.cli.options import Lexicon, Place
from onrecord.cli.record import beside, writable
from onrecord.cli.sink import replaced
from onrecord.cli.trouble import FAILED, Trouble, say
from onrecord.model import Report

if TYPE_CHECKING:
    from onrecord.sources import State

_MOST = 200


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("watch")(watch)


def watch(
    feeds: Annotated[
        list[str], typer.Argument(metavar="FEED", help="RSS, Atom, JSON Feed, or a sitemap.")
    ],
    once: Annotated[  # noqa: FBT002
        bool, typer.Option("--once", help="Look once and end, as for cron.")
    ] = False,
    every: Annotated[
        float, typer.Option(metavar="MINUTES", min=1, help="How long to wait between two looks.")
    ] = 15,
    place: Place = None,
    lexicon: Lexicon = None,  # noqa: ARG001
) -> None:
    """Add what is new or has changed in feeds; what was seen is kept beside the record.

    An article that has changed becomes a new version: both are kept.

    \b
    onrecord watch https://courier.example/feed.xml --once
    onrecord watch https://courier.example/feed.xml https://council.example/sitemap.xml
    """  # noqa: D301
    file = beside(place, ".watch.json")
    while True:
        failed = _look(feeds, file, place)
        if once:
            raise typer.Exit(FAILED if failed else 0)
        time.sleep(every * 60)


def _look(feeds: list[str], file: Path, place: str | None) -> int:
    """One look at every feed; gives how many addresses failed."""
    from onrecord.sources import dump, load

    done: Counter[str] = Counter()
    inputs = Inputs((), None, 1)  # one at a time: an article counts as seen once it is kept
    try:
        state = load(file)
    except ValueError as error:
        raise Trouble(str(error)) from error
    with writable(place) as records:
        try:
            for feed in feeds:
                keep(_reports(inputs, feed, state), inputs, records, done)
        finally:  # an interrupted look has kept what it says, too
            with replaced(file) as write:
                write(dump(state))
            inputs.progress.clear()
            say(summary(done, inputs.failed))
    return inputs.failed


def _reports(inputs: Inputs, feed: str, state: "State") -> Iterator[Report]:
    from onrecord.intake.fetching import reports
    from onrecord.sources import Failure, news

    for found in news(inputs.fetcher, feed, state, _MOST):
        if isinstance(found, Failure):
            inputs.fail(f"{found.url}: {found.reason}", found.url)
            continue
        for report in reports(found.found, found.published):
            if isinstance(report, Report):
                yield report
                inputs.progress.step()
            else:
                inputs.fail(report, found.found.url)
