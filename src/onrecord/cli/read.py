"""`onrecord read`: reports -> readings, without any record."""

from enum import StrEnum
from typing import Annotated

import typer

from onrecord.cli.inputs import Inputs
from onrecord.cli.options import Format, Lexicon, Output, Paths, Published
from onrecord.cli.sink import sink
from onrecord.cli.trouble import FAILED


class Shape(StrEnum):
    """How readings are printed."""

    JSONL = "jsonl"
    TABLE = "table"


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("read")(read)


def read(
    paths: Paths,
    shape: Annotated[Shape, typer.Option("--format", help="All, or a line a report.")] = (
        Shape.JSONL
    ),
    published: Published = None,
    lexicon: Lexicon = None,  # noqa: ARG001
    output: Output = None,
) -> None:
    """Print what each report says, as one JSON object per report; keeps nothing.

    \b
    onrecord read report.html --published 2024-03-10
    onrecord read reports.jsonl -o readings.jsonl
    """  # noqa: D301
    inputs = Inputs(paths, published)
    with sink(output) as write:
        if shape is Shape.JSONL:
            from onrecord import wire

            for reading in inputs.readings(inputs):
                write(wire.encode(reading) + b"\n")
        else:
            from onrecord.cli.output import rendered
            from onrecord.exports.listings import Listing
            from onrecord.views.readings import Overview, overview

            rows = [overview(reading) for reading in inputs.readings(inputs)]
            listing = Listing("readings", Overview, rows)
            for piece in rendered(listing, Format.TABLE, to_file=output is not None):
                write(piece)
    if inputs.failed:
        raise typer.Exit(FAILED)
