"""Figures of one measure: a line each in order of time, a dot for a number, a bar for a range."""

from collections.abc import Iterator

from onrecord.views.dates import compact
from onrecord.views.figures import Row
from onrecord.views.measures import Measure
from onrecord.web.drawings.axes import Numbers, numbers
from onrecord.web.drawings.svg import Address, Html, clipped, drawing, linked, px, tag, text

_WIDTH, _DATE, _LEFT, _RIGHT, _SAYS = 760, 4, 150, 430, 452
_TOP, _ROW = 20, 22
_NARROW = 44  # characters of what is said at the right
_LONG = 240  # characters of a sentence
_BRACKETS = 5  # brackets beside each other


def figures(measure: Measure, fact: Address) -> str:
    """The figures of a measure; "" where none has a number. Brackets join those that disagree."""
    values = [end for row in measure.rows for end in (row.min, row.max) if end is not None]
    if not values:
        return ""
    scale = numbers(values, _LEFT, _RIGHT)
    bottom = _TOP + len(measure.rows) * _ROW
    return drawing(
        f"0 0 {_WIDTH} {bottom + 6}",
        measure.name,
        f"{len(measure.rows)} figures in order of time, {len(measure.against)} disagreements",
        *_grid(scale, bottom),
        *(_line(row, _y(number), scale, fact) for number, row in enumerate(measure.rows)),
        *_brackets(measure),
        class_="figures",
    )


def _y(number: int) -> float:
    return _TOP + number * _ROW + _ROW / 2


def _grid(scale: Numbers, bottom: float) -> Iterator[Html]:
    for x, words in scale.ticks():
        yield tag("line", x1=px(x), x2=px(x), y1=px(_TOP - 4), y2=px(bottom), class_="grid")
        yield text(x, _TOP - 9, words, "tick", text_anchor="middle")


def _line(row: Row, y: float, scale: Numbers, fact: Address) -> Html:
    who = ", ".join(row.source) or row.publisher or row.title or ""
    says = " · ".join(filter(None, (row.quantity, who)))
    date = compact(row.as_of) or (f"by {row.first_published}" if row.first_published else "—")
    return linked(
        fact(row.id),
        clipped(row.sentence, _LONG),
        text(_DATE, y + 4, clipped(date, 22), "tick"),
        tag("line", x1=px(_LEFT), x2=px(_RIGHT), y1=px(y), y2=px(y), class_="rule"),
        *_value(row, y, scale),
        text(_SAYS, y + 4, clipped(says, _NARROW), "value"),
    )


def _value(row: Row, y: float, scale: Numbers) -> Iterator[Html]:
    """A dot; a bar between two ends; from one end a line to where the scale ends."""
    about = " about" if row.approx else ""
    ends = [scale.at(end) for end in (row.min, row.max) if end is not None]
    if not ends:
        return
    left = ends[0] if row.min is not None else scale.left
    right = ends[-1] if row.max is not None else scale.right
    if left < right:
        open_ = " open" if len(ends) == 1 else ""
        yield tag("line", x1=px(left), x2=px(right), y1=px(y), y2=px(y), class_=f"range{open_}")
    for x in dict.fromkeys(ends):
        yield tag("circle", cx=px(x), cy=px(y), r="4.5", class_=f"mark done{about}")


def _brackets(measure: Measure) -> Iterator[Html]:
    """A bracket for each pair that cannot both be right, left of the scale."""
    at = {row.id: number for number, row in enumerate(measure.rows)}
    for number, pair in enumerate(measure.against):
        top, bottom = sorted(_y(at[key]) for key in pair)
        x = _LEFT - 8 - 4 * (number % _BRACKETS)
        path = f"M{px(_LEFT - 3)},{px(top)}H{px(x)}V{px(bottom)}H{px(_LEFT - 3)}"
        yield tag("path", tag("title", "These two disagree"), d=path, class_="conflict")
