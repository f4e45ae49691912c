"""What all drawings have in common: a frame that says what it shows, links, and rounded numbers."""

from collections.abc import Callable

from onrecord.exports.html import Child, Html, tag

__all__ = ["Address", "Child", "Html", "clipped", "drawing", "linked", "px", "tag", "text"]

Address = Callable[[str], str]
"""From the id of a fact to the address of its page."""


def drawing(box: str, title: str, description: str, *children: Child, class_: str) -> str:
    """An SVG with that view box; programs that read aloud say title and description."""
    return tag(
        "svg",
        tag("title", title),
        tag("desc", description),
        *children,
        xmlns="http://www.w3.org/2000/svg",
        viewBox=box,
        role="group",
        class_=f"drawing {class_}",
    ).markup


def linked(address: str, title: str, *children: Child) -> Html:
    """Something that leads somewhere. Lists beside the drawing lead there by keyboard."""
    return tag("a", tag("title", title), *children, href=address, tabindex="-1")


def text(x: float, y: float, words: str, class_: str = "label", **more: str) -> Html:
    """Words with their base line at a place."""
    return tag("text", words, x=px(x), y=px(y), class_=class_, **more)


def px(number: float) -> str:
    """A length in units of the drawing, to a tenth."""
    return f"{number:.1f}".removesuffix(".0")


def clipped(words: str, most: int) -> str:
    """At most that many characters."""
    return words if len(words) <= most else f"{words[: most - 1].rstrip()}…"
