"""From the words of a report to its times, in one pass."""

import re
from collections.abc import Iterable, Iterator
from datetime import date

from onrecord.mentions.times.edtf import edtf_of
from onrecord.mentions.times.intervals import joined, with_intervals
from onrecord.mentions.times.matcher import Found, Rule, grammar, lettered, matches_at
from onrecord.mentions.times.meaning import Meaning
from onrecord.mentions.times.meanings import NEVER, RESOLVERS
from onrecord.mentions.times.story import Story
from onrecord.mentions.times.tense import CLOSING, ends_sentence
from onrecord.mentions.times.tokens import Tokens, tokenise
from onrecord.mentions.times.undated import dateline, last_dated, latest_day
from onrecord.model import Report, Span, Time


def find_times(report: Report) -> tuple[Time, ...]:
    """The time expressions of a report, in text order, without overlaps.

    Without a day of publication the report's own dates are used: its dateline, else the order of
    its narrative; what was resolved so is marked `inferred`.
    """
    tokens = tokenise(report)
    published = _published(report)
    story = Story(published) if published else _own_story(tokens)
    placed = [(f, _time(f, m, inferred=not published)) for f, m in _meanings(tokens, story)]
    return with_intervals(placed)


def _published(report: Report) -> date | None:
    try:
        return date.fromisoformat((report.published or "")[:10])
    except ValueError:
        return None


def _own_story(tokens: Tokens) -> Story:
    """The anchors that an undated report gives itself, from a first reading."""
    dated = _dated(tokens, Story(None))
    if today := dateline(tokens.text, dated):
        return Story(today)
    story = Story(None, dated=last_dated(dated))
    latest = latest_day(_dated(tokens, story))
    return Story(None, dated=last_dated(dated), latest=latest)


def _dated(tokens: Tokens, story: Story) -> list[tuple[Span, Meaning]]:
    return [(tokens.span(f.start, f.end), m) for f, m in _meanings(tokens, story)]


def _time(found: Found, meaning: Meaning, *, inferred: bool) -> Time:
    span = found.tokens.span(found.start, found.end)
    edtf = edtf_of(meaning.value)
    return Time(
        span=span,
        text=span.of(found.tokens.text),
        type=meaning.type,
        value=meaning.value,
        edtf=edtf,
        inferred=inferred and edtf is not None and not meaning.explicit,
    )


def _meanings(tokens: Tokens, story: Story) -> Iterator[tuple[Found, Meaning]]:
    """Every expression that has a meaning, from left to right, the longest at each place."""
    seen = done = 0
    last: Found | None = None
    told: str | None = None
    letters = lettered(tokens)
    for place in grammar().start.finditer(letters):
        at = place.start()
        if at < done or not (matches := matches_at(letters, at)):
            continue
        _turn(tokens, seen, at, story)
        seen = at
        begun = last if last and joined(last, at) else None
        story.linked = told if begun and _names(begun, "month", "year") else None
        story.linked_weekday = told if begun and _names(begun, "weekday") else None
        found, meaning = _first_meaning(tokens, matches, story)
        if found is None:
            continue
        done = found.end
        if meaning:
            if not meaning.aside:
                story.told(meaning.value, explicit=meaning.explicit)
            last, told = found, meaning.value
            yield found, meaning


def _names(found: Found, *parts: str) -> bool:
    """Whether a month, a year, a weekday is named from which another may go on."""
    return any(found.word(part) is not None for part in parts)


def _turn(tokens: Tokens, seen: int, at: int, story: Story) -> None:
    """Tells the story of the sentences and blocks that end between two words."""
    between = tokens.words[seen:at]
    if "" in between:
        story.new_block()
    elif "." in between and any(
        word in CLOSING and ends_sentence(tokens, i) for i, word in enumerate(between, seen)
    ):
        story.new_sentence()


def _first_meaning(
    tokens: Tokens, matches: Iterable[tuple[int, Rule, re.Match[str]]], story: Story
) -> tuple[Found | None, Meaning | None]:
    """The longest match that makes sense; a match without a meaning for what is no time."""
    for end, rule, match in matches:
        found = Found(rule, tokens, match.start(), end, rule.pattern.captures(match))
        if rule.means == NEVER:
            return found, None
        meaning = RESOLVERS[rule.means](found, story)
        if meaning is not None:
            return found, meaning
    return None, None
