"""What a time expression means, before it is written down as a `Time`."""

from collections.abc import Callable
from typing import NamedTuple

from onrecord.mentions.times.matcher import Found
from onrecord.mentions.times.story import Story
from onrecord.model import TimeType


class Meaning(NamedTuple):
    """TIMEX3 type and value; `explicit` where the words give the year themselves.

    `yearless` marks a day that was given without its year, `aside` a date that the report only
    compares with ("than a year earlier"), from which its story does not go on.
    """

    type: TimeType
    value: str | None
    explicit: bool = False
    yearless: bool = False
    aside: bool = False


Resolver = Callable[[Found, Story], Meaning | None]
