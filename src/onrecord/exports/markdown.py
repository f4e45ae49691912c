"""Text that Markdown takes for nothing but text."""

import re

_SPECIAL = re.compile(r"[\\`*_\[\]|~#]")
_HTML = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
_OPENING = re.compile(r"^(\s*)([-+=]|\d+[.)])")  # what would open a list or underline a heading


def escaped(text: str) -> str:
    """The text with every character that Markdown or HTML would act on made harmless."""
    plain = _SPECIAL.sub(lambda match: f"\\{match[0]}", text.translate(_HTML))
    return _OPENING.sub(_guarded, plain)


def _guarded(match: re.Match[str]) -> str:
    mark = match[2]
    return f"{match[1]}{mark[:-1]}\\{mark[-1]}"
