"""Bytes -> characters."""

import codecs
import re
from encodings.aliases import aliases

from onrecord.documents.refusal import UnreadableError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARED = re.compile(
    rb"""<meta[^>]{0,200}?charset\s*=\s*["']?([A-Za-z0-9_.:-]{2,40})""", re.IGNORECASE
)
_WEB_ENCODINGS = ("ascii", "big5", "cp", "euc", "gb", "iso", "koi8", "mac", "shift_jis", "utf")
_HEAD = 4096
_BINARY = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_MOST_CONTROL = (8, 0.01)
_MOST_FOREIGN = 0.2


class NotTextError(UnreadableError):
    """Bytes that are no text, or text in an unknown encoding; the message says which."""


def decode(content: bytes, *, page: bool = False) -> str:
    """The characters of a text file, or, with `page`, of an HTML page.

    In this order: the encoding that a byte order mark names; UTF-8; the one that the page
    declares; UTF-8 with some bytes damaged, which become U+FFFD; Windows-1252, if no more than a
    fifth of the bytes lie beyond ASCII, as in English. Raises `NotTextError` for everything else.
    """
    text = _decoded(content, page=page)
    few, share = _MOST_CONTROL
    if "\x00" in text or len(_BINARY.findall(text)) > max(few, len(text) * share):
        raise NotTextError("not text (binary data)")
    return text


def load_encodings() -> None:
    """Load every encoding that a page may declare, for a process that later opens no file."""
    for name in sorted(set(aliases.values())):
        if name.startswith(_WEB_ENCODINGS):
            codecs.lookup(name)


def _decoded(content: bytes, *, page: bool) -> str:
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return _strict(content, encoding)
    if b"\x00" in content:
        raise NotTextError("not text (binary data)")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        declared = _DECLARED.search(content[:_HEAD]) if page else None
        if declared:
            return _strict(content, _web_encoding(declared[1].decode("ascii")))
    return _damaged(content) or _western(content)


def _web_encoding(label: str) -> str:
    """The encoding that browsers take a label for (WHATWG): Latin-1 stands for Windows-1252."""
    try:
        name = codecs.lookup(label).name
    except (LookupError, ValueError) as error:
        raise NotTextError("not text, or in an unknown encoding") from error
    if not name.startswith(_WEB_ENCODINGS):
        raise NotTextError("not text, or in an unknown encoding")
    return "cp1252" if name in {"ascii", "iso8859-1"} else name


def _damaged(content: bytes) -> str | None:
    """UTF-8 in which more characters beyond ASCII are whole than broken; None for other bytes."""
    text = content.decode("utf-8", "replace")
    broken = text.count("\N{REPLACEMENT CHARACTER}")
    beyond = sum(not character.isascii() for character in text)
    return text if beyond - broken > broken else None


def _western(content: bytes) -> str:
    foreign = len(content.translate(None, bytes(range(0x80))))
    if foreign > len(content) * _MOST_FOREIGN:
        raise NotTextError("not text, or in an unknown encoding")
    return _strict(content, "cp1252")


def _strict(content: bytes, encoding: str) -> str:
    try:
        text = content.decode(encoding)
    except (UnicodeError, LookupError, ValueError) as error:
        raise NotTextError(f"not text, or not in {encoding}") from error
    if not isinstance(text, str):
        raise NotTextError("not text")
    return text
