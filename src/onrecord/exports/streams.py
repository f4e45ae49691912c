"""Files that are written piece by piece."""

from collections.abc import Iterable, Iterator
from typing import IO, Any

import msgspec

_CHUNK = 1 << 16


def pieces(file: IO[bytes]) -> Iterator[bytes]:
    """What is in a file, from its beginning."""
    file.seek(0)
    while piece := file.read(_CHUNK):
        yield piece


def json_list(before: str, items: Iterable[Any], after: str) -> Iterator[bytes]:
    """A document with a long list: the JSON before it, the items one on a line, the JSON after."""
    encoder = msgspec.json.Encoder()
    yield before.encode() + b"["
    for number, item in enumerate(items):
        yield (b",\n" if number else b"\n") + encoder.encode(item)
    yield b"\n]" + after.encode() + b"\n"


def told(**fields: Any) -> dict[str, Any]:
    """The fields that are known: without None and without empty lists."""
    return {name: value for name, value in fields.items() if value is not None and value != []}
