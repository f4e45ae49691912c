"""`onrecord add`: reports -> the record."""

from collections import Counter

import typer

from onrecord.cli.inputs import Inputs
from onrecord.cli.options import Paths, Place, Published
from onrecord.cli.trouble import FAILED, say
from onrecord.model import Report

_WORDS = {"added": "added", "reread": "read again", "known": "already known"}


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("add")(add)


def add(paths: Paths, published: Published = None, place: Place = None) -> None:
    """Read reports and put them on the record; what is known already is not read again.

    \b
    onrecord add reports/ --published 2024-03-10
    onrecord add reports.jsonl --record mission.db
    """  # noqa: D301
    from onrecord import __version__
    from onrecord.cli.record import writable
    from onrecord.store import Records

    inputs = Inputs(paths, published)
    done: Counter[str] = Counter()

    def keep(records: Records, report: Report) -> str:
        if records.holds(report.id, __version__):
            return "known"
        import onrecord

        return records.add(onrecord.read(report), __version__)

    with writable(place) as records:
        for report in inputs:
            try:
                done[keep(records, report)] += 1
            except Exception as error:  # noqa: BLE001
                inputs.unread(report, error)
    say(_summary(done, inputs.failed))
    if inputs.failed:
        raise typer.Exit(FAILED)


def _summary(done: Counter[str], failed: int) -> str:
    """As in "12 added, 1 already known, 1 failed"."""
    parts = [f"{done['added']} added"]
    parts += [f"{done[key]} {_WORDS[key]}" for key in ("reread", "known") if done[key]]
    return ", ".join([*parts, f"{failed} failed"] if failed else parts)
