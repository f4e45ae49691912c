"""`onrecord export`: the whole record in another form."""

from enum import StrEnum
from typing import Annotated

import typer

from onrecord.cli.options import AsOf, Lexicon, Output, Place
from onrecord.cli.sink import sink


class Target(StrEnum):
    """The forms that the record can take."""

    JSONL = "jsonl"


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("export")(export)


def export(
    target: Annotated[Target, typer.Option("--to", help="The form.")],
    as_of: AsOf = None,
    output: Output = None,
    place: Place = None,
    lexicon: Lexicon = None,  # noqa: ARG001
) -> None:
    """Write the whole record, one JSON object a line; the same record gives the same bytes.

    \b
    onrecord export --to jsonl -o record.jsonl
    """  # noqa: D301
    from onrecord.cli.record import folded
    from onrecord.exports import jsonl

    record = folded(place, as_of)
    with sink(output) as write:
        for line in {Target.JSONL: jsonl.lines}[target](record):
            write(line)
