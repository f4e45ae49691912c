"""An article as a set of named fields, as data sets keep it -> draft."""

import re
from collections import deque
from collections.abc import Mapping
from functools import cache
from typing import Any, get_args

from onrecord.documents.canonical import canonical, whole
from onrecord.documents.compose import Draft
from onrecord.documents.confined import draft_of
from onrecord.documents.refusal import UnreadableError
from onrecord.lexicon import table
from onrecord.model import Declared, DeclaredName

_MARKUP = re.compile(r"<(?:p|div|br|h[1-6]|ul|table)\b[^<>]{0,200}>", re.IGNORECASE)
_LOOKED_AT = 5_000
_NO_LETTER = re.compile(r"[\W_]+")
_DEPTH = 3  # fields within fields


def article_draft(fields: Mapping[str, Any]) -> Draft:
    """The draft of an article whose fields have one of the usual names (`fields.yaml`).

    Raises `UnreadableError` where no field is known to hold its text.
    """
    flat = _flat(fields)
    name = next((name for name in _names("text") if name in flat), None)
    if name is None:
        raise UnreadableError("has no text")
    text = _joined(flat[name], "\n\n")
    if text is None:
        raise UnreadableError("text is not a string")
    if not text.strip():
        raise UnreadableError("text is empty")
    known = _declared(flat)
    if _MARKUP.search(text[:_LOOKED_AT]):
        draft = draft_of(f"<html><body><article>{whole(text)}".encode(), "page")
        title = [one for one in draft.declared if one.name == "title"]
        return Draft(text=draft.text, declared=(*known, *title))
    return Draft(text=canonical(text), declared=known)


def _declared(flat: Mapping[str, Any]) -> tuple[Declared, ...]:
    """What the fields of an article, by their plain names, say of its publication."""
    found: list[Declared] = []
    for name in get_args(DeclaredName):
        values = ((key, _joined(flat.get(key), ", ")) for key in _names(name))
        said = next(((key, value) for key, value in values if value and value.strip()), None)
        if said:
            found.append(Declared(name=name, value=whole(said[1]), way=f"field {said[0]}"))
    return tuple(found)


def holds_text(name: str) -> bool:
    """Whether a field of this name is known to hold an article's text."""
    return plain_name(name) in _names("text")


def plain_name(name: str) -> str:
    """A field's name in lower case, letters and digits alone."""
    return _NO_LETTER.sub("", name).casefold()


@cache
def _names(kind: str) -> tuple[str, ...]:
    return tuple(table("fields")[kind])


def _flat(fields: Mapping[str, Any]) -> dict[str, Any]:
    """The fields by plain names, those within others as `outer.inner`; the first of a name."""
    found: dict[str, Any] = {}
    waiting: deque[tuple[str, Any, int]] = deque([("", fields, _DEPTH)])
    while waiting:
        before, value, depth = waiting.popleft()
        if isinstance(value, list) and value and all(isinstance(one, dict) for one in value):
            value = value[0]
        if isinstance(value, dict) and depth:
            inner = ((f"{before}{plain_name(str(k))}", v) for k, v in value.items())
            waiting.extend((name + ".", v, depth - 1) for name, v in inner)
        elif before:
            found.setdefault(before.removesuffix("."), value)
    return found


def _joined(value: Any, between: str) -> str | None:
    """A field as text: a number as it is written, a list of strings joined, else None."""
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    if isinstance(value, list) and all(isinstance(one, str) for one in value):
        return between.join(value)
    return value if isinstance(value, str) else None
