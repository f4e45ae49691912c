"""HTML that cannot be injected into: text is escaped unless it was made here."""

from dataclasses import dataclass
from html import escape
from typing import Union

from onrecord.exports.visible import visible

_VOID = frozenset(("meta", "link", "br"))


@dataclass(frozen=True, slots=True)
class Html:
    """Markup made by `tag`; plain strings beside it are text."""

    markup: str


Child = Union[Html, str, None]  # noqa: UP007


def tag(name: str, *children: Child, **attributes: str | None) -> Html:
    """An element. `class_` stands for class, `data_x` for data-x; None leaves an attribute out."""
    pairs = ((key.rstrip("_").replace("_", "-"), v) for key, v in attributes.items())
    start = "".join(f' {key}="{_text(v)}"' for key, v in pairs if v is not None)
    if name in _VOID:
        return Html(f"<{name}{start}>")
    return Html(f"<{name}{start}>{joined(*children).markup}</{name}>")


def joined(*children: Child) -> Html:
    """The children one after the other."""
    return Html("".join(_markup(child) for child in children))


def link(url: str | None, text: str) -> Html | str:
    """A link where the address is one of the web; else nothing but the text."""
    if url and url.lower().startswith(("https://", "http://")):
        return tag("a", text, href=url, rel="noopener noreferrer nofollow")
    return text


def _markup(child: Child) -> str:
    if isinstance(child, Html):
        return child.markup
    return _text(child or "")


def _text(text: str) -> str:
    return escape(visible(text), quote=True)
