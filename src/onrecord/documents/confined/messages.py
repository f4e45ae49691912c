"""The messages that children send."""

from dataclasses import dataclass

from onrecord.documents.compose import Draft
from onrecord.model import Declared


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """The draft of a document, or why there is none."""

    draft: Draft | None = None
    reason: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """A file of an archive, or why it is none; `declared` is what the archive says about it."""

    name: str
    content: bytes = b""
    media: str | None = None
    declared: tuple[Declared, ...] = ()
    reason: str | None = None
