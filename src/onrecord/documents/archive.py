"""A ZIP archive -> its members. Nothing is ever written to the disk."""

import stat
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import BinaryIO

from onrecord.documents.confined.messages import Member
from onrecord.documents.limits import MOST_BYTES
from onrecord.documents.refusal import UnreadableError

_RATIO = 200  # text rarely shrinks to a twentieth; bombs shrink to a thousandth
_SMALL = 1_000_000  # bytes for which no ratio is asked
_ENCRYPTED = 0x1
_PASSED_OVER = ("__macosx", "readme")
_FAULTS = (zipfile.BadZipFile, zlib.error, NotImplementedError, OSError, EOFError, ValueError)


def zip_members(file: BinaryIO) -> Iterator[Member]:
    """The files of an archive in its own order; those that cannot be had with a reason.

    Hidden files and those named README are passed over, as in folders. Raises `UnreadableError`
    where the archive is none.
    """
    try:
        archive = zipfile.ZipFile(file)
    except _FAULTS as error:
        raise UnreadableError("not a ZIP archive, or a broken one") from error
    yield from (_member(archive, entry) for entry in archive.infolist() if _is_wanted(entry))


def _is_wanted(entry: zipfile.ZipInfo) -> bool:
    parts = _path(entry).parts
    hidden = any(part.startswith(".") and part != ".." for part in parts)
    named = any(part.lower().startswith(_PASSED_OVER) for part in parts)
    return not (entry.is_dir() or hidden or named)


def _member(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> Member:
    name = str(_path(entry))
    reason = _refused(entry)
    if reason:
        return Member(name=_path(entry).name, reason=reason)
    try:
        with archive.open(entry) as part:
            content = part.read(MOST_BYTES["zip"] + 1)
    except _FAULTS:
        return Member(name=name, reason="broken in the archive")
    if len(content) > MOST_BYTES["zip"]:
        return Member(name=name, reason=f"larger than {MOST_BYTES['zip'] / 1e6:g} MB")
    return Member(name=name, content=content)


def _path(entry: zipfile.ZipInfo) -> PurePosixPath:
    return PurePosixPath(entry.filename.replace("\\", "/"))


def _refused(entry: zipfile.ZipInfo) -> str | None:
    path = _path(entry)
    if path.is_absolute() or ".." in path.parts or ":" in path.parts[0]:
        return "its name leads out of the archive"
    if stat.S_ISLNK(entry.external_attr >> 16):
        return "a link is not followed"
    if entry.flag_bits & _ENCRYPTED:
        return "needs a password"
    if entry.file_size > max(_SMALL, entry.compress_size * _RATIO):
        return f"shrunk to less than 1/{_RATIO}: a zip bomb"
    return None
