"""The beginning of a long brief: what a page has room for, and the sources of that."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from onrecord.views.brief import Brief, Undertaking


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A brief that has been cut, and how many rows of the whole one are left out."""

    brief: Brief
    left: int


def excerpt(whole: Brief, room: int) -> Excerpt:
    """The brief with at most `room` rows; steps of the ledger are rows.

    Every section keeps its beginning, the long ones as much as each other. Sources that nothing
    of it cites are left out; the labels stay as they are.
    """
    most = room
    cut = _cut(whole, most)
    while _rows(cut) > room:
        most = most * 3 // 4
        cut = _cut(whole, most)
    cited = set(_labels(cut))
    kept = (
        replace(source, passages=tuple(p for p in source.passages if p.label in cited))
        for source in whole.sources
    )
    sources = tuple(source for source in kept if source.passages)
    return Excerpt(replace(cut, sources=sources), _rows(whole) - _rows(cut))


def _cut(whole: Brief, most: int) -> Brief:
    return replace(
        whole,
        mandates=whole.mandates[:most],
        ledger=tuple(_steps(whole, most)),
        timeline=whole.timeline[:most],
        figures=whole.figures[:most],
        statements=whole.statements[:most],
        contradictions=whole.contradictions[:most],
    )


def _steps(whole: Brief, most: int) -> Iterator[Undertaking]:
    """The lines of the ledger with that many steps altogether."""
    for line in whole.ledger:
        steps = line.steps[:most]
        most -= len(steps)
        if steps:
            yield replace(line, steps=steps)


def _rows(told: Brief) -> int:
    sections = (
        told.mandates, told.timeline, told.figures, told.statements, told.contradictions
    )  # fmt: skip
    return sum(map(len, sections)) + sum(len(line.steps) for line in told.ledger)


def _labels(told: Brief) -> Iterator[str]:
    for sentence in told.summary:
        for clause in sentence.clauses:
            yield from clause.labels
    for section in (told.mandates, told.timeline, told.figures, told.statements):
        for cited in section:
            yield from cited.labels
    for line in told.ledger:
        for step in line.steps:
            yield from step.labels
    for found in told.contradictions:
        yield from (*found.one, *found.other)
