"""One text as published."""

from dataclasses import dataclass
from typing import Literal

from onrecord.model.span import Span

BlockRole = Literal["headline", "summary", "caption", "body", "boilerplate"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One paragraph or line of a report and the part that it plays there."""

    role: BlockRole
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """A text as published, with what is known of its publication. Immutable.

    `id` is a hash of the content (see `onrecord.documents.identity`), `source_id` what the
    input called it. `published` is an ISO 8601 date (YYYY-MM-DD), `language` an ISO 639-1 code.
    `text` is canonical: every span of every fact counts code points into it. Blocks are in
    order, do not overlap, and leave out only white space.
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
