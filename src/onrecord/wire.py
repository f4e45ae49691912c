"""Readings as JSON: the form of `onrecord read --format jsonl`, both ways."""

from sys import intern
from typing import Any

import msgspec

from onrecord.model import Actor, Amount, Plover, Reading, Ref, Role, Span, When

_decoder = msgspec.json.Decoder(Reading)
_encoder = msgspec.json.Encoder()
_SHARED = frozenset((Actor, Amount, Plover, Ref, Role, Span, When, float, int))
_LISTED = frozenset((Ref, Role, Span))  # what equal lists are shared of

Known = dict[Any, Any]
"""Parts of readings, each by what equals it."""


def encode(reading: Reading) -> bytes:
    """One line of JSON, UTF-8, without the newline; the keys are the fields of the model."""
    return _encoder.encode(reading)


def decode(line: bytes | str, known: Known | None = None) -> Reading:
    """The reading that `encode` wrote. Raises `msgspec.ValidationError` on anything else.

    What is said often, names above all, is in memory once; the small parts of readings that are
    decoded with the same `known` are, too.
    """
    reading = _decoder.decode(line)
    _fill(reading, {} if known is None else known)
    return reading


def _fill(thing: Any, known: Known) -> None:
    """Put in the place of each part of a thing that was just decoded the known one equal to it."""
    for name in thing.__slots__:
        part = getattr(thing, name)
        if part:
            object.__setattr__(thing, name, _once(part, known))


def _once(part: Any, known: Known) -> Any:
    kind = type(part)
    if kind is str:
        return intern(part)
    if kind is tuple:
        made = tuple([_once(one, known) for one in part])
        return known.setdefault(made, made) if type(made[0]) in _LISTED else made
    if kind is Span:
        part = known.get(part) or Span(*(known.setdefault(n, n) for n in part))
    elif hasattr(kind, "__dataclass_fields__"):
        _fill(part, known)
    return known.setdefault(_told_apart(part), part) if kind in _SHARED else part


def _told_apart(part: Any) -> Any:
    """What equals only the same numbers of the same types: 1 equals 1.0."""
    if isinstance(part, Amount):
        return (part, type(part.min), type(part.max))
    return (float, part) if isinstance(part, float) else part
