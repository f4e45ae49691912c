"""Readings as JSON: the form of `onrecord read --format jsonl`, both ways."""

from sys import intern
from typing import Any

import msgspec

from onrecord.model import Plover, Reading, Ref, Span, When

_decoder = msgspec.json.Decoder(Reading)
_encoder = msgspec.json.Encoder()
_SHARED = frozenset((Plover, Ref, Span, When))  # without amounts: 1 equals 1.0


def encode(reading: Reading) -> bytes:
    """One line of JSON, UTF-8, without the newline; the keys are the fields of the model."""
    return _encoder.encode(reading)


def decode(line: bytes | str) -> Reading:
    """The reading that `encode` wrote. Raises `msgspec.ValidationError` on anything else.

    What is said often, names above all, is in memory once.
    """
    reading = _decoder.decode(line)
    _fill(reading, {})
    return reading


def _fill(thing: Any, known: dict[Any, Any]) -> None:
    """Put in the place of each part of a thing that was just decoded the known one equal to it."""
    for name in thing.__slots__:
        part = getattr(thing, name)
        if part:
            object.__setattr__(thing, name, _once(part, known))


def _once(part: Any, known: dict[Any, Any]) -> Any:
    kind = type(part)
    if kind is str:
        return intern(part)
    if kind is tuple:
        return tuple([_once(one, known) for one in part])
    if hasattr(kind, "__dataclass_fields__"):
        _fill(part, known)
    return known.setdefault(part, part) if kind in _SHARED else part
