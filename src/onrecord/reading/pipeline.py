"""The pipeline, as a table of contents."""

from onrecord.events import (
    find_commitments,
    find_events,
    find_figures,
    find_statements,
    with_particulars,
)
from onrecord.language import parse
from onrecord.linking import link
from onrecord.mentions import find_quantities, find_times
from onrecord.model import Reading, Report

LANGUAGES = frozenset({"en"})
"""The languages that are read, as ISO 639-1 codes."""


def is_foreign(report: Report) -> bool:
    """Whether a report is in a language that is not read."""
    return report.language is not None and report.language not in LANGUAGES


def read(report: Report) -> Reading:
    """Everything that the report says. No files, no network, no clock, no database.

    Nothing is read in a report of another language: what is not understood is not guessed at.
    """
    if is_foreign(report):
        return Reading(report=report)
    times = find_times(report)
    quantities = find_quantities(report, times)
    sentences = parse(report)
    cast = link(report, sentences)
    said = find_statements(report, sentences, cast)
    statements = with_particulars(report, said, sentences, times, cast)
    figures = find_figures(report, sentences, quantities, times, cast, statements)
    events = find_events(report, sentences, times, quantities, cast, statements)
    return Reading(
        report=report,
        times=times,
        quantities=quantities,
        actors=cast.actors,
        places=cast.places,
        events=events,
        statements=statements,
        figures=figures,
        commitments=find_commitments(report, events, cast, quantities, times),
    )
