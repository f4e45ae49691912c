"""Numbered citations: each source report a number, each of its cited passages a letter."""

from collections.abc import Iterable
from dataclasses import dataclass

from onrecord.model import Span
from onrecord.record import Claim, Record

_SHOWN = 4  # passages that one fact points to; a fact told fifty times needs no fifty notes


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A cited passage: the sentence itself and its code points in the report's text."""

    label: str
    words: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A report that is cited, with its passages in the order of the text."""

    number: int
    report: str
    title: str | None
    publisher: str | None
    published: str | None
    url: str | None
    passages: tuple[Passage, ...]

    @property
    def name(self) -> str:
        """The title; a report without one is named by the first characters of its id."""
        return self.title or f"Report {self.report[:8]}"


@dataclass(frozen=True, slots=True)
class Citations:
    """All sources of a text; `places` are the number of the source and the index in it."""

    sources: tuple[Source, ...]
    places: dict[tuple[str, Span], tuple[int, int]]

    def of(self, claims: Iterable[Claim]) -> tuple[str, ...]:
        """The labels of the passages that bear out these claims, in order: ("1a", "2c")."""
        found = {self.places[claim.report, passage(claim)] for claim in _chosen(claims)}
        return tuple(_label(*place) for place in sorted(found))


def passage(claim: Claim) -> Span:
    """The sentence of a claim, drawn out to hold all of what is quoted.

    A quotation that stands apart from the sentence that tells its speaker is cited for itself.
    """
    sentence, mark = claim.sentence, claim.mark
    if not sentence.overlaps(mark):
        return mark
    return Span(min(sentence.start, mark.start), max(sentence.end, mark.end))


def citations(record: Record, facts: Iterable[tuple[Claim, ...]]) -> Citations:
    """The sources of these facts by day of publication, their passages lettered in text order."""
    spans: dict[str, set[Span]] = {}
    for claims in facts:
        for claim in _chosen(claims):
            spans.setdefault(claim.report, set()).add(passage(claim))
    sources, places = [], {}
    for number, report in enumerate(sorted(spans, key=lambda r: _order(record, r)), start=1):
        cited = sorted(spans[report])
        sources.append(_source(record, report, number, cited))
        places.update({(report, span): (number, index) for index, span in enumerate(cited)})
    return Citations(tuple(sources), places)


def _chosen(claims: Iterable[Claim]) -> list[Claim]:
    """The best claim of each report, the best reports first."""
    best: dict[str, Claim] = {}
    for claim in claims:
        best.setdefault(claim.report, claim)
    return list(best.values())[:_SHOWN]


def _order(record: Record, report: str) -> tuple[str, str]:
    return (record.readings[report].report.published or "~", report)


def _source(record: Record, key: str, number: int, spans: list[Span]) -> Source:
    report = record.readings[key].report
    return Source(
        number=number,
        report=key,
        title=report.title,
        publisher=report.publisher,
        published=report.published,
        url=report.url,
        passages=tuple(
            Passage(
                label=_label(number, index),
                words=span.of(report.text),
                start=span.start,
                end=span.end,
            )
            for index, span in enumerate(spans)
        ),
    )


def _label(number: int, index: int) -> str:
    return f"{number}{letters(index)}"


def letters(index: int) -> str:
    """0, 1, ... 25, 26 -> a, b, ... z, aa."""
    head, last = divmod(index, 26)
    return (letters(head - 1) if head else "") + chr(ord("a") + last)
