"""What could not be read, kept beside the record until it can: `onrecord failures`."""

from collections.abc import Iterable
from pathlib import Path

import msgspec
import typer

from onrecord.cli.options import Format, Output, Place, Shape
from onrecord.cli.output import rendered
from onrecord.cli.record import beside
from onrecord.cli.sink import replaced, sink
from onrecord.exports.listings import Listing
from onrecord.views.failures import FAILURES, Failure, kept


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("failures")(failures)


def failures(shape: Shape = Format.TABLE, output: Output = None, place: Place = None) -> None:
    """List what could not be read; `onrecord add --retry` takes it again.

    \b
    onrecord failures
    onrecord failures --format csv -o failures.csv
    """  # noqa: D301
    found = kept(failures_file(place))
    with sink(output) as write:
        for piece in rendered(Listing("failures", Failure, found), shape, to_file=bool(output)):
            write(piece)


def failures_file(place: str | None) -> Path:
    """Where the failures of a record are kept."""
    return beside(place, FAILURES)


def keep_failures(file: Path, tried: Iterable[str], failed: Iterable[Failure]) -> None:
    """Put down what failed this time; what was tried before and has not failed now is gone."""
    now = [Failure(input=_absolute(one.input), reason=one.reason) for one in failed]
    again = {_absolute(name) for name in tried} | {one.input for one in now}
    before = kept(file)
    left = [one for one in before if one.input not in again] + now
    if left != before:
        file.parent.mkdir(parents=True, exist_ok=True)
        with replaced(file) as write:
            write(msgspec.json.format(msgspec.json.encode(left), indent=1) + b"\n")


def _absolute(name: str) -> str:
    """A path that holds wherever the next command is run."""
    return name if "://" in name else str(Path(name).absolute())
