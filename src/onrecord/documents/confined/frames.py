"""What parent and child say to each other: messages, each after its length."""

import struct
from typing import IO

_LENGTH = struct.Struct(">I")


def write(stream: IO[bytes], message: bytes) -> None:
    """Send a message of less than 4 GB. Raises `BrokenPipeError` where nobody listens."""
    stream.write(_LENGTH.pack(len(message)))
    stream.write(message)
    stream.flush()


def read(stream: IO[bytes]) -> bytes | None:
    """The next message; None where the other side has ended, in the midst of one or between."""
    head = stream.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        return None
    (length,) = _LENGTH.unpack(head)
    message = stream.read(length)
    return message if len(message) == length else None
