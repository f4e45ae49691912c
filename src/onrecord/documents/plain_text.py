"""A plain text file -> report."""

from onrecord.documents.canonical import canonical
from onrecord.documents.compose import report
from onrecord.documents.header import split_header
from onrecord.model import Report


def text_report(text: str, *, path: str | None = None, published: str | None = None) -> Report:
    """The report of a plain text, with the header that it may begin with (see `split_header`).

    `published` counts only where the header gives no date.
    """
    fields, body = split_header(canonical(text))
    return report(
        body,
        title=fields.get("title"),
        publisher=fields.get("publisher"),
        url=fields.get("url"),
        published=fields.get("published") or published,
        path=path,
    )
