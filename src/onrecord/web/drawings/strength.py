"""The strength of a mission over time: a stair of how many people were there, at least."""

from collections.abc import Iterator, Sequence
from datetime import date

from onrecord.record.periods import period
from onrecord.record.profiles import Strength
from onrecord.views.amounts import grouped
from onrecord.views.dates import in_words
from onrecord.web.drawings.axes import Days, Numbers, shifted
from onrecord.web.drawings.svg import Html, drawing, px, tag, text

_WIDTH, _HEIGHT = 720, 220
_LEFT, _RIGHT, _TOP, _BOTTOM = 60, 690, 22, 190

Level = tuple[date, date, Strength]


def strength(levels: Sequence[Strength], until: date | None = None) -> str:
    """A stair from the first day to `until`, or a little past the last one; "" without any day.

    A level whose day is not told begins on the first day that it may mean: the pale run of the
    stair goes to the last one.
    """
    told = [(p.first, p.last, s) for s in levels if (p := period(s.date))]
    told.sort(key=lambda level: level[:2])
    known = [level for level in told if level[0] > date.min and level[1] < date.max]
    if not known:
        return ""
    first, last = known[0][0], max(end for _, end, _ in known)
    after = shifted(last, max((last - first).days // 20, 1))
    days = Days(first, max(after, until or after), _LEFT, _RIGHT)
    high = max(level.number for _, _, level in known)
    people = Numbers(0, max(high, 1) * 1.12, _BOTTOM, _TOP)
    line = _stair(known, days, people)
    area = f"{line}V{px(people.at(0))}H{px(days.at(first))}Z"
    return drawing(
        f"0 0 {_WIDTH} {_HEIGHT}",
        "Strength over time",
        "; ".join(f"{in_words(s.date)}: {grouped(s.number)}" for _, _, s in known),
        *_grid(days, people),
        tag("path", d=area, class_="area"),
        tag("path", d=line, class_="stair"),
        *_labels(known, days, people),
        class_="strength",
    )


def _stair(levels: Sequence[Level], days: Days, people: Numbers) -> str:
    start = f"M{px(days.at(levels[0][0]))},{px(people.at(0))}"
    steps = "".join(
        f"H{px(days.at(first))}V{px(people.at(level.number))}" for first, _, level in levels
    )
    return f"{start}{steps}H{px(days.right)}"


def _grid(days: Days, people: Numbers) -> Iterator[Html]:
    for y, words in people.ticks():
        yield tag("line", x1=px(_LEFT), x2=px(_RIGHT), y1=px(y), y2=px(y), class_="grid")
        yield text(_LEFT - 8, y + 4, words, "tick", text_anchor="end")
    for x, words in days.ticks():
        yield tag("line", x1=px(x), x2=px(x), y1=px(_BOTTOM), y2=px(_BOTTOM + 5), class_="grid")
        yield text(x, _BOTTOM + 18, words, "tick", text_anchor="middle")


def _labels(levels: Sequence[Level], days: Days, people: Numbers) -> Iterator[Html]:
    """Each level at its beginning, where there is room; the time that it may have begun in."""
    right = -1.0
    for first, last, level in levels:
        x, y = days.at(first), people.at(level.number)
        if last > first:
            yield tag("line", x1=px(x), x2=px(days.at(last)), y1=px(y), y2=px(y), class_="maybe")
        words = grouped(level.number)
        if x >= right:
            yield text(x, y - 6, words, "value")
            right = x + 7 * len(words) + 8
