"""The child process: reads one format from standard input, and gives messages.

Standard input holds documents, each a message that gets an `Answer` (`page`, `pdf`, ...), or is an
archive as it lies on the disk, whose every `Member` is given, and then an empty message.
"""

import io
import sys
from collections.abc import Callable, Iterator
from typing import BinaryIO

import msgspec

from onrecord.documents.charset import load_encodings
from onrecord.documents.compose import Draft
from onrecord.documents.confined import frames
from onrecord.documents.confined.limits import MEMORY, allow_cpu, confine
from onrecord.documents.confined.messages import Answer, Member
from onrecord.documents.refusal import UnreadableError

Reader = Callable[[bytes], Draft]
Unpacker = Callable[[BinaryIO], Iterator[Member]]

# The library loads its parts as it needs them: here all of them are needed.
_MAIL = b"""Subject: =?utf-8?q?Talks?=
Content-Type: multipart/mixed; boundary=b

--b
Content-Transfer-Encoding: quoted-printable

Talks failed.
--b
Content-Transfer-Encoding: base64
Content-Disposition: attachment; filename="=?utf-8?b?YQ==?="

YQ==
--b--
"""
_TOO_LARGE = f"takes more than {MEMORY // 2**20} MB of memory"


def main(task: str) -> None:
    """Do a task (the name of a format) until standard input ends."""
    load_encodings()
    out, sys.stdout = sys.stdout.buffer, sys.stderr  # what a library prints is no message
    unpacker = _unpacker(task)
    if unpacker:
        confine()
        _unpack(unpacker, sys.stdin.buffer, out)
    else:
        reader = _reader(task)
        confine(files=task == "page")  # the extractor loads its parts as it needs them
        _answer(reader, sys.stdin.buffer, out)


def _reader(task: str) -> Reader:
    """The reader of a format, with all that it needs: later, no file can be opened."""
    if task == "pdf":
        from onrecord.documents.pdf import pdf_draft

        return pdf_draft
    if task == "docx":
        from onrecord.documents.word import word_draft

        return word_draft
    if task == "markdown":
        from onrecord.documents.markdown import markdown_draft

        return markdown_draft
    from onrecord.documents.page import page_draft

    return page_draft


def _unpacker(task: str) -> Unpacker | None:
    if task == "zip":
        from onrecord.documents.archive import zip_members

        return zip_members
    if task == "warc":
        from onrecord.documents.web_archive import warc_members

        return warc_members
    if task == "mail":
        from onrecord.documents.mail import mail_members

        list(mail_members(io.BytesIO(_MAIL)))
        return mail_members
    return None


def _answer(reader: Reader, source: BinaryIO, out: BinaryIO) -> None:
    while (content := frames.read(source)) is not None:
        allow_cpu()
        reason = None
        try:
            answer = Answer(draft=reader(content))
        except Exception as error:  # noqa: BLE001
            reason = _reason(error)
        if reason:  # told when the error has let go of what filled the memory
            answer = Answer(reason=reason)
        del content
        frames.write(out, msgspec.msgpack.encode(answer))


def _unpack(unpacker: Unpacker, source: BinaryIO, out: BinaryIO) -> None:
    allow_cpu()
    reason = None
    try:
        for member in unpacker(source):
            frames.write(out, msgspec.msgpack.encode(member))
            allow_cpu()
    except Exception as error:  # noqa: BLE001
        reason = _reason(error)
    if reason:  # told when the error has let go of what filled the memory
        frames.write(out, msgspec.msgpack.encode(Member(name="", reason=reason)))
    frames.write(out, b"")


def _reason(error: Exception) -> str:
    if isinstance(error, UnreadableError):
        return str(error)
    if isinstance(error, MemoryError):
        return _TOO_LARGE
    if isinstance(error, RecursionError):
        return "nested too deeply"
    return f"cannot be read ({type(error).__name__})"


if __name__ == "__main__":
    main(sys.argv[1])
