"""A PDF file (ISO 32000) -> draft."""

from collections.abc import Iterator
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from onrecord.documents.blocks import is_title, plain
from onrecord.documents.canonical import canonical, whole
from onrecord.documents.compose import Draft
from onrecord.documents.pdf.heads import without_heads
from onrecord.documents.pdf.lines import Line, lines_of
from onrecord.documents.pdf.paragraphs import Paragraph, paragraphs
from onrecord.documents.pdf.words import words_of
from onrecord.documents.refusal import UnreadableError
from onrecord.model import Declared

_MOST_PAGES = 2_000
_TOP = 4


def pdf_draft(content: bytes) -> Draft:
    """The text of a PDF in the order of reading, a paragraph a line, with its pages.

    Running heads and page numbers are left out, hyphens at the ends of lines resolved. The
    dates that a file declares are those of the file, not of publication, and do not count.
    Raises `UnreadableError` for what is no PDF, needs a password, or has no text but images.
    """
    document = _opened(content)
    try:
        if len(document) > _MOST_PAGES:
            raise UnreadableError(f"has more than {_MOST_PAGES} pages")
        found = paragraphs(without_heads([_lines(document, n) for n in range(len(document))]))
        known = document.get_metadata_dict(skip_empty=True)
    finally:
        document.close()
    if not found:
        raise UnreadableError("a PDF without text: scanned pages are not read")
    return _draft(found, known)


def _opened(content: bytes) -> Any:
    try:
        return pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        locked = pdfium.FPDF_GetLastError() == pdfium.FPDF_ERR_PASSWORD or "assword" in str(error)
        reason = "needs a password" if locked else "not a PDF file, or a broken one"
        raise UnreadableError(reason) from error


def _lines(document: Any, number: int) -> list[Line]:
    """The lines of a page; none of a page that is broken."""
    try:
        page = document[number]
        return lines_of(words_of(page.get_textpage()))
    except pypdfium2.PdfiumError:
        return []


def _draft(found: list[Paragraph], known: dict[str, str]) -> Draft:
    texts: list[str] = []
    pages: list[tuple[int, int]] = []
    offset = 0
    for paragraph in found:
        words = canonical(paragraph.words).strip()
        if words:
            pages.append((offset, paragraph.page))
            texts.append(words)
            offset += len(words) + 2
    return Draft(
        text="\n\n".join(texts),
        declared=tuple(_declared(texts, known)),
        pages=tuple(pages),
    )


def _declared(texts: list[str], known: dict[str, str]) -> Iterator[Declared]:
    title = plain(whole(known.get("Title", "")))
    if title and any(is_title(words, title) for words in texts[:_TOP]):
        yield Declared(name="title", value=title, way="PDF title")
    if author := plain(whole(known.get("Author", ""))):
        yield Declared(name="author", value=author, way="PDF author")
