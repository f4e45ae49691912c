"""An HTML page -> report."""

import re

from onrecord.documents.canonical import canonical
from onrecord.documents.compose import report
from onrecord.model import Report

_HEAD = 1024
_PAGE = re.compile(
    rb"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--[^>]{0,400}-->\s*)?<(?:!doctype\s+html|html\b)", re.I
)


class PageError(ValueError):
    """A page that gives no report; the message says why."""


def is_page(content: bytes) -> bool:
    """Whether these bytes begin as an HTML page does."""
    return _PAGE.match(content[:_HEAD].removeprefix(b"\xef\xbb\xbf")) is not None


def page_report(text: str, *, path: str | None = None, published: str | None = None) -> Report:
    """The report on an HTML page: its article, without what stands around it."""
    raise PageError("html is not read yet")
