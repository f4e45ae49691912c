"""Which format an input has."""

import re
from pathlib import PurePath
from typing import Literal

from onrecord.documents.refusal import UnreadableError

Format = Literal[
    "text", "markdown", "page", "pdf", "docx", "lines", "json", "csv", "mail", "zip", "warc"
]

HEAD = 2048
"""How many bytes of an input are looked at."""

_SUFFIXES: dict[str, Format] = {
    "": "text",
    ".txt": "text",
    ".text": "text",
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "page",
    ".htm": "page",
    ".xhtml": "page",
    ".pdf": "pdf",
    ".docx": "docx",
    ".jsonl": "lines",
    ".ndjson": "lines",
    ".json": "json",
    ".csv": "csv",
    ".tsv": "csv",
    ".eml": "mail",
    ".mht": "mail",
    ".mhtml": "mail",
    ".zip": "zip",
    ".warc": "warc",
}
_MEDIA: dict[str, Format] = {
    "text/html": "page",
    "application/xhtml+xml": "page",
    "text/plain": "text",
    "text/markdown": "markdown",
    "text/csv": "csv",
    "application/pdf": "pdf",
    "application/json": "json",
    "application/x-ndjson": "lines",
    "message/rfc822": "mail",
    "application/zip": "zip",
    "application/warc": "warc",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
}
_PAGE = re.compile(
    rb"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--[^>]{0,800}-->\s*)?<(?:!doctype\s+html|html\b)",
    re.IGNORECASE,
)
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_WORD_PARTS = (b"[Content_Types].xml", b"word/")
_SIGNED = frozenset({"pdf", "docx", "zip", "warc"})
_GZIP = b"\x1f\x8b"


def format_of(head: bytes, name: PurePath, media: str | None = None) -> Format:
    """The format of an input that begins with `head` (`HEAD` bytes, or all of it).

    A signature in the bytes counts first, then the media type that a server gave, then the
    suffix. Raises `UnreadableError` for an empty file, for formats that are not read, and for
    binary files that are not what their name says.
    """
    if not head:
        raise UnreadableError("empty file")
    suffix = name.suffix.lower()
    named = _MEDIA.get((media or "").partition(";")[0].strip().lower()) or _SUFFIXES.get(suffix)
    signed = _signed(head, name)
    if signed == "zip" and named is None:
        raise UnreadableError(f"{suffix[1:]} is not read")  # spreadsheets, e-books and the like
    if signed:
        return signed
    if named is None:
        raise UnreadableError(f"{suffix[1:] or media or 'this format'} is not read")
    if named in _SIGNED:
        raise UnreadableError(f"not a {named.upper()} file")
    return "page" if named in {"text", "markdown"} and is_page(head) else named


def is_page(content: bytes) -> bool:
    """Whether these bytes begin as an HTML page does."""
    return _PAGE.match(content[:HEAD].removeprefix(b"\xef\xbb\xbf")) is not None


def _signed(head: bytes, name: PurePath) -> Format | None:
    mark = head[:1024].find(b"%PDF-")  # some writers put a few bytes before it
    if mark == 0 or (mark > 0 and name.suffix.lower() == ".pdf"):
        return "pdf"
    if head.startswith(_ZIP):
        word = name.suffix.lower() == ".docx" or any(part in head for part in _WORD_PARTS)
        return "docx" if word and name.suffix.lower() in {".docx", ""} else "zip"
    if head.startswith(b"WARC/"):
        return "warc"
    return "warc" if head.startswith(_GZIP) and name.name.lower().endswith(".warc.gz") else None
