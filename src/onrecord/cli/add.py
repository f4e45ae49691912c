"""`onrecord add`: reports -> the record."""

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import TYPE_CHECKING

import typer

from onrecord import __version__
from onrecord.cli.inputs import Inputs
from onrecord.cli.options import Lexicon, Paths, Place, Published
from onrecord.cli.trouble import FAILED, say
from onrecord.model import Report

if TYPE_CHECKING:
    from onrecord.store import Records

_WORDS = {
    "added": "added",
    "reread": "read again",
    "known": "already known",
    "unread": "kept unread (not English)",
}


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
        say(_summary(done, inputs.failed))
        raise typer.Exit(FAILED if inputs.failed else 0)
    with writable(place) as records:
        from onrecord.reading import is_foreign

        try:
            for reading in inputs.readings(_new(chain((first,), reports), records, done)):
                done[records.add(reading, __version__)] += 1
                done["unread"] += is_foreign(reading.report)
        finally:  # an interrupted run has kept what it says, too
            inputs.progress.clear()
            say(_summary(done, inputs.failed))
    if inputs.failed:
        raise typer.Exit(FAILED)


def _new(reports: Iterable[Report], records: "Records", done: Counter[str]) -> Iterator[Report]:
    """The reports that this version has not read yet; the others are counted as known."""
    for report in reports:
        if records.holds(report.id, __version__):
            done["known"] += 1
        else:
            yield report


def _summary(done: Counter[str], failed: int) -> str:
    """As in "12 added, 1 already known, 1 failed"."""
    parts = [f"{done['added']} added"]
    parts += [f"{done[key]} {_WORDS[key]}" for key in ("reread", "known", "unread") if done[key]]
    return ", ".join([*parts, f"{failed} failed"] if failed else parts)
