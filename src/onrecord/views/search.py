"""Facts and reports that have the words that somebody looks for."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from onrecord.model import Kind, Span
from onrecord.record import Claim, Record
from onrecord.record.accounts import reliability
from onrecord.record.periods import period
from onrecord.record.plainness import plain
from onrecord.views.belonging import belonging
from onrecord.views.figures import measured
from onrecord.views.gist import gist
from onrecord.views.rows import Evidence, evidence
from onrecord.views.selection import EVERYTHING, Selection
from onrecord.views.statements import said
from onrecord.views.timeline import happened


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit(Evidence):
    """A fact with the words in its sentence, or a report that has them elsewhere.

    A report's `id` is its own, `what` its title, and `sentence` the line that has most of the
    words. Steps of the ledger are found as the events that they were read from.
    """

    id: str
    kind: Kind | Literal["report"]
    what: str


def hits(
    record: Record,
    selection: Selection,
    words: str,
    claims: Iterable[str],
    reports: Iterable[str],
) -> Iterator[Hit]:
    """The facts of these claims and then the other ones of these reports that are asked for.

    `claims` and `reports` are ids, the best match first.
    """
    facts = {claim.id: fact for fact in _facts(record, selection) for claim in fact}
    told: set[str] = set()
    shown: set[str] = set()
    for key in claims:
        fact = facts.get(key)
        if fact is None:  # rejected, not asked for, or not known then
            continue
        found = next(claim for claim in fact if claim.id == key)
        shown.add(found.report)
        if fact[0].id not in told:
            told.add(fact[0].id)
            yield _fact(record, fact, found)
    wanted = _reports(record, selection)
    yield from (_report(record, key, words) for key in reports if key in wanted - shown)


def _facts(record: Record, selection: Selection) -> Iterator[tuple[Claim, ...]]:
    yield from (event.claims for event in happened(record, selection))
    yield from (number.claims for number in measured(record, selection))
    yield from (saying.claims for saying in said(record, selection))
    if selection == EVERYTHING:
        yield from (office.claims for office in record.offices)


def _reports(record: Record, selection: Selection) -> set[str]:
    """Those that tell of the missions and the actors, published at the time."""
    published = {key: period(found.report.published) for key, found in record.readings.items()}
    wanted = {key for key, day in published.items() if selection.at(day)}
    if selection.missions is not None:
        wanted &= belonging(record, selection.missions).reports
    if selection.actors is not None:
        known = record.who.parties
        wanted &= {key for actor in selection.actors & known.keys() for key in known[actor].reports}
    return wanted


def _fact(record: Record, fact: tuple[Claim, ...], found: Claim) -> Hit:
    """A fact, with the sentence that has the words."""
    others = (claim for claim in fact if claim is not found)
    return Hit(
        id=fact[0].id,
        kind=fact[0].kind,
        what=gist(record, fact),
        **evidence(record, (found, *others)),
    )


def _report(record: Record, key: str, words: str) -> Hit:
    report = record.readings[key].report
    span = _line(report.text, plain(words).split())
    return Hit(
        id=key,
        kind="report",
        what=report.title or "",
        account="report",
        sentence=span.of(report.text),
        report=key,
        start=span.start,
        end=span.end,
        title=report.title,
        publisher=report.publisher,
        reliability=reliability(report.publisher),
        published=report.published,
        url=report.url,
        first_published=report.published,
        reports=1,
        independent=1,
    )


def _line(text: str, words: Sequence[str]) -> Span:
    """The first line that has most of the words."""
    best, most, start = Span(0, 0), -1, 0
    for line in text.splitlines(keepends=True):
        known = set(plain(line).split())
        if (number := sum(word in known for word in words)) > most:
            best, most = Span(start, start + len(line.rstrip())), number
        start += len(line)
    return best
