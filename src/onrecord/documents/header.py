"""The header of a plain text file: what is known of its publication, said by the file itself.

    Title: Ministers meet in Praia
    Publisher: The Praia Courier
    Published: 2021-05-03
    URL: https://courier.example/praia

    Five ministers met on Monday ...

The first lines of the file, each one of these four, in any order and case, none twice, ended by
a blank line. Anything else is no header but text. Offsets count in the text below it.
"""

import re
from typing import NamedTuple

_FIELD = re.compile(r"(title|publisher|published|url)[ \t]*:[ \t]*(\S.*)$", re.IGNORECASE)
_FIELDS = 4


class Header(NamedTuple):
    """The fields of a header by their names in lower case, and the text below it."""

    fields: dict[str, str]
    text: str


def split_header(text: str) -> Header:
    """The header of a canonical text; without fields where it has none."""
    lines = text.split("\n", maxsplit=_FIELDS + 1)
    fields: dict[str, str] = {}
    for number, line in enumerate(lines):
        match = _FIELD.match(line)
        if match and match[1].lower() not in fields:
            fields[match[1].lower()] = match[2].strip()
        elif fields and not line.strip():
            return Header(fields, "\n".join(lines[number + 1 :]).strip("\n"))
        else:
            break
    return Header({}, text)
