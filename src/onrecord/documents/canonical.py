"""The canonical text of pages and plain text files."""

import re

_LINE_END = re.compile(r"\r\n?|\f")
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ufeff]")
_HALF = re.compile("[\ud800-\udfff]")
_TRAILING = " \t\xa0"


def canonical(text: str) -> str:
    r"""The text that spans count into: line ends as `\n`, no control characters but `\t`.

    Byte order marks, spaces at the ends of lines and empty lines at both ends of the text go
    too; a form feed ends a line, half a surrogate pair becomes U+FFFD. Nothing else is changed.
    """
    clean = _CONTROL.sub("", _LINE_END.sub("\n", whole(text)))
    return "\n".join(line.rstrip(_TRAILING) for line in clean.split("\n")).strip("\n")


def whole(text: str) -> str:
    """The text with U+FFFD for each half of a surrogate pair, which no file can hold."""
    return _HALF.sub("\N{REPLACEMENT CHARACTER}", text)
