"""Pages from templates: every text is escaped, its hostile characters made visible."""

from functools import cache, partial
from typing import Any

from fastapi import Request
from fastapi.responses import HTMLResponse
from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from onrecord import __version__
from onrecord.exports.visible import visible
from onrecord.views.amounts import grouped
from onrecord.views.dates import compact, in_words
from onrecord.views.summary import count
from onrecord.views.wording import attested, caveats, day, happening, hedge, label, when, where
from onrecord.web import addresses
from onrecord.web.asked import FILTERS, Asked, UnusableError
from onrecord.web.guard import can_leave, is_open, who

SECTIONS = (
    ("/", "Missions"),
    ("/ledger", "Ledger"),
    ("/timeline", "Timeline"),
    ("/figures", "Figures"),
    ("/map", "Map"),
    ("/statements", "Statements"),
    ("/actors", "Actors"),
    ("/conflicts", "Contradictions"),
    ("/changes", "Changes"),
    ("/sources", "Sources"),
    ("/brief", "Brief"),
    ("/review", "Review"),
    ("/add", "Add"),
)
"""What the head of every page leads to, as far as the desk has it."""


def page(
    request: Request, template: str, asked: Asked | None = None, *, status: int = 200, **data: Any
) -> HTMLResponse:
    """A page made from a template of the desk and the data that it shows.

    Templates have `link(path, **changes)`, an address with the filters that hold everywhere
    (mission, as of); `here(**changes)`, this address with other filters; and `sentence` and `fact`
    as in `addresses`, as of the day asked for.
    """
    given = asked or Asked()
    path = request.url.path
    known = given.as_of
    told = {
        "asked": given,
        "path": path,
        "link": partial(_link, given),
        "here": partial(_here, path, given),
        "sentence": partial(addresses.sentence, as_of=known),
        "fact": partial(addresses.fact, as_of=known),
        "sections": [one for one in request.app.state.sections if is_open(request, one[0])],
        "user": who(request),
        "can_leave": can_leave(request),
        "given": request.query_params.multi_items(),
        "shown_day": _day(given),
    }
    text = _templates().get_template(template).render({**told, **data})
    return HTMLResponse(text, status)


@cache
def _templates() -> Environment:
    made = Environment(
        loader=PackageLoader("onrecord.web"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_shown,
    )
    made.globals.update(version=__version__, count=count)
    made.filters.update(
        attested=attested, caveats=caveats, compact=compact, day=day, grouped=grouped,
        happening=happening, hedge=hedge, in_words=in_words, label=label, lines=_lines,
        when=when, where=where,
    )  # fmt: skip
    return made


def _shown(value: Any) -> Any:
    """What a template prints: nothing for None, no character that a browser would obey."""
    if value is None:
        return ""
    if isinstance(value, str) and not isinstance(value, Markup):
        return visible(value)
    return value


def _lines(text: str) -> Markup:
    """The text of a report, its line ends kept."""
    return Markup("<br>").join(visible(line) for line in text.split("\n"))


def _link(asked: Asked, path: str, **changes: str | int | None) -> str:
    return addresses.address(path, **{**asked.kept("mission", "as_of"), **changes})


def _here(path: str, asked: Asked, **changes: str | int | None) -> str:
    return addresses.address(path, **{**asked.kept(*FILTERS), **changes})


def _day(asked: Asked) -> str:
    """The day of the date control; empty for today, and where the address names none."""
    try:
        return asked.known.last.isoformat() if asked.known else ""
    except UnusableError:
        return ""
