"""Headlines tell in the present tense what has happened, and also what is only to come."""

from collections.abc import Sequence
from dataclasses import replace

from onrecord.model import Event, Sentence


def with_headlines(events: Sequence[Event], sentences: Sequence[Sentence]) -> tuple[Event, ...]:
    """The events, those of headlines no surer than what the report itself tells of them.

    "Fiji sends police" over "Fiji will send 50 officers" is expected.
    """
    headlines = {sentence.span for sentence in sentences if sentence.role == "headline"}
    below = [event for event in events if event.sentence not in headlines]
    return tuple(
        _as_below(event, below) if event.sentence in headlines else event for event in events
    )


def _as_below(event: Event, below: Sequence[Event]) -> Event:
    actors = {ref.name for ref in event.actor}
    same = [e for e in below if e.type == event.type and actors & {ref.name for ref in e.actor}]
    told = {e.certainty for e in same}
    if event.certainty != "asserted" or not same or "asserted" in told:
        return event
    return replace(event, certainty=same[0].certainty)
