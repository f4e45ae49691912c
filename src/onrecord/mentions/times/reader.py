"""From the words of a report to its times, in one pass."""

from collections.abc import Iterator
from datetime import date

from onrecord.mentions.times.edtf import edtf_of
from onrecord.mentions.times.matcher import Found, grammar, lettered, matches_at
from onrecord.mentions.times.meaning import Meaning
from onrecord.mentions.times.meanings import NEVER, RESOLVERS
from onrecord.mentions.times.story import Story
from onrecord.mentions.times.tense import ends_sentence
from onrecord.mentions.times.tokens import Tokens, tokenise
from onrecord.model import Report, Time


def find_times(report: Report) -> tuple[Time, ...]:
    """The time expressions of a report, in text order, without overlaps."""
    tokens = tokenise(report)
    return tuple(_times(tokens, Story(_published(report))))


def _published(report: Report) -> date | None:
    try:
        return date.fromisoformat((report.published or "")[:10])
    except ValueError:
        return None


def _times(tokens: Tokens, story: Story) -> Iterator[Time]:
    for found, meaning in _meanings(tokens, story):
        span = tokens.span(found.start, found.end)
        if not meaning.aside:
            story.told(meaning.value, explicit=meaning.explicit)
        yield Time(
            span=span,
            text=span.of(tokens.text),
            type=meaning.type,
            value=meaning.value,
            edtf=edtf_of(meaning.value),
        )


def _meanings(tokens: Tokens, story: Story) -> Iterator[tuple[Found, Meaning]]:
    """Every expression that has a meaning, from left to right, the longest at each place."""
    letters, start = lettered(tokens), grammar().start
    at = seen = 0
    while match := start.search(letters, at):
        at = match.start()
        _turn(tokens, seen, at, story)
        seen = at
        found, meaning = _first_meaning(matches_at(tokens, letters, at), story)
        if found and meaning:
            yield found, meaning
        at = found.end if found else at + 1


def _turn(tokens: Tokens, seen: int, at: int, story: Story) -> None:
    """Tells the story of the sentences and blocks that end between two words."""
    between = tokens.words[seen:at]
    if any(not word.strip() for word in between):
        story.new_block()
    elif "." in between and any(ends_sentence(tokens, i) for i in range(seen, at)):
        story.new_sentence()


def _first_meaning(matches: list[Found], story: Story) -> tuple[Found | None, Meaning | None]:
    """The longest match that makes sense; a match without a meaning for what is no time."""
    for found in matches:
        if found.rule.means == NEVER:
            return found, None
        meaning = RESOLVERS[found.rule.means](found, story)
        if meaning is not None:
            return found, meaning
    return None, None
