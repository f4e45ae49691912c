"""Text -> blocks."""

from collections.abc import Sequence

from onrecord.documents.paragraphs import Paragraph, paragraphs
from onrecord.documents.roles import roles
from onrecord.documents.signs import boilerplate, sign
from onrecord.model import Block

_HEADLINE_WORDS = 30
_QUESTION_WORDS = 16
_FEWEST_WORDS = 2
_MOST_LABELS = 2
_FINAL = ".!?:;,…\"'”’ "


def find_blocks(text: str, title: str | None = None) -> tuple[tuple[Block, ...], str | None]:
    """The blocks of a canonical text and its title: the given one, or else its headline.

    A first paragraph that is the title is the headline. Without a title it is one if it is short,
    has no final full stop, and stands apart from the text below it.
    """
    parts = paragraphs(text)
    number = _headline(parts, title)
    found = roles(parts, number)
    if title is None and number is not None:
        title = plain(parts[number].words)
    blocks = (Block(role=role, span=p.span) for role, p in zip(found, parts, strict=True))
    return tuple(blocks), title


def plain(words: str | None) -> str | None:
    """Words with single spaces and none around them; None where nothing is left."""
    return " ".join(words.split()) or None if words else None


def is_title(words: str, title: str) -> bool:
    """Whether a paragraph gives the title; a publisher's name behind a dash may be missing."""
    given, wanted = (" ".join(text.split()).casefold().strip(_FINAL) for text in (words, title))
    return bool(given) and (given == wanted or wanted.startswith((f"{given} - ", f"{given} | ")))


def _headline(parts: Sequence[Paragraph], title: str | None) -> int | None:
    """The number of the headline among the paragraphs.

    It is the first that is no boilerplate, or that stands under a label such as a date.
    """
    number = next((n for n, p in enumerate(parts) if not boilerplate().kind(p.words)), None)
    if title is not None:
        first = 0 if parts and is_title(parts[0].words, title) else number
        return first if first is not None and is_title(parts[first].words, title) else None
    if number is None:
        return None
    labels = 0
    while labels < _MOST_LABELS and _is_label(parts, number + labels):
        labels += 1
    number += labels
    fits = number < len(parts) and _looks_like_headline(parts[number])
    return number if fits and _stands_apart(parts, number) else None


def _is_label(parts: Sequence[Paragraph], number: int) -> bool:
    if number >= len(parts) or not parts[number].stands_alone:
        return False
    return sign("no_headline").match(parts[number].words) is not None


def _looks_like_headline(paragraph: Paragraph) -> bool:
    count = len(paragraph.words.split())
    asks = paragraph.words.endswith("?")
    short = _FEWEST_WORDS <= count <= (_QUESTION_WORDS if asks else _HEADLINE_WORDS)
    return (
        short
        and (asks or not paragraph.is_closed)
        and not paragraph.is_item
        and not _is_no_headline(paragraph)
    )


def _is_no_headline(paragraph: Paragraph) -> bool:
    summary = sign("summary_heading").fullmatch(paragraph.words)
    return bool(summary or sign("no_headline").match(paragraph.words))


def _stands_apart(parts: Sequence[Paragraph], number: int) -> bool:
    """Followed by a blank line, or by longer lines in a text that has no blank lines at all."""
    if number + 1 >= len(parts):
        return False
    if parts[number].stands_alone:
        return True
    below = parts[number + 1 :]
    no_gaps = number == 0 and parts[-1].closes and not any(p.opens for p in below)
    return no_gaps and any(len(p.words) > len(parts[0].words) and p.is_closed for p in below[:4])
