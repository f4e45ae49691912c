"""`onrecord why`: the sentences behind a fact."""

from enum import StrEnum
from typing import Annotated

import msgspec
import typer

from onrecord.cli.days import AsOf
from onrecord.cli.decide import sensible
from onrecord.cli.options import Lexicon, Output, Place
from onrecord.cli.record import folded
from onrecord.cli.sink import sink
from onrecord.views import why as find


class Form(StrEnum):
    """How the evidence is printed."""

    TEXT = "text"
    JSON = "json"


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("why")(why)


def why(
    fact: Annotated[str, typer.Argument(metavar="FACT", help="The fact's id, or how it begins.")],
    form: Annotated[Form, typer.Option("--format", help="How to print it.")] = Form.TEXT,
    as_of: AsOf = None,
    output: Output = None,
    place: Place = None,
    lexicon: Lexicon = None,  # noqa: ARG001
) -> None:
    """Show every sentence that a fact was read from, with its report and its rule.

    \b
    onrecord why 3f9a01bc
    """  # noqa: D301
    record = folded(place, as_of)
    with sensible():
        found = find(record, fact)
    with sink(output) as write:
        if form is Form.JSON:
            write(msgspec.json.format(msgspec.json.encode(found), indent=2) + b"\n")
        else:
            from onrecord.cli.proofs import proofs

            write(proofs(found, to_file=output is not None).encode())
