"""Readings as JSON: the form of `onrecord read --format jsonl`, both ways."""

import msgspec

from onrecord.model import Reading

_decoder = msgspec.json.Decoder(Reading)
_encoder = msgspec.json.Encoder()


def encode(reading: Reading) -> bytes:
    """One line of JSON, UTF-8, without the newline; the keys are the fields of the model."""
    return _encoder.encode(reading)


def decode(line: bytes | str) -> Reading:
    """The reading that `encode` wrote. Raises `msgspec.ValidationError` on anything else."""
    return _decoder.decode(line)
