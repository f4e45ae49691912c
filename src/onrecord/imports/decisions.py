"""Decisions as `export --to decisions` writes them."""

from collections.abc import Iterator

import msgspec

from onrecord.model import Decision

_decode = msgspec.json.Decoder(Decision).decode


def decisions(data: bytes) -> Iterator[Decision]:
    """The decisions of a file of JSON Lines; empty lines count nothing.

    Raises `ValueError` that names the line where one is no decision.
    """
    for number, line in enumerate(data.splitlines(), start=1):
        if line.strip():
            try:
                yield _decode(line)
            except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
                raise ValueError(f"line {number} is no decision: {error}") from error
