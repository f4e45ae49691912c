"""The figures of a report."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from onrecord.events.figures.asof import as_of
from onrecord.events.figures.instructions import is_manual
from onrecord.events.figures.measure import measure, resumed, share_of
from onrecord.events.figures.selection import goes_on, is_figure
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
    found: list[Figure] = []
    noun = ""
    for quantity in quantities:
        at = bisect_right(starts, quantity.span.start) - 1
        if at < 0 or not sentences[at].span.covers(quantity.span):
            continue
        where = setting(quantity, sentences[at])
        resumes = any(_is_count(f) and f.sentence == sentences[at].span for f in found[-1:])
        if where and is_figure(where, resumes=resumes):
            figure = _figure(report, where, times, cast, statements)
            if resumes and goes_on(where):
                figure = replace(figure, measure=resumed(where, noun), unit=found[-1].unit)
            elif quantity.unit:
                noun = quantity.text.rsplit(maxsplit=1)[-1]
            found.append(figure)
    return tuple(found)


def _is_count(figure: Figure) -> bool:
    """Whether a figure counts something, or is a bare number."""
    return figure.unit is None or (figure.unit != "%" and not figure.unit.isupper())


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
