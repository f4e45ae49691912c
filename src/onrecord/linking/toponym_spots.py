"""Where a text may name a place, and what stands around the name."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from onrecord.lexicon import word_set
from onrecord.linking.gazetteer import plain
from onrecord.linking.toponym_names import key
from onrecord.linking.toponym_table import (
    Candidate,
    country,
    longest,
    named,
    short_forms,
    states_by_key,
    states_by_name,
)
from onrecord.model import Report, Span

_WORD = re.compile(r"\w+")
_CAPITALISED = re.compile(r"(?<!\w)(?=[A-Z\u0080-\U0010ffff])\w+")  # or may be, beyond ASCII
_GAP = re.compile(r"[ \-']|\.(?: |(?=\w))|, (?=[A-Z]\.?[A-Z]\b)")
_AROUND_AN_APOSTROPHE = 3  # words that "Xi'an" and "Cote d'Ivoire" may take up
_BEFORE = re.compile(r"(\w+\.?)[ \-]$")
_AFTER = re.compile(r"[ \-](\w+)")
_IN = re.compile(r", (?=[A-Z])| \((?=[A-Z][^()\n]{1,30}\))")
_DATELINE = re.compile(r"[^\n—–-]{0,40}?(?:\([^)\n]{2,30}\) ?)?(?:--|[—–]| - )")
_STARTS = frozenset('\n.!?:;"“”‘•*|/\t')
_LOUD = 4  # a single word in capitals longer than that may be a name in a dateline


@dataclass(slots=True)
class Spot:
    """A stretch of text that may name a place.

    `before` and `after` are the words next to it; `joined` tells whether a hyphen ties it to a
    next word in capitals, `opens` whether it stands at the start of a sentence or line, `dateline`
    whether it heads a dispatch, `people` whether it is a people's name, `short` whether it is a
    region's short form, `claimed` whether something else is thought to go by it; `holder` is the
    index of the spot that it is said to lie in ("Boise, Idaho").
    """

    span: Span
    key: str
    candidates: tuple[Candidate, ...]
    before: str
    after: str
    joined: bool
    opens: bool
    dateline: bool
    people: bool = False
    short: bool = False
    claimed: bool = False
    holder: int | None = None


def spots(report: Report, taken: Sequence[Span]) -> list[Spot]:
    """All stretches of the report that may name a place, in text order, none overlapping."""
    text = plain(report.text)
    closed = Closed(taken)
    starts = {block.span.start for block in report.blocks} | {0}
    found: list[Spot] = []
    end = 0
    for word in _CAPITALISED.finditer(text):
        at = word.start()
        if at < end or not text[at].isupper() or _inside_a_word(text, at):
            continue
        match = _longest(text, word, closed)
        if match is None:
            continue
        spot = _spot(text, Span(at, match.end), match, opens_line=at in starts)
        spot.claimed = spot.span in closed.names
        found.append(spot)
        end = match.end
    _contain(text, found)
    return found


@dataclass(frozen=True, slots=True)
class _Match:
    end: int
    key: str
    candidates: tuple[Candidate, ...]
    people: bool = False
    short: bool = False


class Closed:
    """The spans in which no place is looked for; found by halving, for they may be many."""

    def __init__(self, taken: Sequence[Span]) -> None:
        self.names = frozenset(taken)
        self.starts = frozenset(span.start for span in taken)
        ends, reach = [], 0
        for span in sorted(taken):
            reach = max(reach, span.end)
            ends.append(reach)
        self._starts, self._ends = sorted(span.start for span in taken), ends

    def meets(self, span: Span) -> bool:
        """Whether the span overlaps one of them, and is not one of them itself."""
        before = bisect_left(self._starts, span.end)
        return before > 0 and self._ends[before - 1] > span.start and span not in self.names


def _inside_a_word(text: str, at: int) -> bool:
    before = text[at - 1 : at]
    return bool(before) and before in "'@/_#."


def _longest(text: str, word: re.Match[str], closed: Closed) -> _Match | None:
    at = word.start()
    for end in reversed(_ends(text, word)):
        match = _match(text, at, end)
        if match and (not closed.meets(Span(at, end)) or _owns(text, match, at, closed)):
            return match
    return None


def _owns(text: str, match: _Match, at: int, closed: Closed) -> bool:
    """Whether a name is but something of the place that it begins with ("Oslo Police")."""
    if at not in closed.starts:
        return False
    after = _AFTER.match(text, match.end)
    return match.short or bool(after and after[1].lower() in word_set("toponyms", "heads"))


def _ends(text: str, word: re.Match[str]) -> list[int]:
    """Where a name that starts with a word may end: after a few words, or their full stop."""
    found, at = word[0], word.end()
    most = longest(key(found))
    if text[at : at + 1] == "'":
        most = max(most, _AROUND_AN_APOSTROPHE)
    ends: list[int] = []
    while len(ends) < 2 * most:
        ends.append(at)
        if text[at : at + 1] == ".":
            ends.append(at + 1)
        gap = _GAP.match(text, at)
        next_word = gap and _WORD.match(text, gap.end())
        if not next_word or not _goes_on(next_word[0]):
            break
        at = next_word.end()
    return ends


def _match(text: str, at: int, end: int) -> _Match | None:
    found = text[at:end]
    state = states_by_name().get(found)
    if state and (state[1] or found.isupper()):
        return _Match(end, key(found), country(state[0]), people=state[1])
    short = short_forms().get(found)
    if short and (text[at - 2 : at] == ", " or _stands_alone(text, at, found)):
        return _Match(end, key(short.name), (short,), short=True)
    if found.endswith(".") and found.count(".") == 1:
        return None
    match = _by_key(found, end)
    return match if match and _is_written_as_a_name(found) else None


def _stands_alone(text: str, at: int, short: str) -> bool:
    """Whether a short form with two full stops needs no town before it; "539 B.C." is a date."""
    return short.count(".") > 1 and not text[max(0, at - 2) : at].strip().isdigit()


def _by_key(found: str, end: int) -> _Match | None:
    name = key(found)
    state, others = states_by_key().get(name), named(name)
    if not state:
        return _Match(end, name, others) if others else None
    own = country(state[0])
    if not state[1]:
        own += tuple(place for place in others if place.first and place not in own)
    return _Match(end, name, own, people=state[1])


def _is_written_as_a_name(found: str) -> bool:
    parts = found.replace("-", " ").split()
    if len(parts) == 1:
        return len(found) > _LOUD if found.isupper() else len(found) > 1
    return parts[-1] in word_set("toponyms", "heads") or any(map(str.isupper, parts[-1]))


def _goes_on(word: str) -> bool:
    return (
        not word[0].islower()
        or word in word_set("toponyms", "inner")
        or word in word_set("toponyms", "heads")
    )


def _spot(text: str, span: Span, match: _Match, *, opens_line: bool) -> Spot:
    before = _BEFORE.search(text, max(0, span.start - 40), span.start)
    after = _AFTER.match(text, span.end)
    lead = text[max(0, span.start - 3) : span.start].rstrip(" ")
    opens = opens_line or not lead or lead[-1] in _STARTS
    return Spot(
        span,
        match.key,
        match.candidates,
        before[1] if before else "",
        after[1] if after else "",
        text[span.end : span.end + 1] == "-" and text[span.end + 1 : span.end + 2].isupper(),
        opens,
        opens_line and bool(_DATELINE.match(text, span.end)),
        match.people,
        match.short,
    )


def _contain(text: str, found: list[Spot]) -> None:
    for i, (spot, holder) in enumerate(pairwise(found)):
        gap = _IN.match(text, spot.span.end)
        if gap and gap.end() == holder.span.start and not holder.people and _can_lie(spot, holder):
            spot.holder = i + 1


def _can_lie(spot: Spot, holder: Spot) -> bool:
    return any(place.lies_in(other) for place in spot.candidates for other in holder.candidates)
