"""Files and folders -> reports."""

import stat
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from onrecord.documents.compose import Draft, drafted
from onrecord.documents.confined import draft_of, members
from onrecord.documents.formats import HEAD, Format, format_of
from onrecord.documents.json_articles import json_reports
from onrecord.documents.json_lines import line_reports
from onrecord.documents.limits import DEEPEST, MOST_BYTES, MOST_MEMBERS, MOST_UNPACKED
from onrecord.documents.plain_text import text_draft
from onrecord.documents.refusal import Refusal, UnreadableError, printable
from onrecord.documents.sheet import sheet_reports
from onrecord.model import Declared, Report

_DESCRIPTION = "readme"


class _Budget:
    """What may still come out of an archive and all archives within it."""

    def __init__(self) -> None:
        self._members, self._bytes = MOST_MEMBERS, MOST_UNPACKED

    def spend(self, size: int) -> None:
        self._members -= 1
        self._bytes -= size
        if self._members < 0:
            raise UnreadableError(f"holds more than {MOST_MEMBERS} files")
        if self._bytes < 0:
            raise UnreadableError(f"unpacks to more than {MOST_UNPACKED / 1e9:g} GB")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Input:
    """An input, and what is known of it from outside; `depth` counts the archives around it."""

    path: Path
    published: str | None = None
    media: str | None = None
    declared: tuple[Declared, ...] = ()
    depth: int = 0
    budget: _Budget = field(default_factory=_Budget)


def open_reports(path: Path, *, published: str | None = None) -> Iterator[Report | Refusal]:
    """The reports of a file, or of all files of a folder and its folders in the order of names.

    Reads all formats of `formats`, and archives as folders; what cannot be read gives a refusal,
    and the rest is kept. Never raises. In folders, hidden files and those named README are passed
    over, and links to folders are refused. `published` dates the reports that carry no date.
    """
    for found in files(path):
        if isinstance(found, Refusal):
            yield found
            continue
        try:
            with found.open("rb") as file:
                yield from file_reports(file, found, published=published)
        except OSError as error:
            yield Refusal(found, _reason(error))


def file_reports(
    file: BinaryIO, path: Path, *, published: str | None = None
) -> Iterator[Report | Refusal]:
    """The reports of an open file, as `open_reports`; how far it is read, the file tells."""
    yield from _reports(file, _Input(path=path, published=published))


def bytes_reports(
    content: bytes,
    path: Path,
    *,
    published: str | None = None,
    media: str | None = None,
    declared: tuple[Declared, ...] = (),
) -> Iterator[Report | Refusal]:
    """The reports of an input whose bytes are at hand; `path` names it.

    `media` is the media type that a server gave, `declared` what is known from elsewhere.
    """
    given = _Input(path=path, published=published, media=media, declared=declared)
    yield from _reports(BytesIO(content), given)


def _reports(file: BinaryIO, given: _Input) -> Iterator[Report | Refusal]:
    try:
        head = file.read(HEAD)
        file.seek(0)
        yield from _formed(file, format_of(head, given.path, given.media), given)
    except UnreadableError as error:
        yield Refusal(given.path, str(error))


def _formed(file: BinaryIO, form: Format, given: _Input) -> Iterator[Report | Refusal]:
    path, published, most = given.path, given.published, MOST_BYTES[form]
    if form in {"zip", "warc", "mail"}:
        yield from _members(file, form, given)
    elif form == "lines":
        yield from line_reports(file, path, published=published, most=most)
    elif form == "csv":
        yield from sheet_reports(file, path, published=published, most=most)
    else:
        content = file.read(most + 1)
        if len(content) > most:
            raise UnreadableError(f"larger than {most / 1e6:g} MB")
        if form == "json":
            yield from json_reports(content, path, published=published)
        else:
            draft = text_draft(content) if form == "text" else draft_of(content, form)
            draft = replace(draft, declared=_told(draft, given.declared))
            yield drafted(draft, path=printable(path), published=published)


def _members(file: BinaryIO, form: Format, given: _Input) -> Iterator[Report | Refusal]:
    if given.depth == DEEPEST:
        raise UnreadableError("an archive in an archive in an archive is not opened")
    member = None
    for member in members(file, form):
        path = given.path / member.name
        given.budget.spend(len(member.content))
        if member.reason:
            yield Refusal(path, member.reason)
        else:
            inner = replace(
                given,
                path=path,
                media=member.media,
                declared=member.declared,
                depth=given.depth + 1,
            )
            yield from _reports(BytesIO(member.content), inner)
    if member is None:
        raise UnreadableError("holds nothing that is read")


def _told(draft: Draft, outside: tuple[Declared, ...]) -> tuple[Declared, ...]:
    """All that is declared: a mail's head counts before its text, a page's own address first."""
    address = tuple(one for one in outside if one.name == "url")
    rest = tuple(one for one in outside if one.name != "url")
    return (*rest, *draft.declared, *address)


def files(path: Path) -> Iterator[Path | Refusal]:
    """The regular files of `path` that are to be read, in the order of names, and what is none."""
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


def _reason(error: OSError | ValueError) -> str:
    """Why the system refused, in its own words."""
    words = error.strerror if isinstance(error, OSError) else str(error)
    return (words or "cannot be read").lower()
