"""`onrecord reread`: every report with the present engine and lexicon."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import typer

from onrecord.cli.inputs import Inputs
from onrecord.cli.listing import show
from onrecord.cli.options import Format, Lexicon, Output, Place, Shape
from onrecord.cli.record import existing, whole
from onrecord.cli.trouble import FAILED, say
from onrecord.exports.listings import Listing
from onrecord.intake.attempts import engine
from onrecord.model import Report

if TYPE_CHECKING:
    from onrecord.store import Records
    from onrecord.views.rereading import Difference


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("reread")(reread)


def reread(
    lexicon: Lexicon = None,  # noqa: ARG001
    shape: Shape = Format.TABLE,
    output: Output = None,
    place: Place = None,
) -> None:
    """Read every report again, as this version and lexicon read it, and show what changes.

    Decisions stay; those that are about something which is read no more are listed. What has been
    interrupted goes on where it was.

    \b
    onrecord reread --lexicon my-words/
    onrecord reread --format csv -o changes.csv
    """  # noqa: D301
    from onrecord.views.rereading import Difference, orphans

    inputs = Inputs((), None)
    rows: list[Difference] = []
    done: Counter[str] = Counter()
    with existing(place) as records:
        by = engine()
        try:
            rows += _renewed(records, inputs, by, done)
        finally:
            inputs.progress.clear()
            say(_summary(done, inputs.failed))
        rows += orphans(whole(records))
    show(Listing("reread", Difference, rows), shape, output)
    if inputs.failed:
        raise typer.Exit(FAILED)


def _renewed(
    records: "Records", inputs: Inputs, by: str, done: Counter[str]
) -> "Iterator[Difference]":
    """What the new readings say differently; each is kept before the next is made."""
    from onrecord.views.rereading import differences

    for new in inputs.readings(_reports(records, inputs, records.stale(by))):
        found = differences(records.reading(new.report.id), new)
        records.renew(new, by)
        done["changed" if found else "as before"] += 1
        yield from found


def _reports(records: "Records", inputs: Inputs, ids: Iterable[str]) -> Iterator[Report]:
    for key in ids:
        yield records.reading(key).report
        inputs.progress.step()


def _summary(done: Counter[str], failed: int) -> str:
    """As in "12 read again: 3 changed, 9 as before"."""
    kinds = ", ".join(f"{number} {kind}" for kind, number in sorted(done.items(), reverse=True))
    parts = [f"{done.total()} read again{f': {kinds}' if kinds else ''}"]
    return "; ".join([*parts, f"{failed} failed"] if failed else parts)
