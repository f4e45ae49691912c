"""The sources: which reports there are, and how much of the record rests on each publisher."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from onrecord.record import Record
from onrecord.record.accounts import Grade, reliability
from onrecord.record.periods import period
from onrecord.views.belonging import belonging
from onrecord.views.selection import EVERYTHING, Selection


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A report. `claims` counts what it says on the record, `copy_of` names its original."""

    report: str
    title: str | None
    publisher: str | None
    reliability: Grade | None
    published: str | None
    language: str | None
    url: str | None
    path: str | None
    claims: int
    copy_of: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """A publisher: how many reports it has and how many of them are no copies, from which days.

    `publisher` is None for reports that name none; `first` and `last` are ISO dates.
    """

    publisher: str | None
    reliability: Grade | None
    reports: int
    independent: int
    claims: int
    first: str | None
    last: str | None


def sources(record: Record, selection: Selection = EVERYTHING) -> tuple[Source, ...]:
    """The reports that are asked for, the last published first.

    Of a mission those that tell of it, of an actor those that name it.
    """
    claims: dict[str, int] = defaultdict(int)
    for claim in record.claims.values():
        claims[claim.report] += 1
    found = [_source(record, key, claims[key]) for key in _chosen(record, selection)]
    found.sort(key=lambda source: source.report)
    return tuple(sorted(found, key=lambda source: source.published or "", reverse=True))


def coverage(found: Iterable[Source]) -> tuple[Coverage, ...]:
    """The publishers of these reports, those with most reports first."""
    by_publisher: dict[str | None, list[Source]] = defaultdict(list)
    for source in found:
        by_publisher[source.publisher].append(source)
    rows = [_coverage(name, group) for name, group in by_publisher.items()]
    return tuple(sorted(rows, key=lambda row: (-row.reports, row.publisher or "~")))


def _chosen(record: Record, selection: Selection) -> set[str]:
    """The reports published at the time that tell of the missions and name the actors."""
    wanted = {
        key
        for key, reading in record.readings.items()
        if selection.at(period(reading.report.published))
    }
    if selection.missions is not None:
        wanted &= belonging(record, selection.missions).reports
    if selection.actors is not None:
        known = record.who.parties
        wanted &= {key for actor in selection.actors & known.keys() for key in known[actor].reports}
    return wanted


def _source(record: Record, key: str, claims: int) -> Source:
    report = record.readings[key].report
    original = record.families[key]
    return Source(
        report=key,
        title=report.title,
        publisher=report.publisher,
        reliability=reliability(report.publisher),
        published=report.published,
        language=report.language,
        url=report.url,
        path=report.path,
        claims=claims,
        copy_of=original if original != key else None,
    )


def _coverage(publisher: str | None, group: Sequence[Source]) -> Coverage:
    days = sorted(source.published for source in group if source.published)
    return Coverage(
        publisher=publisher,
        reliability=reliability(publisher),
        reports=len(group),
        independent=sum(source.copy_of is None for source in group),
        claims=sum(source.claims for source in group),
        first=days[0] if days else None,
        last=days[-1] if days else None,
    )
