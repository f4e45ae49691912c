"""Hostile characters made visible."""

import re

# Control characters, line and paragraph separators, and the marks that turn the direction of
# writing: shown as their code point, because a terminal or a browser would obey them.
_CONTROL = re.compile(
    "[\x00-\x1f\x7f-\x9f\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff"
    "\ud800-\udfff\U000e0000-\U000e007f]"
)
_ASCII = re.compile("[\x00-\x08\x0a-\x1f\x7f]")  # what RFC 5545 has no way to write
_SPACE = re.compile(r"[ \t\r\n\x0b\x0c\x85]+")


def visible(text: str) -> str:
    """The text in one line: white space runs are one space, control characters their codes."""
    return _CONTROL.sub(_code, _SPACE.sub(" ", text))


def visible_controls(text: str) -> str:
    """The text with control characters as their codes; all else, direction marks too, as it is."""
    return _ASCII.sub(_code, text)


def _code(match: re.Match[str]) -> str:
    return f"<U+{ord(match[0]):04X}>"
