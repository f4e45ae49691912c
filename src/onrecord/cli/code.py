"""`onrecord code`: reports -> one row per event, as event coders write them."""

from enum import StrEnum
from typing import Annotated

import typer

from onrecord.cli.inputs import Inputs
from onrecord.cli.options import Lexicon, Output, Paths, Published
from onrecord.cli.sink import sink
from onrecord.cli.trouble import FAILED


class Shape(StrEnum):
    """How rows are printed."""

    TSV = "tsv"
    JSONL = "jsonl"


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("code")(code)


def code(
    paths: Paths,
    shape: Annotated[Shape, typer.Option("--format", help="How to print it.")] = Shape.TSV,
    happened: Annotated[  # noqa: FBT002
        bool, typer.Option("--happened", help="Leave out what is expected, conditional or denied.")
    ] = False,
    published: Published = None,
    lexicon: Lexicon = None,  # noqa: ARG001
    output: Output = None,
) -> None:
    """Print each event with CAMEO and PLOVER codes, one row an event; keeps nothing.

    The column `happened` tells what was done from what is only expected, conditional or denied.

    \b
    onrecord code reports/ --happened -o events.tsv
    onrecord code report.txt --published 2024-03-10 --format jsonl
    """  # noqa: D301
    inputs = Inputs(paths, published)
    with sink(output) as write:
        from onrecord.exports import coding

        line = coding.jsonl if shape is Shape.JSONL else coding.tsv
        if shape is Shape.TSV:
            write(coding.tsv_head())
        for reading in inputs.readings(inputs):
            for row in coding.coded(reading):
                if row.happened or not happened:
                    write(line(row))
    if inputs.failed:
        raise typer.Exit(FAILED)
