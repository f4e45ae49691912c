"""JSON Lines -> reports, one a line."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO, get_args

from onrecord.documents.articles import article_draft
from onrecord.documents.compose import Draft, drafted
from onrecord.documents.refusal import Refusal, UnreadableError, printable
from onrecord.model import Declared, DeclaredName, Report

_MARK = b"\xef\xbb\xbf"
_HALF = re.compile("[\ud800-\udfff]")


def line_reports(
    file: BinaryIO, path: Path, *, published: str | None, most: int
) -> Iterator[Report | Refusal]:
    r"""A report or a refusal for each line of `file` that is not blank, read as they are asked for.

    Lines end at `\n` alone. A line of more than `most` bytes is refused without being held.
    Each is a JSON object in UTF-8 with `text` and, if known, `id`, `title`, `published`, `url`,
    `publisher`; the text is taken exactly as given. An object without `text` is an article of a
    data set (see `article_draft`). `published` counts where a line gives none.
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
        except UnreadableError as error:
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
    return row_report(_fields(content), path, published=published)


def row_report(fields: dict[str, Any], path: Path, *, published: str | None = None) -> Report:
    """The report of one set of named fields: onrecord's own, or those of an article.

    Raises `UnreadableError` where they hold none.
    """
    draft = _exact(fields) if "text" in fields else article_draft(fields)
    return drafted(draft, path=printable(path), published=published)


def _exact(fields: dict[str, Any]) -> Draft:
    """The contract of onrecord's own lines: the text as it is, and five fields of these names."""
    text = fields["text"]
    if not isinstance(text, str):
        raise UnreadableError("text is not a string")
    if not text.strip():
        raise UnreadableError("text is empty")
    known = ((name, _string(fields, name)) for name in get_args(DeclaredName))
    declared = (Declared(name=n, value=said, way=f"field {n}") for n, said in known if said)
    return Draft(text=text, declared=tuple(declared))


def _fields(content: bytes) -> dict[str, Any]:
    try:
        found = json.loads(content.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise UnreadableError("not UTF-8") from error
    except (ValueError, RecursionError) as error:
        raise UnreadableError("not a JSON object") from error
    if not isinstance(found, dict):
        raise UnreadableError("not a JSON object")
    if any(isinstance(value, str) and _HALF.search(value) for value in found.values()):
        raise UnreadableError("holds half of a surrogate pair")
    return found


def _string(fields: dict[str, Any], name: str) -> str | None:
    """A field as text: a number as it is written, anything else but a string as absent."""
    value = fields.get(name)
    if isinstance(value, int) and not isinstance(value, bool):
        value = str(value)
    return value if isinstance(value, str) else None
