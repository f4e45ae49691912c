"""The paragraphs of a text."""

from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.documents.lines import Line, continues, stanzas, wrap_width
from onrecord.model import Span


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph, list item, or line that stands for itself.

    `opens` and `closes` say whether it is the first and the last of the lines between two blank
    lines; a paragraph with blank lines on both sides is both.
    """

    span: Span
    words: str
    is_item: bool
    is_closed: bool
    opens: bool
    closes: bool

    @property
    def stands_alone(self) -> bool:
        """Whether there is a blank line, or the end of the text, on both sides."""
        return self.opens and self.closes


def paragraphs(text: str) -> list[Paragraph]:
    """The paragraphs of `text` in order: all of it but white space.

    Blank lines separate paragraphs. Where a text is wrapped by hand the lines of a paragraph
    are joined; else each line is a paragraph.
    """
    groups = stanzas(text)
    width = wrap_width(groups)
    return [
        _paragraph(text, lines, opens=first, closes=last)
        for group in groups
        for lines, first, last in _ends(list(_joined(group, width)))
    ]


def _joined(group: list[Line], width: int | None) -> Iterator[list[Line]]:
    held = [group[0]]
    for line in group[1:]:
        if continues(held[-1], line, width, in_item=held[0].is_item):
            held.append(line)
        else:
            yield held
            held = [line]
    yield held


def _ends(parts: list[list[Line]]) -> Iterator[tuple[list[Line], bool, bool]]:
    for number, lines in enumerate(parts):
        yield lines, number == 0, number == len(parts) - 1


def _paragraph(text: str, lines: list[Line], *, opens: bool, closes: bool) -> Paragraph:
    span = Span(lines[0].span.start, lines[-1].span.end)
    return Paragraph(
        span=span,
        words=span.of(text) if len(lines) > 1 else lines[0].words,
        is_item=lines[0].is_item,
        is_closed=lines[-1].is_closed,
        opens=opens,
        closes=closes,
    )
