"""The brief as PDF: its HTML page, set for paper by WeasyPrint."""

from onrecord.exports.brief_html import html
from onrecord.exports.formats import MissingError
from onrecord.views.brief import Brief


def pdf(brief: Brief, left: int = 0) -> bytes:
    """The file; `left` as for `html`. Raises `MissingError`."""
    try:
        from weasyprint import HTML
        from weasyprint.urls import URLFetcher
    except (ImportError, OSError) as error:  # without Pango it is an OSError
        raise MissingError("pdf", "pdf", "and Pango, a library of the system") from error
    nothing = URLFetcher(allowed_protocols=())  # the page needs no more than itself
    made: bytes = HTML(string=html(brief, left), url_fetcher=nothing).write_pdf()
    return made
