"""The figures of a report."""

from bisect import bisect_right
from collections.abc import Sequence

from onrecord.events.figures.asof import as_of
from onrecord.events.figures.instructions import is_manual
from onrecord.events.figures.measure import measure, share_of
from onrecord.events.figures.selection import is_figure
from onrecord.events.figures.setting import Setting, setting
from onrecord.events.figures.sources import attribution
from onrecord.model import Cast, Figure, Quantity, Report, Sentence, Statement, Time


def find_figures(
    report: Report,
    sentences: Sequence[Sentence],
    quantities: Sequence[Quantity],
    times: Sequence[Time],
    cast: Cast,
    statements: Sequence[Statement],
) -> tuple[Figure, ...]:
    """The figures of a report, in text order; none of a text that instructs, such as a recipe."""
    if is_manual(sentences):
        return ()
    starts = [sentence.span.start for sentence in sentences]
    found = []
    for quantity in quantities:
        at = bisect_right(starts, quantity.span.start) - 1
        if at < 0 or not sentences[at].span.covers(quantity.span):
            continue
        where = setting(quantity, sentences[at])
        if where and is_figure(where):
            found.append(_figure(report, where, times, cast, statements))
    return tuple(found)


def _figure(
    report: Report,
    where: Setting,
    times: Sequence[Time],
    cast: Cast,
    statements: Sequence[Statement],
) -> Figure:
    quantity = where.quantity
    return Figure(
        measure=measure(where) or quantity.unit or quantity.text,
        min=quantity.min,
        max=quantity.max,
        approx=quantity.approx,
        unit=quantity.unit,
        of=share_of(where),
        as_of=as_of(where, times, report.published),
        attribution=attribution(where, cast, statements),
        span=quantity.span,
        sentence=where.sentence.span,
    )
