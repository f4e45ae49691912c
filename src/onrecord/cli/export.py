"""`onrecord export`: the record in the forms that other tools read."""

from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from onrecord.cli.asked import Asked, chosen
from onrecord.cli.changes import changed
from onrecord.cli.days import AsOf, Since, Until, some_days
from onrecord.cli.options import Lexicon, Mission, Output, Party, Place
from onrecord.cli.sink import folder, sink
from onrecord.cli.trouble import USAGE, Trouble
from onrecord.exports.formats import Files, MissingError, Target, files, is_folder, lines
from onrecord.exports.timeline_html import lines as page
from onrecord.record import Record
from onrecord.record.periods import Period
from onrecord.views import Selection


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("export")(export)


def export(
    target: Annotated[Target, typer.Option("--to", help="The form.")],
    html: Annotated[  # noqa: FBT002
        bool, typer.Option("--html", help="With timelinejs: a page of its own, without script.")
    ] = False,
    news: Annotated[
        Period | None,
        typer.Option(
            "--changes-since",
            metavar="DATE",
            parser=some_days,
            help="With xlsx: a sheet of what changed since that day.",
        ),
    ] = None,
    mission: Mission = None,
    actor: Party = None,
    since: Since = None,
    until: Until = None,
    as_of: AsOf = None,
    output: Output = None,
    place: Place = None,
    lexicon: Lexicon = None,  # noqa: ARG001
) -> None:
    """Write the record in a form that other tools read; docs/exports.md tells of each.

    A form of several files becomes a folder, or a ZIP archive where FILE ends in .zip or none is
    given.

    \b
    onrecord export --to jsonl -o record.jsonl
    onrecord export --to timelinejs --html -o timeline.html
    onrecord export --to xlsx --changes-since 2024-03-01 -o ledger.xlsx
    """  # noqa: D301
    asked = Asked(place, mission, actor, since, until, as_of)
    if html and target is not Target.TIMELINEJS:
        raise Trouble(f"--html goes with timelinejs, not with {target}", USAGE)
    if news and target is not Target.XLSX:
        raise Trouble(f"--changes-since goes with xlsx, not with {target}", USAGE)
    try:
        if is_folder(target):
            _several(files(target), *chosen(asked), output)
            return
        single = page if html else lines(target)
    except MissingError as error:
        raise Trouble(str(error)) from error
    record, selection = chosen(asked)
    if news:
        from onrecord.exports import workbook

        single = partial(workbook.lines, changes=changed(asked, news))
    with sink(output) as write:
        for piece in single(record, selection):
            write(piece)


def _several(written: Files, record: Record, selection: Selection, output: Path | None) -> None:
    """All files in a folder, or in an archive: whole or not at all."""
    from onrecord.exports.archive import archive

    if output is None or output.suffix.lower() == ".zip":
        with sink(output) as write:
            for piece in archive(written(record, selection)):
                write(piece)
        return
    with folder(output) as inside:
        for name, pieces in written(record, selection):
            with (inside / name).open("wb") as file:
                file.writelines(pieces)
