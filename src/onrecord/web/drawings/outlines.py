"""The outlines of countries, from the generated table beside this module."""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Outline:
    """A country on the map's grid: ISO 3166-1 alpha-2 code ("" for none), and the path of its land.

    `box` is left, top, right and bottom of its largest part.
    """

    code: str
    box: tuple[int, int, int, int]
    path: str

    @property
    def centre(self) -> tuple[float, float]:
        """The middle of its largest part."""
        left, top, right, bottom = self.box
        return (left + right) / 2, (top + bottom) / 2


@cache
def outlines() -> tuple[Outline, ...]:
    """All outlines, by code."""
    lines = (files(__package__) / "outlines.tsv").read_text("utf-8").splitlines()
    found = []
    for line in lines:
        if not line.startswith("#"):
            code, _, *box, path = line.split("\t")
            left, top, right, bottom = map(int, box)
            found.append(Outline(code, (left, top, right, bottom), path))
    return tuple(found)
