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
from typing import NamedTuple, get_args

from onrecord.model import Declared, DeclaredName

_FIELD = re.compile(r"(title|publisher|published|url)[ \t]*:[ \t]*(\S.*)$", re.IGNORECASE)
_FIELDS = 4
_NAMES: dict[str, DeclaredName] = {name: name for name in get_args(DeclaredName)}


class Header(NamedTuple):
    """What a header declares, and the text below it."""

    declared: tuple[Declared, ...]
    text: str


def split_header(text: str) -> Header:
    """The header of a canonical text; declares nothing where it has none."""
    lines = text.split("\n", maxsplit=_FIELDS + 1)
    found: dict[str, Declared] = {}
    for number, line in enumerate(lines):
        match = _FIELD.match(line)
        if match and match[1].lower() not in found:
            name = _NAMES[match[1].lower()]
            found[name] = Declared(name=name, value=match[2].strip(), way=f"header {match[1]}")
        elif found and not line.strip():
            return Header(tuple(found.values()), "\n".join(lines[number + 1 :]).strip("\n"))
        else:
            break
    return Header((), text)
