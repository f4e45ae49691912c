"""Where sentences end: rules over punctuation, with abbreviations from the lexicon.

A sentence never crosses a block; the dateline of a dispatch, the day of an entry and the label of
a speaker are sentences of their own. The rules are those of the Punkt family (Kiss and Strunk
2006) with a closed list in place of statistics: a full stop ends a sentence unless it follows an
abbreviation or an initial, or unless the next word begins in lower case.
"""

import re
from collections.abc import Iterator

from onrecord.lexicon import word_set
from onrecord.model import Report, Span

_END = re.compile(
    r"(?P<stop>[.!?…]+)(?P<close>[\"'”’»)\]]*(?:\[\d{1,3}\]){0,9})(?=\s+(?P<open>[\"'“‘«(\[•-]*\s?)(?P<next>\S))"
)
_LAST_WORD = re.compile(r"(?:^|[\s(\[\"'“‘])([\w.&’'-]{1,24})$")
_LONGEST_WORD = 26
_LONGEST_OPENING = 160
_BULLET = re.compile(r"[•·▪‣*–—-]\s+")
# "NAIROBI, Kenya, March 1 (Agency) - ": a place in capitals, up to a dash.
_DATELINE = re.compile(
    r"[A-ZÀ-Þ][A-ZÀ-Þ'’. -]{2,40}(?:[,(/][^\n—–:;!?]{0,60}?)?\s?(?:[—–]|--? )\s?(?=\S)"
)
# "Maputo, 14 July 2021 - ", "Lagos (Coast Press) - ": the same with a place in small letters.
_PLACED = re.compile(
    r"[A-ZÀ-Þ][\w.'’-]+(?: [A-ZÀ-Þ][\w.'’-]+){0,3}"
    r"(?:, (?:\d{1,2} [A-Z][a-z]{2,8}|[A-Z][a-z]{2,8}\.? \d{1,2})(?:,? \d{4})?"
    r"| \([A-Z][\w. /]{2,30}\))"
    r"\s?(?:[—–]|--? )\s?(?=\S)"
)
# "Spokesperson: ", "Mr Mbeki: ": who speaks, or what it is about, up to a colon.
_LABEL = re.compile(r"(?:[A-ZÀ-Þ][\w.’'-]{0,20} ?){1,4}:\s(?=[A-ZÀ-Þ])")
# "26 March - ", "10 October 2007: ": the day of an entry in a chronology.
_DAY = re.compile(
    r"(?:\d{1,2} )?[A-Z][a-z]{2,8}\.?(?: \d{1,2}(?:st|nd|rd|th)?)?(?:,? \d{4})?(?::|\s?[—–-])\s"
    r"|\d{4}-\d\d-\d\d(?::|\s?[—–-])\s"
)


def segment(report: Report) -> tuple[tuple[int, Span], ...]:
    """The sentences of a report as (index of the block, span), white space trimmed."""
    return tuple(
        (number, span)
        for number, block in enumerate(report.blocks)
        for span in _sentences(report.text, block.span)
    )


def _sentences(text: str, block: Span) -> Iterator[Span]:
    words_of_block = text[block.start : block.end]
    bullet = _BULLET.match(words_of_block)
    start = bullet.end() if bullet else 0
    if opening := _opening(words_of_block[start : start + _LONGEST_OPENING]):
        yield from _trimmed(words_of_block, start, start + opening.end(), block.start)
        start += opening.end()
    for match in _END.finditer(words_of_block, start):
        if _ends_here(words_of_block, match):
            yield from _trimmed(words_of_block, start, match.end("close"), block.start)
            start = match.end("close")
    yield from _trimmed(words_of_block, start, len(words_of_block), block.start)


def _opening(text: str) -> re.Match[str] | None:
    """What stands in front of the first sentence of a block: a dateline, a day, a speaker."""
    day = _DAY.match(text)
    if day and any(c.isdigit() for c in day[0]):
        return day
    return _DATELINE.match(text) or _PLACED.match(text) or _LABEL.match(text)


def _ends_here(text: str, match: re.Match[str]) -> bool:
    following = match["next"]
    if match["stop"] != ".":
        return not following.islower()
    if following.islower():
        return False
    before = _LAST_WORD.search(text[max(0, match.start() - _LONGEST_WORD) : match.start()])
    last = before[1] if before else ""
    if match["close"]:
        return not _is_initials(last) or not _title_follows(text, match.start("next"))
    if last.casefold() in word_set("abbreviations"):
        return False
    if last.casefold() in word_set("abbreviations", "may_end") or "." in last:
        return not (following.isupper() and _title_follows(text, match.start("next")))
    return not (len(last) == 1 and last.isupper())


def _is_initials(word: str) -> bool:
    """Whether it is a nickname of letters with dots ("J.D")."""
    return "." in word and all(len(part) == 1 for part in word.split("."))


def _title_follows(text: str, at: int) -> bool:
    """Whether what follows "U.S." or "Inc." reads on as a name rather than as a new sentence."""
    word = re.match(r"[\w’'-]+", text[at : at + _LONGEST_WORD])
    return not (word and word[0] in word_set("abbreviations", "sentence_openers"))


def _trimmed(text: str, start: int, end: int, offset: int) -> Iterator[Span]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield Span(offset + start, offset + end)
