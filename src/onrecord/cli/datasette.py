"""`onrecord datasette`: what that tool shows beside the record's own file."""

import typer

from onrecord.cli.options import Output, Place
from onrecord.cli.record import existing
from onrecord.cli.sink import sink
from onrecord.cli.trouble import USAGE, Trouble


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command()(datasette)


def datasette(output: Output = None, place: Place = None) -> None:
    """Write what Datasette shows beside the record's own file: what each view and column says.

    \b
    onrecord datasette -o metadata.json --record record.db
    datasette record.db --metadata metadata.json
    """  # noqa: D301
    from onrecord.exports.datasette import own
    from onrecord.store import default_record, record_file, record_url

    where = place or str(default_record())
    with existing(place):  # an older record gets its views
        if record_url(where).get_backend_name() != "sqlite":
            raise Trouble("Datasette opens files, not records on a server", USAGE)
    with sink(output) as write:
        for piece in own(record_file(where).stem):
            write(piece)
