"""`onrecord search`: facts and reports by the words that they have."""

from itertools import islice
from typing import Annotated

import typer

from onrecord.cli.asked import Asked, picked
from onrecord.cli.days import AsOf, Since, Until
from onrecord.cli.listing import show
from onrecord.cli.options import Format, Lexicon, Mission, Output, Party, Place, Shape
from onrecord.cli.record import existing, told
from onrecord.exports.listings import Listing

_ALL = 2**31 - 1  # what else is asked for is known only of the facts that are found


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("search")(search)


def search(
    words: Annotated[list[str], typer.Argument(metavar="WORDS", help="All of them are there.")],
    limit: Annotated[int, typer.Option(metavar="NUMBER", min=1, help="At most so many.")] = 50,
    mission: Mission = None,
    actor: Party = None,
    since: Since = None,
    until: Until = None,
    as_of: AsOf = None,
    shape: Shape = Format.TABLE,
    output: Output = None,
    place: Place = None,
    lexicon: Lexicon = None,  # noqa: ARG001
) -> None:
    """Find facts by the words of their sentences, and reports by the words of their texts.

    Case, accents, endings and order do not matter. The best match comes first; facts come before
    reports that have the words in no single sentence of a fact.

    \b
    onrecord search police officers --since 2024
    onrecord search "field hospital" --mission "Stabilisation Mission" --format jsonl
    """  # noqa: D301
    from onrecord.views.search import Hit, hits

    text = " ".join(words)
    with existing(place) as records:
        record = told(records, as_of)
        claims, reports = records.search(text, _ALL), records.search_reports(text, _ALL)
    selection = picked(record, Asked(place, mission, actor, since, until, as_of))
    rows = list(islice(hits(record, selection, text, claims, reports), limit))
    show(Listing("search", Hit, rows), shape, output)
