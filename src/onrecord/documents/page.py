"""An HTML page -> draft."""

import logging
import re
from itertools import pairwise
from typing import Any

from onrecord.documents.blocks import is_title, plain
from onrecord.documents.canonical import canonical
from onrecord.documents.charset import decode
from onrecord.documents.compose import Draft
from onrecord.documents.declared import declared, headline
from onrecord.documents.paragraphs import paragraphs
from onrecord.documents.refusal import UnreadableError
from onrecord.model import Declared

_LONGEST_CELL = 80
_TOP = 4
# A cell with paragraphs or line breaks in it, and more text than a table's cell has.
_LAYOUT = "//table[(.|tbody)/tr/td[string-length() > 200][.//p or .//br or .//div or .//table]]"
_WHOLE = re.compile(r"<(?:html|head|body)\b", re.IGNORECASE)
_HEAD = 4096
_SHORT = 200  # characters: what a page without its scripts has to say
_SCRIPTED = re.compile(r"<noscript\b[^>]{0,200}>[^<]{0,400}javascript", re.IGNORECASE)
_RULE = re.compile(r"\|[-|: ]+\|")
# The page's date is read from its own metadata (`declared`): the extractor's search may take one
# from the text, and looks at the clock.
_NO_DATE_SEARCH = {"extensive_search": False, "original_date": True, "max_date": "2200-12-31"}
_SILENT = logging.NullHandler()


def page_draft(content: bytes) -> Draft:
    """The headline and article of an HTML page, without what stands around them.

    Raises `UnreadableError` where the page has no article.
    """
    html = decode(content, page=True)
    if not _WHOLE.search(html[:_HEAD]):  # the text of a mail, an entry of a feed
        html = f"<html><body>{html}"
    page, article = _extracted(html)
    title, text = _with_headline(article, page)
    known = declared(page, article.url)
    if title:
        known = (Declared(name="title", value=title, way="headline of the page"), *known)
    return Draft(text=text, declared=known)


def _extracted(html: str) -> tuple[Any, Any]:
    """The page as a tree, and what the extractor makes of it."""
    from trafilatura import bare_extraction
    from trafilatura.utils import load_html

    for name in ("trafilatura", "htmldate"):
        logging.getLogger(name).addHandler(_SILENT)
    try:
        page: Any = load_html(html)
        article: Any = bare_extraction(
            _unframed(load_html(html)),
            include_comments=False,
            with_metadata=True,
            date_extraction_params=_NO_DATE_SEARCH,
        )
    except Exception as error:  # the extractor fails in many ways on broken pages
        raise UnreadableError("page cannot be read") from error
    text = article.text or "" if page is not None and article is not None else ""
    if len(text) < _SHORT and _SCRIPTED.search(html):
        raise UnreadableError("needs a browser: its text is made by scripts")
    if not text.strip():
        raise UnreadableError("no article found on the page")
    return page, article


def _unframed(page: Any) -> Any:
    """The page with tables that only lay it out made into plain blocks."""
    for table in page.xpath(_LAYOUT) if page is not None else ():
        for part in (table, *table.xpath("tbody | tr | tbody/tr")):
            for cell in part.xpath("td"):
                cell.tag = "div"
            part.tag = "div"
    return page


def _with_headline(article: Any, page: Any) -> tuple[str | None, str]:
    """The title, and the canonical text: headline first, then paragraphs and lists.

    The title is the page's only first-level heading if that stands at the top of the article, or
    gives the title that the page declares in full.
    """
    rows = [part for line in canonical(article.text).split("\n") for part in _unpiped(line)]
    lines = [" ".join(part.words.split()) for part in paragraphs("\n".join(rows))]
    title, heading = plain(article.title), headline(page)
    given_in_full = heading and title and heading.startswith(title)
    if heading and (given_in_full or any(is_title(line, heading) for line in lines[:_TOP])):
        title = heading
    if title:
        given = next((line for line in lines[:_TOP] if is_title(line, title)), None)
        if given:
            lines.remove(given)
        lines.insert(0, given or title)
    return title, "".join(_spaced(lines))


def _unpiped(line: str) -> list[str]:
    """A line without the frame of a table row; the cells of a page laid out as a table apart."""
    if not line.strip() or _RULE.fullmatch(line):
        return []
    if not (line.startswith("| ") and line.endswith(" |")):
        return [line]
    cells = [cell.strip() for cell in line.strip("|").split(" | ") if cell.strip()]
    return cells if any(len(cell) > _LONGEST_CELL for cell in cells) else [" | ".join(cells)]


def _spaced(lines: list[str]) -> list[str]:
    """Lines with what separates them: a blank line, but none between the items of a list."""
    spaced = lines[:1]
    for before, line in pairwise(lines):
        tight = before.startswith("- ") and line.startswith("- ")
        spaced += ["\n" if tight else "\n\n", line]
    return spaced
