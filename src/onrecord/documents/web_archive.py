"""A WARC file -> the documents that servers answered with (ISO 28500)."""

from collections.abc import Iterator
from typing import Any, BinaryIO

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed

from onrecord.documents.confined.messages import Member
from onrecord.documents.limits import MOST_BYTES
from onrecord.documents.refusal import UnreadableError
from onrecord.model import Declared

_DOCUMENTS = ("text/html", "application/xhtml+xml", "text/plain", "application/pdf")
_KINDS = {"response", "resource", "conversion"}
_OK = "200"


def warc_members(file: BinaryIO) -> Iterator[Member]:
    """The pages, plain texts and PDFs of an archive, each with its address.

    Errors, redirects, images, scripts and other parts of pages are passed over. Raises
    `UnreadableError` where the archive is broken, after what stands before the fault.
    """
    try:
        for record in ArchiveIterator(file):
            if record.rec_type in _KINDS and _is_document(record):
                yield _member(record)
    except (ArchiveLoadFailed, EOFError, OSError, ValueError) as error:
        raise UnreadableError("not a WARC file, or a broken one") from error


def _is_document(record: Any) -> bool:
    http = record.http_headers
    if http and http.get_statuscode() != _OK:
        return False
    return _media(record).startswith(_DOCUMENTS)


def _media(record: Any) -> str:
    headers = record.http_headers or record.rec_headers
    return (headers.get_header("Content-Type") or "").lower()


def _member(record: Any) -> Member:
    url = record.rec_headers.get_header("WARC-Target-URI") or ""
    content = record.content_stream().read(MOST_BYTES["warc"] + 1)
    if len(content) > MOST_BYTES["warc"]:
        return Member(name=url, reason=f"larger than {MOST_BYTES['warc'] / 1e6:g} MB")
    if getattr(record.raw_stream, "limit", 0) > 0:  # bytes that were announced and are not there
        return Member(name=url, reason="cut off in the archive")
    declared = (Declared(name="url", value=url, way="WARC-Target-URI"),)
    return Member(name=url, content=content, media=_media(record), declared=declared)
