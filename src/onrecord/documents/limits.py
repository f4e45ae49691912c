"""How much of an input is read."""

from onrecord.documents.formats import Format

_TEXT = 10_000_000
_BINARY = 50_000_000

MOST_BYTES: dict[Format, int] = {
    "text": _TEXT,
    "markdown": _TEXT,
    "page": _TEXT,
    "json": _TEXT,
    "lines": _TEXT,
    "csv": _TEXT,
    "pdf": _BINARY,
    "docx": _BINARY,
    "mail": _BINARY,
    "zip": _BINARY,
    "warc": _BINARY,
}
"""The largest document of each format; of tables the largest row, of archives the largest member.

Tables and archives may be of any size: they are read as they are asked for.
"""

MOST_LINES = 100_000
"""Lines of one report: each may be a block of its own, which takes a hundred times its memory."""

MOST_MEMBERS = 100_000
"""Files of an archive and of all archives in it."""

MOST_UNPACKED = 4_000_000_000
"""Bytes that an archive and all archives in it may unpack to."""

DEEPEST = 3
"""Archives within archives, the outermost counted."""
