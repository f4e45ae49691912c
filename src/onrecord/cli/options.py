"""Options that several commands share."""

from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer


class Format(StrEnum):
    """How rows are printed."""

    TABLE = "table"
    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"
    MD = "md"


def iso_day(text: str) -> str:
    """A date as YYYY-MM-DD, checked."""
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        raise typer.BadParameter(f"{text!r} is no date like 2024-03-09") from None


def own_words(folder: Path | None) -> Path | None:
    """Lay a user's files over the lexicon."""
    if folder is not None:
        from onrecord.lexicon import overlay
        from onrecord.record.accounts import reliability

        try:
            overlay(folder)
            reliability(None)  # says at once what is wrong with the grades
        except FileNotFoundError:
            raise typer.BadParameter(f"{folder}: no such folder") from None
        except ValueError as error:
            raise typer.BadParameter(str(error)) from None
    return folder


PATHS: Any = typer.Argument(
    metavar="PATH|URL", help="Files, folders and addresses; some files have many reports."
)
Paths = Annotated[list[str], PATHS]
Jobs = Annotated[
    int | None,
    typer.Option(metavar="N", min=1, help="Processes that read; by default one for each core."),
]
Published = Annotated[
    str | None,
    typer.Option(
        metavar="DATE", parser=iso_day, help="When inputs that do not say were published."
    ),
]
Lexicon = Annotated[
    Path | None,
    typer.Option(
        metavar="DIR",
        envvar="ONRECORD_LEXICON",
        callback=own_words,
        help="Your own words and frames, laid over the lexicon.",
    ),
]
Output = Annotated[
    Path | None,
    typer.Option("--output", "-o", metavar="FILE", help="Write to FILE, whole or not at all."),
]
Place = Annotated[
    str | None,
    typer.Option(
        "--record",
        metavar="FILE|URL",
        envvar="ONRECORD_RECORD",
        help="The record; by default a file in your data folder.",
    ),
]
Mission = Annotated[
    str | None, typer.Option(metavar="NAME", help="Only what belongs to this mission.")
]
Party = Annotated[str | None, typer.Option("--actor", metavar="NAME", help="Only what it is in.")]
Shape = Annotated[Format, typer.Option("--format", help="How to print it.")]
