"""A plain text file -> draft."""

from onrecord.documents.canonical import canonical
from onrecord.documents.charset import decode
from onrecord.documents.compose import Draft
from onrecord.documents.header import split_header
from onrecord.documents.refusal import UnreadableError


def text_draft(content: bytes) -> Draft:
    """A plain text, with the header that it may begin with (see `split_header`).

    Raises `UnreadableError` where it is no text, or none is left.
    """
    declared, body = split_header(canonical(decode(content)))
    if not body.strip():
        raise UnreadableError("empty file")
    return Draft(text=body, declared=declared)
