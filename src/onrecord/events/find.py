"""Sentences -> events."""

from collections.abc import Sequence

from onrecord.model import Cast, Event, Quantity, Report, Sentence, Statement, Time


def find_events(
    report: Report,
    sentences: Sequence[Sentence],
    times: Sequence[Time],
    quantities: Sequence[Quantity],
    cast: Cast,
    statements: Sequence[Statement],
) -> tuple[Event, ...]:
    """The events of a report, in text order."""
    del report, sentences, times, quantities, cast, statements
    return ()
