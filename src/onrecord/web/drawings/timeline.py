"""The timeline: a lane for each kind of event, a dot for a day, a bar for a longer time.

Where a lane has more events than fit, it shows how many there are instead.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from onrecord.record.periods import Period, period
from onrecord.record.tellings import standing
from onrecord.views.dates import in_words
from onrecord.views.timeline import Entry
from onrecord.views.wording import caveats, happening, label
from onrecord.web.drawings.axes import Days, shifted
from onrecord.web.drawings.svg import Address, Html, clipped, drawing, linked, px, tag, text

_WIDTH, _LEFT, _RIGHT = 960, 150, 944
_TOP, _ROW, _GAP = 26, 13, 9
_DOT = 4.5
_ROWS = 5  # rows of a lane before it becomes a density
_MOST = 40  # marks of a lane before it becomes one
_LONG = 160  # characters of what a mark tells
_BIN = 16
_HIGH = 34  # height of the fullest bar of a density
_LANES = 14
_CORE = 0.9  # share of the events that the axis has to hold
_FAR = 3  # how many times longer than the core the whole has to be, for its ends to be cut

Between = Callable[[date, date], str]
"""From two days to the address of the timeline between them."""


@dataclass(frozen=True, slots=True)
class _Mark:
    row: Entry
    when: Period


def timeline(rows: Sequence[Entry], fact: Address, between: Between) -> str:
    """Events by their dates; "" where none has one. What is cut off or undated is counted."""
    dated = [_Mark(row, when) for row in rows if (when := period(row.date))]
    if not dated:
        return ""
    core = _core(dated)
    early = [mark for mark in dated if mark.when.last < core.first]
    late = [mark for mark in dated if mark.when.first > core.last]
    days = Days(core.first, core.last, _LEFT, _RIGHT)
    y = float(_TOP)
    lanes: list[Html] = []
    for name, marks in _lanes([m for m in dated if m.when.overlaps(core)]):
        packed = _packed(marks, days)
        height = len(packed) * _ROW if packed else _HIGH
        lanes.append(text(_LEFT - 14, y + height / 2 + 4, clipped(name, 20), "lane"))
        lanes += _drawn(packed, y, fact) if packed else _density(marks, days, y, between)
        y += height + _GAP
        lanes.append(_rule(y - _GAP / 2))
    return drawing(
        f"0 0 {_WIDTH} {px(y + 16)}",
        "Timeline",
        f"{len(dated)} dated events, in lanes by kind. The list has the same events.",
        *_grid(days, y),
        *lanes,
        *_cut(early, late, y, between),
        class_="timeline",
    )


def _core(marks: Sequence[_Mark]) -> Period:
    """The days of the axis: all, or the shortest time of most events where a few are far off."""
    ends = sorted(day for m in marks for day in m.when if date.min < day < date.max)
    if not ends:  # nothing but times without an end
        return Period(date(1900, 1, 1), date(2100, 1, 1))
    size = max(2, round(len(ends) * _CORE))
    windows = list(zip(ends, ends[size - 1 :], strict=False)) or [(ends[0], ends[-1])]
    first, last = min(windows, key=lambda pair: pair[1] - pair[0])
    if (ends[-1] - ends[0]).days <= max(_FAR * (last - first).days, 365):
        first, last = ends[0], ends[-1]
    room = max((last - first).days // 40, 1)
    return Period(shifted(first, -room), shifted(last, room))


def _lanes(marks: Sequence[_Mark]) -> Iterator[tuple[str, list[_Mark]]]:
    """The kinds of events, those with most first; the rest shares a lane."""
    kinds: dict[str, list[_Mark]] = defaultdict(list)
    for mark in marks:
        kinds[mark.row.type].append(mark)
    ranked = sorted(kinds.items(), key=lambda kind: (-len(kind[1]), kind[0]))
    most = _LANES if len(ranked) <= _LANES else _LANES - 1
    yield from ((label(name), found) for name, found in ranked[:most])
    if ranked[most:]:
        yield "other kinds", [mark for _, found in ranked[most:] for mark in found]


def _packed(marks: Sequence[_Mark], days: Days) -> list[list[tuple[float, float, _Mark]]]:
    """The marks in rows in which none touches another; empty where there are too many."""
    if len(marks) > _MOST:
        return []
    rows: list[list[tuple[float, float, _Mark]]] = []
    for mark in sorted(marks, key=lambda m: (m.when, m.row.id)):
        left, right = days.at(mark.when.first), days.at(mark.when.last)
        right = max(right, left + 2 * _DOT)
        row = next((r for r in rows if r[-1][1] + 2 < left), None)
        if row is None:
            row = []
            rows.append(row)
        row.append((left, right, mark))
        if len(rows) > _ROWS:
            return []
    return rows


def _drawn(
    rows: list[list[tuple[float, float, _Mark]]], top: float, fact: Address
) -> Iterator[Html]:
    for number, row in enumerate(rows):
        y = top + number * _ROW + _ROW / 2
        for left, right, mark in row:
            yield linked(fact(mark.row.id), _told(mark.row), _shape(mark, left, right, y))


def _shape(mark: _Mark, left: float, right: float, y: float) -> Html:
    row = mark.row
    class_ = f"mark {standing(row.certainty, row.polarity)}{' guessed' if row.inferred else ''}"
    if mark.when.days == 1:
        return tag("circle", cx=px(left), cy=px(y), r=px(_DOT), class_=class_)
    return tag("rect", x=px(left), y=px(y - _DOT + 1), width=px(right - left),
               height=px(2 * _DOT - 2), rx="3", class_=class_)  # fmt: skip


def _density(marks: Sequence[_Mark], days: Days, top: float, between: Between) -> Iterator[Html]:
    """Bars of how many events begin in each short time."""
    bins: dict[int, list[_Mark]] = defaultdict(list)
    for mark in marks:
        bins[int((days.at(mark.when.first) - _LEFT) // _BIN)].append(mark)
    most = max(len(found) for found in bins.values())
    for number, found in sorted(bins.items()):
        height = max(2.0, _HIGH * len(found) / most)
        starts = [max(mark.when.first, days.first) for mark in found]
        first, last = min(starts), max(starts)
        title = f"{len(found)} events, {in_words(_iso(first))} to {in_words(_iso(last))}"
        bar = tag("rect", x=px(_LEFT + number * _BIN), y=px(top + _HIGH - height),
                  width=px(_BIN - 1), height=px(height), class_="density")  # fmt: skip
        yield linked(between(first, last), title, bar)


def _grid(days: Days, bottom: float) -> Iterator[Html]:
    for x, words in days.ticks():
        yield tag("line", x1=px(x), x2=px(x), y1=px(_TOP - 6), y2=px(bottom), class_="grid")
        end = "end" if x > _RIGHT - 40 else "middle"
        yield text(x, _TOP - 12, words, "tick", text_anchor=end)


def _rule(y: float) -> Html:
    return tag("line", x1="0", x2=px(_RIGHT), y1=px(y), y2=px(y), class_="rule")


def _cut(
    early: Sequence[_Mark], late: Sequence[_Mark], y: float, between: Between
) -> Iterator[Html]:
    """How many events the axis does not reach, and the way to them."""
    for marks, x, words, end in (
        (early, _LEFT, "← {} earlier", "start"),
        (late, _RIGHT, "{} later →", "end"),
    ):
        if marks:
            days = [day for mark in marks for day in mark.when]
            told = words.format(len(marks))
            address = between(min(days), max(days))
            yield linked(address, told, text(x, y + 10, told, "cut", text_anchor=end))


def _told(row: Entry) -> str:
    told = (in_words(row.date, inferred=row.inferred), happening(row), caveats(row))
    return clipped(" · ".join(filter(None, told)), _LONG)


def _iso(day: date) -> str:
    return day.isoformat()
