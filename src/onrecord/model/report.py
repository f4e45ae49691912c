"""One text as published."""

from dataclasses import dataclass
from typing import Literal

from onrecord.model.span import Span

BlockRole = Literal["headline", "summary", "caption", "body", "boilerplate"]
DeclaredName = Literal["id", "title", "publisher", "author", "url", "published", "language"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One paragraph or line of a report and the part that it plays there.

    `page` is the page on which it begins, from 1; None where the source has no pages.
    """

    role: BlockRole
    span: Span
    page: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Declared:
    """Something that a source says about its publication, and where it says so.

    `way` names the place as the source does: "og:site_name", "JSON-LD datePublished", "Subject".
    """

    name: DeclaredName
    value: str
    way: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """A text as published, with what is known of its publication. Immutable.

    `id` is a hash of the content (see `onrecord.documents.identity`), `source_id` what the
    input called it. `published` is an ISO 8601 date (YYYY-MM-DD), `language` an ISO 639-1 code.
    `text` is canonical: every span of every fact counts code points into it. Blocks are in
    order, do not overlap, and leave out only white space. `declared` says where title, publisher
    and the like were found; what was found nowhere, or in the text alone, is not in it.
    """

    id: str
    source_id: str | None = None
    path: str | None = None
    title: str | None = None
    publisher: str | None = None
    url: str | None = None
    published: str | None = None
    language: str | None = None
    text: str
    blocks: tuple[Block, ...] = ()
    declared: tuple[Declared, ...] = ()

    def page_of(self, offset: int) -> int | None:
        """The page on which the block begins that holds this place; None without pages."""
        pages = (block.page for block in self.blocks if block.span.start <= offset < block.span.end)
        return next(pages, None)
