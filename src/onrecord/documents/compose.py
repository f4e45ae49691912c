"""Text and what is known of its publication -> report."""

from bisect import bisect
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from onrecord.documents.blocks import find_blocks, plain
from onrecord.documents.dates import iso_date
from onrecord.documents.identity import content_id
from onrecord.documents.languages import language_of
from onrecord.documents.limits import MOST_LINES
from onrecord.documents.lines import LINE_ENDS
from onrecord.documents.refusal import UnreadableError
from onrecord.model import Block, Declared, DeclaredName, Report


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What the reader of a format makes of an input.

    `text` is canonical. Of several things declared under one name the first counts. `pages` holds
    offset and page, from 1, for each place where text of another page begins; empty without pages.
    """

    text: str
    declared: tuple[Declared, ...] = ()
    pages: tuple[tuple[int, int], ...] = ()

    def value(self, name: DeclaredName) -> str | None:
        """What is declared under this name."""
        return next((one.value for one in self.declared if one.name == name), None)


def drafted(draft: Draft, *, path: str | None = None, published: str | None = None) -> Report:
    """The report of a draft; `published` counts only where the input declares no date.

    Raises `UnreadableError` for a text of more than `MOST_LINES` lines.
    """
    if sum(map(draft.text.count, LINE_ENDS)) >= MOST_LINES:
        raise UnreadableError(f"more than {MOST_LINES:,} lines")
    made = report(
        draft.text,
        title=draft.value("title"),
        publisher=draft.value("publisher"),
        url=draft.value("url"),
        published=draft.value("published") or published,
        source_id=draft.value("id"),
        path=path,
        language=draft.value("language"),
    )
    blocks = _paged(made.blocks, draft.pages) if draft.pages else made.blocks
    return replace(made, blocks=tuple(blocks), declared=draft.declared)


def report(
    text: str,
    *,
    title: str | None = None,
    publisher: str | None = None,
    url: str | None = None,
    published: str | None = None,
    source_id: str | None = None,
    path: str | None = None,
    language: str | None = None,
    blocks: Iterable[Block] | None = None,
) -> Report:
    """The report with this canonical text, which is taken exactly as given.

    Blocks are found where none are given, and a report without a title takes that of its
    headline. `published` is brought to YYYY-MM-DD (see `iso_date`) and is None where it is no
    date; `language` is the ISO 639-1 code that the source declares (see `language_of`). The id is
    that of `content_id`.
    """
    title = plain(title)
    if blocks is None:
        blocks, title = find_blocks(text, title)
    found = Report(
        id="",
        source_id=source_id,
        path=path,
        title=title,
        publisher=plain(publisher),
        url=(url or "").strip() or None,
        published=iso_date(published),
        language=language_of(text, language),
        text=text,
        blocks=tuple(blocks),
    )
    return replace(found, id=content_id(found))


def _paged(blocks: Iterable[Block], pages: Sequence[tuple[int, int]]) -> Iterator[Block]:
    for block in blocks:
        at = bisect(pages, block.span.start, key=lambda place: place[0]) - 1
        yield replace(block, page=pages[max(at, 0)][1])
