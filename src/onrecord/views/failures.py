"""What could not be read, in a file beside the record."""

from dataclasses import dataclass
from pathlib import Path

import msgspec

FAILURES = ".failures.json"
"""What the name of that file has behind the name of the record's."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """A file or address that gave a failure, and the line that names it."""

    input: str
    reason: str


def kept(file: Path) -> list[Failure]:
    """The failures in a file; none where there is no file. Raises `ValueError` for other files."""
    try:
        return msgspec.json.decode(file.read_bytes(), type=list[Failure])
    except FileNotFoundError:
        return []
    except msgspec.MsgspecError as error:
        raise ValueError(f"{file} is no list of failures: remove it to begin anew") from error
