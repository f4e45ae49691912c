"""`onrecord backup`, `restore` and `check`: the record in safe hands."""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from onrecord.cli.options import Place
from onrecord.cli.record import existing, explained
from onrecord.cli.trouble import FAILED, USAGE, Trouble, say
from onrecord.exports.visible import visible


def register(app: typer.Typer) -> None:
    """Add the commands."""
    for command in (backup, restore, check):
        app.command()(command)


def backup(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A file that is not there yet.")],
    place: Place = None,
) -> None:
    """Write the record as it is now to a file of its own; others may go on writing to the record.

    \b
    onrecord backup record-2024-03-09.backup
    """  # noqa: D301
    if not file.absolute().parent.is_dir():
        raise Trouble(f"cannot write {file}: there is no folder {file.parent}", USAGE)
    from onrecord.views.summary import count

    with existing(place) as records:
        records.backup(file.absolute())
        number = records.count()
    say(f"{count(number, 'report')} kept in {file}")


def restore(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="What onrecord backup wrote.")],
    *,
    force: Annotated[
        bool, typer.Option("--force", help="Replace the record that is there.")
    ] = False,
    place: Place = None,
) -> None:
    """Make a record from a backup, if nothing is wrong with that; else nothing changes.

    Each fault is one line on standard output, as from onrecord check. What has none is restored
    where no record is; only with --force it replaces one.

    \b
    onrecord restore record-2024-03-09.backup --record record.db
    """  # noqa: D301
    from onrecord.store import default_record
    from onrecord.store import restore as restored

    if not file.is_file():
        raise Trouble(f"{file}: no such file", USAGE)
    where = place or str(default_record())
    with explained(where):
        faults = restored(file, where, force=force)
    _tell(faults, f"the record is restored to {where}", "nothing restored")


def check(
    *,
    mend: Annotated[
        bool, typer.Option("--mend", help="Make claims and indices anew from the readings.")
    ] = False,
    place: Place = None,
) -> None:
    """Check the record: nothing half there, every quotation where it is said to stand.

    Each fault is one line on standard output; with any the exit code is 1.

    \b
    onrecord check
    onrecord check --mend
    """  # noqa: D301
    from onrecord.views.summary import count

    with existing(place) as records:
        if mend:
            records.mend()
        faults, number = records.check(), records.count()
    _tell(faults, f"{count(number, 'report')}, nothing wrong")


def _tell(faults: Sequence[str], sound: str, then: str = "") -> None:
    from onrecord.views.summary import count

    for fault in faults:
        typer.echo(visible(fault))
    if faults:
        say("; ".join(filter(None, (f"{count(len(faults), 'fault')} found", then))))
        raise typer.Exit(FAILED)
    say(sound)
