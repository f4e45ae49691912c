"""The missions: who contributes, and how much the record knows of each."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from onrecord.model import Status
from onrecord.record import Happening, Line, Party, Record
from onrecord.record.periods import Period
from onrecord.views.ledger import ledger, lines
from onrecord.views.mandates import in_short, mandates
from onrecord.views.selection import EVERYTHING, Selection, involves, missions
from onrecord.views.timeline import happened

_PART: frozenset[Status] = frozenset(
    ("pledged", "approved", "agreed", "deployed", "delivered", "reduced", "suspended", "withdrawn")
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Mission:
    """A mission. `mandate` has the decisions on it in order of time.

    `first` and `last` are the outermost days that its dated events may mean.
    """

    name: str
    aliases: tuple[str, ...]
    mandate: tuple[str, ...]
    contributors: tuple[str, ...]
    steps: int
    events: int
    reports: int
    first: str | None
    last: str | None


def operations(record: Record, selection: Selection = EVERYTHING) -> tuple[Mission, ...]:
    """The missions that are asked for, by name. A time or an actor picks those with facts of it."""
    keys = selection.missions
    found = (p for p in missions(record) if keys is None or p.key in keys)
    rows = [_mission(record, party, selection) for party in found]
    narrowed = selection.window is not None or selection.actors is not None
    kept = [row for row in rows if row.steps or row.events or not narrowed]
    return tuple(sorted(kept, key=lambda row: row.name))


def contributors(found: Iterable[Line]) -> tuple[str, ...]:
    """The parties that take or took part: what was only asked, refused or stopped is no part."""
    names = {
        line.party.name
        for line in found
        if line.mission is None or line.mission.key != line.party.key
        if any(s.status in _PART and s.certainty != "denied" for s in line.stages)
    }
    return tuple(sorted(names))


def _mission(record: Record, party: Party, selection: Selection) -> Mission:
    key = frozenset((party.key,))
    own = Selection(missions=key, actors=selection.actors, window=selection.window)
    events = [e for e in happened(record, own) if _names(record, key, e)]
    told = {claim.report for event in events for claim in event.claims}
    first, last = _term(event.period for event in events)
    return Mission(
        name=party.name,
        aliases=party.aliases,
        mandate=tuple(in_short(row) for row in mandates(record, Selection(missions=key))),
        contributors=contributors(lines(record, own)),
        steps=len(ledger(record, own)),
        events=len(events),
        reports=len(told | set(party.reports)),
        first=first,
        last=last,
    )


def _names(record: Record, key: frozenset[str], event: Happening) -> bool:
    return involves(record, key, (event.mission, *event.actors, *event.recipients))


def _term(periods: Iterable[Period | None]) -> tuple[str | None, str | None]:
    known = [period for period in periods if period]
    first = min((p.first for p in known if p.first > date.min), default=None)
    last = max((p.last for p in known if p.last < date.max), default=None)
    return (first.isoformat() if first else None, last.isoformat() if last else None)
