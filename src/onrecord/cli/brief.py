"""`onrecord brief`: one page on a mission."""

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.cli.asked import Asked, chosen
from onrecord.cli.days import AsOf, Since, Until
from onrecord.cli.options import Lexicon, Mission, Output, Party, Place
from onrecord.cli.sink import sink
from onrecord.cli.trouble import Trouble

if TYPE_CHECKING:
    from onrecord.views.brief import Brief


class Page(StrEnum):
    """How the brief is written."""

    MD = "md"
    HTML = "html"
    PDF = "pdf"


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("brief")(brief)


def brief(
    mission: Mission = None,
    actor: Party = None,
    since: Since = None,
    until: Until = None,
    as_of: AsOf = None,
    page: Annotated[Page, typer.Option("--format", help="How to write it.")] = Page.MD,
    output: Output = None,
    place: Place = None,
    lexicon: Lexicon = None,  # noqa: ARG001
) -> None:
    """Write all that is on record on one page, with numbered citations to the sentences.

    \b
    onrecord brief --mission "Stabilisation Mission" --format html -o brief.html
    """  # noqa: D301
    from onrecord import views

    record, selection = chosen(Asked(place, mission, actor, since, until, as_of))
    made = views.brief(record, selection, as_of=as_of.last.isoformat() if as_of else None)
    written = _written(made, page)
    with sink(output) as write:
        write(written)


def _written(made: "Brief", page: Page) -> bytes:
    from onrecord.exports import brief_html, brief_md, brief_pdf
    from onrecord.exports.formats import MissingError

    if page is Page.HTML:
        return brief_html.html(made).encode()
    if page is Page.MD:
        return brief_md.markdown(made).encode()
    try:
        return brief_pdf.pdf(made)
    except MissingError as error:
        raise Trouble(str(error)) from error
