"""Files and folders -> reports."""

import os
import stat
from collections.abc import Iterator
from pathlib import Path

from onrecord.documents.charset import NotTextError, decode
from onrecord.documents.json_lines import line_reports
from onrecord.documents.page import PageError, is_page, page_report
from onrecord.documents.plain_text import text_report
from onrecord.documents.refusal import Refusal, printable
from onrecord.model import Report

MOST_BYTES = 10_000_000
"""The largest text file, page, or line of JSON that is read."""

_TEXT = frozenset({"", ".txt", ".text", ".md"})
_PAGE = frozenset({".html", ".htm"})
_LINES = frozenset({".jsonl", ".ndjson"})
_DESCRIPTION = "readme"


def open_reports(path: Path, *, published: str | None = None) -> Iterator[Report | Refusal]:
    """The reports of a file, or of all files of a folder and its folders in the order of names.

    Reads plain text, HTML pages and JSON Lines; what cannot be read gives a refusal, and the
    rest is kept. Never raises. In folders, hidden files and those named README are passed over,
    and links to folders are refused. `published` dates the reports that carry no date.
    """
    for file in _files(path):
        if isinstance(file, Refusal):
            yield file
        else:
            yield from _file_reports(file, published)


def bytes_reports(
    content: bytes, path: Path, *, published: str | None = None
) -> Iterator[Report | Refusal]:
    """The report of a text file or page whose bytes are at hand; `path` only names it."""
    try:
        text = decode(content, page=is_page(content) or path.suffix.lower() in _PAGE)
        if not text.strip():
            yield Refusal(path, "empty file")
        elif path.suffix.lower() in _PAGE or is_page(content):
            yield page_report(text, path=printable(path), published=published)
        else:
            yield text_report(text, path=printable(path), published=published)
    except (NotTextError, PageError) as error:
        yield Refusal(path, str(error))


def _files(path: Path) -> Iterator[Path | Refusal]:
    """The regular files of `path` that are to be read, by name; depth first, without recursion."""
    waiting: list[Path] = [path]
    while waiting:
        here = waiting.pop()
        try:
            mode = here.stat().st_mode
            if stat.S_ISDIR(mode):
                if here is not path and here.is_symlink():
                    yield Refusal(here, "link to a folder is not followed")
                else:
                    waiting.extend(sorted(_wanted(here), reverse=True))
            elif stat.S_ISREG(mode):
                yield here
            else:
                yield Refusal(here, "not a regular file")
        except (OSError, ValueError) as error:
            yield Refusal(here, _reason(error))


def _wanted(folder: Path) -> Iterator[Path]:
    for path in folder.iterdir():
        if not path.name.startswith(".") and not path.name.lower().startswith(_DESCRIPTION):
            yield path


def _file_reports(path: Path, published: str | None) -> Iterator[Report | Refusal]:
    suffix = path.suffix.lower()
    if suffix not in _TEXT | _PAGE | _LINES:
        yield Refusal(path, f"{suffix[1:] or 'this format'} is not read yet")
        return
    try:
        with path.open("rb") as file:
            size = os.fstat(file.fileno()).st_size
            if size == 0:
                yield Refusal(path, "empty file")
            elif suffix in _LINES:
                yield from line_reports(file, path, published=published, most=MOST_BYTES)
            elif size > MOST_BYTES:
                yield Refusal(path, f"larger than {MOST_BYTES / 1e6:g} MB")
            else:
                yield from bytes_reports(file.read(MOST_BYTES), path, published=published)
    except OSError as error:
        yield Refusal(path, _reason(error))


def _reason(error: OSError | ValueError) -> str:
    """Why the system refused, in its own words."""
    words = error.strerror if isinstance(error, OSError) else str(error)
    return (words or "cannot be read").lower()
