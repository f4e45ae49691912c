"""JSON Lines -> reports, one a line."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO

from onrecord.documents.compose import report
from onrecord.documents.refusal import Refusal, printable
from onrecord.model import Report

_MARK = b"\xef\xbb\xbf"
_HALF = re.compile("[\ud800-\udfff]")


class _BadLineError(ValueError):
    pass


def line_reports(
    file: BinaryIO, path: Path, *, published: str | None, most: int
) -> Iterator[Report | Refusal]:
    r"""A report or a refusal for each line of `file` that is not blank, read as they are asked for.

    Lines end at `\n` alone. A line of more than `most` bytes is refused without being held.
    Each is a JSON object in UTF-8 with `text` and, if known, `id`, `title`, `published`, `url`,
    `publisher`; the text is taken exactly as given. `published` counts where a line gives none.
    """
    number = 0
    while line := file.readline(most + 1):
        number += 1
        if len(line) > most and not line.endswith(b"\n"):
            _skip_line(file, most)
            yield Refusal(path, f"line of more than {most / 1e6:g} MB", number)
            continue
        try:
            found = _line_report(line, path, published, first=number == 1)
        except _BadLineError as error:
            yield Refusal(path, str(error), number)
        else:
            if found:
                yield found


def _skip_line(file: BinaryIO, most: int) -> None:
    while (rest := file.readline(most)) and not rest.endswith(b"\n"):
        pass


def _line_report(line: bytes, path: Path, published: str | None, *, first: bool) -> Report | None:
    content = line.removeprefix(_MARK) if first else line
    if not content.strip():
        return None
    fields = _fields(content)
    text = fields.get("text")
    if not isinstance(text, str):
        raise _BadLineError("text is not a string" if "text" in fields else "has no text")
    if not text.strip():
        raise _BadLineError("text is empty")
    return report(
        text,
        title=_string(fields, "title"),
        publisher=_string(fields, "publisher"),
        url=_string(fields, "url"),
        published=_string(fields, "published") or published,
        source_id=_string(fields, "id"),
        path=printable(path),
    )


def _fields(content: bytes) -> dict[str, Any]:
    try:
        found = json.loads(content.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise _BadLineError("not UTF-8") from error
    except (ValueError, RecursionError) as error:
        raise _BadLineError("not a JSON object") from error
    if not isinstance(found, dict):
        raise _BadLineError("not a JSON object")
    if any(isinstance(value, str) and _HALF.search(value) for value in found.values()):
        raise _BadLineError("holds half of a surrogate pair")
    return found


def _string(fields: dict[str, Any], name: str) -> str | None:
    """A field as text: a number as it is written, anything else but a string as absent."""
    value = fields.get(name)
    if isinstance(value, int) and not isinstance(value, bool):
        value = str(value)
    return value if isinstance(value, str) else None
