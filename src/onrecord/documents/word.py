"""A Word document (DOCX, ISO 29500) -> draft."""

import io
import zipfile
from collections.abc import Iterator
from typing import Any

import docx
from docx.document import Document
from docx.opc.exceptions import PackageNotFoundError
from docx.table import Table
from docx.text.paragraph import Paragraph
from lxml.etree import XMLSyntaxError

from onrecord.documents.blocks import is_title, plain
from onrecord.documents.canonical import canonical
from onrecord.documents.compose import Draft
from onrecord.documents.refusal import UnreadableError
from onrecord.model import Declared

_MOST_PART = 100_000_000  # bytes of one part, unpacked
_MOST_PARTS = 5_000
_TITLES = ("title", "heading 1")
_ITEM = "list"
# The words that stand in the end: inserted ones too, deleted ones not (those are w:delText), moved
# ones where they are now; text boxes apart, and once, for a box stands there for old readers too.
_WORDS = " | ".join(
    f".//w:{name}[not(ancestor::w:moveFrom or ancestor::w:txbxContent)]"
    for name in ("t", "tab", "br", "noBreakHyphen")
)
_BOXED = ".//w:txbxContent[not(ancestor::*[local-name()='Fallback'])]/w:p"
_BOX_WORDS = ".//w:t"
_MARKS = {"tab": " ", "br": "\n", "noBreakHyphen": "-"}
_TOP = 6


def word_draft(content: bytes) -> Draft:
    """The paragraphs, lists and tables of a document, without heads, feet and notes.

    Its title is the paragraph that is styled as one, or the title that it declares if that stands
    in its text: others are left over from templates. Raises `UnreadableError` for what is no
    document.
    """
    document = _opened(content)
    lines = [line for line in _lines(document) if line[0]]
    if not lines:
        raise UnreadableError("a document without text")
    text = canonical("".join(_spaced(lines)))
    return Draft(text=text, declared=tuple(_declared(document, lines)))


def _opened(content: bytes) -> Document:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            parts = package.infolist()
        if len(parts) > _MOST_PARTS or any(part.file_size > _MOST_PART for part in parts):
            raise UnreadableError("unpacks to more than a document holds")
        return docx.Document(io.BytesIO(content))
    except (
        zipfile.BadZipFile,
        PackageNotFoundError,
        XMLSyntaxError,
        KeyError,
        ValueError,
    ) as error:
        if isinstance(error, UnreadableError):
            raise
        raise UnreadableError("not a Word document, or a broken one") from error


def _lines(document: Document) -> Iterator[tuple[str, str]]:
    """Each paragraph and table row with its kind: the name of its style, or "row"."""
    for part in document.iter_inner_content():
        if isinstance(part, Paragraph):
            yield _said(part), _style(part)
            for boxed in part._p.xpath(_BOXED):  # noqa: SLF001
                yield " ".join("".join(t.text or "" for t in boxed.xpath(_BOX_WORDS)).split()), ""
        else:
            yield from ((row, "row") for row in _rows(part))


def _rows(table: Table) -> Iterator[str]:
    for row in table._tbl.tr_lst:  # noqa: SLF001  (table.rows takes quadratic time)
        cells = (" ".join(_text(cell).split()) for cell in row.tc_lst)
        yield " | ".join(cell for cell in cells if cell)


def _said(paragraph: Paragraph) -> str:
    return "\n".join(" ".join(line.split()) for line in _text(paragraph._p).split("\n")).strip()  # noqa: SLF001


def _text(element: Any) -> str:
    found = element.xpath(_WORDS)
    return "".join(part.text or _MARKS.get(part.tag.rpartition("}")[2], "") for part in found)


def _style(paragraph: Paragraph) -> str:
    style = paragraph.style
    return (style.name or "").lower() if style is not None else ""


def _spaced(lines: list[tuple[str, str]]) -> Iterator[str]:
    """Paragraphs with a blank line between them, items with a dash and none."""
    before = ""
    for words, style in lines:
        is_item = style.startswith(_ITEM)
        if before:
            yield "\n" if is_item and before.startswith(_ITEM) else "\n\n"
        yield f"- {words}" if is_item else words
        before = style or "plain"


def _declared(document: Document, lines: list[tuple[str, str]]) -> Iterator[Declared]:
    known = document.core_properties
    styled = next((words for words, style in lines[:_TOP] if style in _TITLES), None)
    named = plain(known.title)
    if styled:
        yield Declared(name="title", value=styled, way="style Title")
    elif named and any(is_title(words, named) for words, _ in lines[:_TOP]):
        yield Declared(name="title", value=named, way="document title")
    if author := plain(known.author):
        yield Declared(name="author", value=author, way="document author")
