"""Markdown (CommonMark with tables) -> draft."""

import re
from collections.abc import Iterable, Iterator

from markdown_it import MarkdownIt
from markdown_it.token import Token

from onrecord.documents.canonical import canonical
from onrecord.documents.charset import decode
from onrecord.documents.compose import Draft
from onrecord.documents.header import split_header
from onrecord.documents.refusal import UnreadableError
from onrecord.model import Declared, DeclaredName

_FRONT = re.compile(r"---\n((?:[^\n]{0,1000}\n){1,40}?)---\n")
_FIELD = re.compile(
    r"(title|author|publisher|date|published|url)[ \t]*:[ \t]*(\S.*)", re.IGNORECASE
)
_QUOTES = "\"'"


def markdown_draft(content: bytes) -> Draft:
    """The words of a Markdown text without its marks: a paragraph a line, items with a dash.

    Its front matter, or a header as in plain text (see `split_header`), says what is known.
    """
    text = canonical(decode(content))
    front = _FRONT.match(text)
    declared, body = split_header(text)
    if front:
        declared, body = tuple(_fields(front[1])), text[front.end() :]
    words = canonical("".join(_words(MarkdownIt("commonmark").enable("table").parse(body))))
    if not words.strip():
        raise UnreadableError("empty file")
    return Draft(text=words, declared=declared)


def _fields(front: str) -> Iterator[Declared]:
    names: dict[str, DeclaredName] = {
        "title": "title",
        "author": "author",
        "publisher": "publisher",
        "date": "published",
        "published": "published",
        "url": "url",
    }
    for line in front.split("\n"):
        match = _FIELD.match(line)
        if match:
            value, way = match[2].strip().strip(_QUOTES), f"front matter {match[1]}"
            yield Declared(name=names[match[1].lower()], value=value, way=way)


def _words(tokens: Iterable[Token]) -> Iterator[str]:
    """What is said between the marks, with blank lines between paragraphs, none between items."""
    items: list[bool] = []  # for each list item that is open, whether it has its dash
    row: list[str] | None = None
    for token in tokens:
        if token.type == "list_item_open":
            items.append(False)
        elif token.type == "list_item_close":
            items.pop()
        elif token.type == "tr_open":
            row = []
        elif token.type == "tr_close":
            yield " | ".join(row or ()) + "\n\n"
            row = None
        elif token.type == "inline" and row is not None:
            row.append(_inline(token))
        elif token.type == "inline":
            yield _paragraph(_inline(token), items)
        elif token.type in {"fence", "code_block"}:
            yield f"{token.content}\n"
        elif token.type in {"bullet_list_close", "ordered_list_close"} and not items:
            yield "\n"


def _paragraph(words: str, items: list[bool]) -> str:
    if not items:
        return f"{words}\n\n"
    dash = "  " if items[-1] else "- "
    items[-1] = True
    return f"{dash}{words}\n"


def _inline(token: Token) -> str:
    """The words of a line: those of links, not their addresses; nothing for images and HTML."""
    said: list[str] = []
    for child in token.children or ():
        if child.type in {"text", "code_inline"}:
            said.append(child.content)
        elif child.type in {"softbreak", "hardbreak"}:
            said.append(" ")
    return "".join(said).strip()
