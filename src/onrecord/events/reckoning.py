"""Days that a sentence lets one reckon: "landed today, five days after the council voted"."""

import re
from datetime import date, timedelta

from onrecord.events.fillers import Scene
from onrecord.lexicon import table
from onrecord.model import Time, When

_LENGTH = re.compile(r"P(\d{1,4})([DW])")
_DAYS = {"D": 1, "W": 7}
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def reckoned(scene: Scene, verb: int, tied: dict[int, Time]) -> When | None:
    """The day of the clause at `verb` from that of its governor and the length between them.

    Days and weeks alone are reckoned: months and years have no length of their own.
    """
    sentence = scene.sentence
    token = sentence.tokens[verb]
    while token.dep == "xcomp":
        token = sentence.tokens[token.head]
    base = tied.get(token.head)
    way = [w for t in sentence.dependents(token.i, "mark") if (w := _way(t.lower))]
    if token.dep != "advcl" or base is None or not way or not _DAY.fullmatch(base.edtf or ""):
        return None
    mark = next(t for t in sentence.dependents(token.i, "mark") if _way(t.lower))
    length = next((t for t in scene.times if _is_just_before(scene, t, mark.span.start)), None)
    found = _LENGTH.fullmatch(length.value or "") if length else None
    if found is None or length is None:
        return None
    days = way[0] * int(found[1]) * _DAYS[found[2]]
    try:
        day = (date.fromisoformat(base.edtf or "") + timedelta(days=days)).isoformat()
    except OverflowError:
        return None
    return When(value=day, edtf=day, span=length.span, inferred=base.inferred)


def _way(mark: str) -> int:
    """-1 where the clause is the earlier one ("after"), 1 where it is the later, else 0."""
    signs: dict[int, str] = table("control")["reckoning"]
    return next((sign for sign, word in signs.items() if word == mark), 0)


def _is_just_before(scene: Scene, time: Time, at: int) -> bool:
    return time.type == "DURATION" and scene.text[time.span.end : at].strip() == ""
