"""Text and what is known of its publication -> report."""

from collections.abc import Iterable

from onrecord.documents.blocks import find_blocks, plain
from onrecord.documents.dates import iso_date
from onrecord.documents.identity import content_id
from onrecord.model import Block, Report


def report(
    text: str,
    *,
    title: str | None = None,
    publisher: str | None = None,
    url: str | None = None,
    published: str | None = None,
    source_id: str | None = None,
    path: str | None = None,
    language: str | None = "en",
    blocks: Iterable[Block] | None = None,
) -> Report:
    """The report with this canonical text, which is taken exactly as given.

    Blocks are found where none are given, and a report without a title takes that of its
    headline. `published` is brought to YYYY-MM-DD (see `iso_date`) and is None where it is no
    date; `language` is an ISO 639-1 code. The id is that of `content_id`.
    """
    title = plain(title)
    if blocks is None:
        blocks, title = find_blocks(text, title)
    known = {
        "title": title,
        "publisher": plain(publisher),
        "url": (url or "").strip() or None,
        "published": iso_date(published),
        "language": language or None,
    }
    return Report(
        id=content_id(text, **known),
        source_id=source_id,
        path=path,
        text=text,
        blocks=tuple(blocks),
        **known,
    )
