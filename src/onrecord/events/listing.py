"""Lists under a line that says what was undertaken: "What the donors promised:"."""

from collections.abc import Iterator, Sequence
from functools import cache

from onrecord.events.gapping import Share, pairs
from onrecord.lexicon import words
from onrecord.model import Cast, Event, Quantity, Report, Span


@cache
def _bullets() -> frozenset[str]:
    return frozenset(words("commitments", "bullets"))


def listed(
    report: Report, event: Event, cast: Cast, quantities: Sequence[Quantity]
) -> Iterator[Share]:
    """The parties with their amounts in the list that the event's line opens with its colon."""
    lead = event.sentence.of(report.text)
    if not lead.rstrip().endswith(":"):
        return
    for block in report.blocks:
        if block.span.start < event.sentence.end:
            continue
        if report.text[block.span.start] not in _bullets():
            return
        inside = [q for q in quantities if block.span.covers(q.span)]
        for ref, amount in pairs(_first_line(report.text, block.span), cast, inside):
            yield Share(ref, amount, event.date)


def _first_line(text: str, span: Span) -> Span:
    end = text.find("\n", span.start, span.end)
    return Span(span.start, span.end if end < 0 else end)
