"""The map: host, leads and contributors of missions, and the places of events.

Who zooms asks for another part of the same grid; countries are chosen by their links.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from onrecord.views.geography import Land, Spot
from onrecord.web.drawings.outlines import Outline, outlines
from onrecord.web.drawings.projection import HEIGHT, WIDTH, project
from onrecord.web.drawings.svg import Address, Html, drawing, linked, px, tag, text

WORLD = (0.0, 40.0, float(WIDTH), HEIGHT - 260.0)  # without the empty south
_RATIO = 2.0  # width to height of a view
_SMALLEST = 260.0  # width of the nearest view
_NAMES = 26  # names that are tried
_DOTS = 400  # places that are shown

Box = tuple[float, float, float, float]
"""Left, top, width and height on the grid of the projection."""


def around(codes: Iterable[str], spots: Iterable[Spot] = ()) -> Box:
    """The part of the map that holds these countries and places with some room; else the world."""
    wanted = set(codes)
    boxes = [o.box for o in outlines() if o.code in wanted]
    points = [project(spot.longitude, spot.latitude) for spot in spots]
    xs = [x for box in boxes for x in box[::2]] + [x for x, _ in points]
    ys = [y for box in boxes for y in box[1::2]] + [y for _, y in points]
    if not xs:
        return WORLD
    width = max((max(xs) - min(xs)) * 1.3, (max(ys) - min(ys)) * 1.3 * _RATIO, _SMALLEST)
    if width > 0.8 * WIDTH:
        return WORLD
    height = width / _RATIO
    return ((min(xs) + max(xs) - width) / 2, (min(ys) + max(ys) - height) / 2, width, height)


def world(
    lands: Sequence[Land],
    spots: Sequence[Spot],
    *,
    country: Address,
    fact: Address,
    view: Box = WORLD,
    chosen: str | None = None,
) -> str:
    """The map of these countries and places. `country` leads from a code to what is told of it."""
    known = {land.code: land for land in lands}
    unit = view[2] / 960  # what is a pixel where the drawing is 960 wide
    shown = [o for o in outlines() if o.code in known]
    return drawing(
        " ".join(px(end) for end in view),
        "Map",
        f"{len(lands)} countries and {len(spots)} places of events. The tables have the same.",
        tag("rect", x=px(view[0]), y=px(view[1]), width=px(view[2]), height=px(view[3]),
            class_="sea"),
        tag("path", d="".join(o.path for o in outlines() if o.code not in known), class_="land"),
        *(_country(o, known[o.code], country, unit, chosen == o.code) for o in shown),
        *(_dot(spot, fact, unit) for spot in spots[:_DOTS]),
        *_names(shown, known, spots, view, unit),
        class_="map",
    )  # fmt: skip


def describe(land: Land) -> str:
    """What a country is to a mission, and how much the record has of it."""
    counts = [f"{n} {name}{'s' * (n != 1)}" for n, name in
              ((land.steps, "step"), (land.events, "event")) if n]  # fmt: skip
    return ", ".join((*land.parts, *counts))


def _country(
    outline: Outline,
    land: Land,
    address: Address,
    unit: float,
    chosen: bool,  # noqa: FBT001
) -> Html:
    """Its land; a ring around it as well where it is too small to be seen."""
    class_ = f"land {land.parts[0] if land.parts else 'scene'}{' chosen' * chosen}"
    shapes = [tag("path", d=outline.path, class_=class_)]
    left, top, right, bottom = outline.box
    if max(right - left, bottom - top) < 9 * unit:
        x, y = outline.centre
        shapes.append(tag("circle", cx=px(x), cy=px(y), r=px(5 * unit), class_=class_))
    return linked(address(land.code), f"{land.name}: {describe(land)}", *shapes)


def _dot(spot: Spot, fact: Address, unit: float) -> Html:
    x, y = project(spot.longitude, spot.latitude)
    size = (2.6 + min(spot.events, 40) ** 0.5) * unit
    told = f"{spot.name}: {spot.events} event{'s' * (spot.events != 1)}"
    return linked(
        fact(spot.first), told, tag("circle", cx=px(x), cy=px(y), r=px(size), class_="spot")
    )


@dataclass(frozen=True, slots=True)
class _Label:
    x: float
    y: float
    words: str
    class_: str
    room: float = 0  # width of what bears the name


def _names(
    shown: Sequence[Outline], known: dict[str, Land], spots: Sequence[Spot], view: Box, unit: float
) -> Iterator[Html]:
    """Names of countries, then of places, as long as none covers another."""
    order = {land: number for number, land in enumerate(known)}
    countries = sorted((o for o in shown), key=lambda o: order[o.code])
    labels = [
        _Label(*o.centre, known[o.code].name, "country", o.box[2] - o.box[0])
        for o in countries[:_NAMES]
    ]
    labels += [_Label(*project(s.longitude, s.latitude), s.name, "place") for s in spots[:_NAMES]]
    taken: list[Box] = []
    size = 12 * unit
    for label in labels:
        wide = len(label.words) * size * 0.58
        for place in _around(label, wide, size):
            box = (place[0], place[1] - size, wide, size * 1.25)
            if _inside(box, view) and not any(_overlap(box, other) for other in taken):
                taken.append(box)
                yield text(*place, label.words, label.class_, font_size=px(size))
                break


def _around(label: _Label, wide: float, size: float) -> Iterator[tuple[float, float]]:
    """On what is wide enough; else right, left, above and below of it."""
    if label.room > wide:
        yield label.x - wide / 2, label.y + size * 0.35
    yield label.x + size * 0.7, label.y + size * 0.35
    yield label.x - wide - size * 0.7, label.y + size * 0.35
    yield label.x - wide / 2, label.y - size * 0.7
    yield label.x - wide / 2, label.y + size * 1.6


def _inside(box: Box, view: Box) -> bool:
    return (
        view[0] <= box[0]
        and view[1] <= box[1]
        and box[0] + box[2] <= view[0] + view[2]
        and box[1] + box[3] <= view[1] + view[3]
    )


def _overlap(one: Box, other: Box) -> bool:
    return (
        one[0] < other[0] + other[2]
        and other[0] < one[0] + one[2]
        and one[1] < other[1] + other[3]
        and other[1] < one[1] + one[3]
    )
