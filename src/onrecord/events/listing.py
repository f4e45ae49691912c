"""Lists under a line that says what was undertaken: "What the donors promised:"."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import islice

from onrecord.events.gapping import Share, pairs
from onrecord.events.order import inside
from onrecord.lexicon import word_set
from onrecord.model import Block, Cast, Event, Quantity, Ref, Report, Sentence, Span


def listed(
    report: Report, event: Event, cast: Cast, quantities: Sequence[Quantity]
) -> Iterator[Share]:
    """The parties with their amounts in the list that the event's line opens with its colon."""
    for block in _items(report, event.sentence):
        line = _first_line(report.text, block.span)
        for ref, amount in pairs(line, cast, inside(quantities, line)):
            yield Share(ref, amount, event.date)


def opens_list(report: Report, sentence: Span) -> bool:
    """Whether the sentence ends in a colon behind which items are listed."""
    return next(_items(report, sentence), None) is not None


def is_item(report: Report, sentence: Sentence) -> bool:
    """Whether the sentence stands in a line of a list."""
    return report.text[report.blocks[sentence.block].span.start] in word_set(
        "commitments", "bullets"
    )


def lead_of(sentence: Sentence, cast: Cast) -> tuple[Ref, ...]:
    """Who does what the list behind a sentence says: its subject, else the report's issuer."""
    subjects = (t for t in sentence.tokens if t.dep in ("nsubj", "nsubjpass", "ROOT"))
    found = next((refs for t in subjects if (refs := cast.refs_at(t.span))), ())
    return found or ((cast.issuer,) if cast.issuer else ())


def _items(report: Report, lead: Span) -> Iterator[Block]:
    """The items of the list that a line opens, one a block."""
    if not report.text[lead.start : lead.end].endswith(":"):
        return
    first = bisect_left(report.blocks, lead.end, key=lambda block: block.span.start)
    for block in islice(report.blocks, first, None):
        if report.text[block.span.start] not in word_set("commitments", "bullets"):
            return
        yield block


def _first_line(text: str, span: Span) -> Span:
    end = text.find("\n", span.start, span.end)
    return Span(span.start, span.end if end < 0 else end)
