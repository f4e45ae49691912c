"""A mail (RFC 5322), or a page saved as one (MHTML) -> its text and its attachments."""

from collections.abc import Iterator
from contextlib import suppress
from email import policy
from email.errors import HeaderParseError
from email.header import decode_header, make_header
from email.message import Message
from email.parser import BytesParser
from email.utils import parseaddr
from typing import BinaryIO

from onrecord.documents.canonical import whole
from onrecord.documents.confined.messages import Member
from onrecord.documents.limits import MOST_BYTES
from onrecord.documents.refusal import UnreadableError
from onrecord.model import Declared, DeclaredName

_SAVED_PAGE = "Snapshot-Content-Location"
_LONGEST_HEADER = 2_000  # decoding takes more than linear time
_MOST_PARTS = 200
_TEXTS = ("text/plain", "text/html")
_SIGNATURE = b"\n-- \n"


def mail_members(file: BinaryIO) -> Iterator[Member]:
    """The text of a mail, then the files attached to it.

    Of several versions of the text the plain one counts. Raises `UnreadableError` where there is
    no text.
    """
    content = file.read(MOST_BYTES["mail"] + 1)
    if len(content) > MOST_BYTES["mail"]:
        raise UnreadableError(f"larger than {MOST_BYTES['mail'] / 1e6:g} MB")
    message = BytesParser(policy=policy.compat32).parsebytes(content)
    parts = _parts(message)
    texts = [part for part in parts if part.get_content_type() in _TEXTS and not _file_name(part)]
    if not texts:
        raise UnreadableError("a mail without text")
    text = min(texts, key=lambda part: part.get_content_type() != "text/plain")
    yield Member(
        name="",
        content=_body(text),
        media=text.get_content_type(),
        declared=tuple(_declared(message)),
    )
    for part in parts:
        if (name := _file_name(part)) and part.get_content_maintype() != "image":
            yield Member(name=name.replace("/", "_"), content=_bytes(part))


def _parts(message: Message) -> list[Message]:
    """The leaves of the message, without those of messages attached to it."""
    found: list[Message] = []
    waiting = [message]
    while waiting:
        part = waiting.pop()
        payload = part.get_payload()
        if part.get_content_maintype() == "multipart" and isinstance(payload, list):
            waiting.extend(one for one in reversed(payload) if isinstance(one, Message))
        elif part.get_content_maintype() != "message":
            found.append(part)
        if len(found) > _MOST_PARTS:
            raise UnreadableError(f"a mail of more than {_MOST_PARTS} parts")
    return found


def _declared(message: Message) -> Iterator[Declared]:
    address = _header(message, _SAVED_PAGE)
    if address:
        yield Declared(name="url", value=address, way=_SAVED_PAGE)
        return
    name, sender = parseaddr(_header(message, "From"))
    said: tuple[tuple[DeclaredName, str, str], ...] = (
        ("title", _header(message, "Subject"), "Subject"),
        ("publisher", name or sender, "From"),
        ("published", _header(message, "Date"), "Date"),
    )
    yield from (Declared(name=name, value=value, way=way) for name, value, way in said if value)


def _header(message: Message, name: str) -> str:
    """A header as it reads; empty where there is none."""
    raw = str(message.get(name) or "")[:_LONGEST_HEADER]
    try:
        read = str(make_header(decode_header(raw)))
    except (HeaderParseError, LookupError, ValueError):
        read = raw
    return " ".join(whole(read).split())


def _file_name(part: Message) -> str:
    name = part.get_filename() if part.get_content_disposition() == "attachment" else None
    return " ".join(whole(str(name)).split())[:200] if name else ""


def _bytes(part: Message) -> bytes:
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


def _body(part: Message) -> bytes:
    """The text in UTF-8, or as it is where its character set is not known; no signature."""
    content = _bytes(part)
    charset = part.get_content_charset()
    with suppress(LookupError, ValueError):
        content = content.decode(charset or "utf-8").encode("utf-8", "replace")
    plain = part.get_content_type() == "text/plain"
    return content.replace(b"\r\n", b"\n").partition(_SIGNATURE)[0] if plain else content
