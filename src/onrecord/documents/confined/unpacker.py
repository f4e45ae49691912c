"""Archives -> members, by a child process that holds the archive open."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from shutil import copyfileobj
from tempfile import TemporaryFile
from typing import IO, BinaryIO

import msgspec

from onrecord.documents.confined import frames
from onrecord.documents.confined.messages import Member
from onrecord.documents.confined.process import Child, how_it_ended, in_time, started
from onrecord.documents.formats import Format
from onrecord.documents.refusal import UnreadableError

_members = msgspec.msgpack.Decoder(Member)


def members(file: BinaryIO, form: Format) -> Iterator[Member]:
    """The members of an archive in its own order, one held at a time.

    Raises `UnreadableError` after the last member that could be had, where the archive is broken
    or its parser crashes or takes too long.
    """
    with _real(file) as held, _ended(started(form, held)) as child:
        while True:
            if child.stdout is None:
                raise RuntimeError("a child without a pipe")
            with in_time(child):
                message = frames.read(child.stdout)
            if message is None:
                raise UnreadableError(how_it_ended(child))
            if not message:  # the end that a whole archive has
                return
            yield _members.decode(message)


@contextmanager
def _real(file: BinaryIO) -> Iterator[IO[bytes]]:
    """A file that a child can take over, at its start: bytes at hand are laid down for it."""
    if hasattr(file, "raw"):
        os.lseek(file.fileno(), 0, os.SEEK_SET)  # where the child begins: `seek` stays in a buffer
        yield file
        return
    with TemporaryFile() as held:
        copyfileobj(file, held)
        held.seek(0)
        yield held


@contextmanager
def _ended(child: Child) -> Iterator[Child]:
    try:
        yield child
    finally:
        child.kill()
        child.wait()
        if child.stdout:
            child.stdout.close()
