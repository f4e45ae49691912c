"""The missions: who contributes, and how much the record knows of each."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from onrecord.model import Status
from onrecord.record import Happening, Line, Party, Record
from onrecord.record.periods import Period
from onrecord.record.profiles import Strength
from onrecord.views.ledger import lines
from onrecord.views.mandates import in_short, mandates
from onrecord.views.selection import EVERYTHING, Selection, missions
from onrecord.views.timeline import happened

_PART: frozenset[Status] = frozenset(
    ("pledged", "approved", "agreed", "deployed", "delivered", "reduced", "suspended", "withdrawn")
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Mission:
    """A mission. `mandate` has the decisions on it in order of time.

    `strength` tells how many people the ledger has there, at least, from which days on
    ("2031-05-01: 400"). `first` and `last` are the outermost days that its dated events may mean.
    """

    name: str
    aliases: tuple[str, ...]
    lead: tuple[str, ...]
    host: tuple[str, ...]
    mandate: tuple[str, ...]
    commanders: tuple[str, ...]
    contributors: tuple[str, ...]
    strength: tuple[str, ...]
    steps: int
    events: int
    reports: int
    first: str | None
    last: str | None


def operations(record: Record, selection: Selection = EVERYTHING) -> tuple[Mission, ...]:
    """The missions that are asked for, by name. A time or an actor picks those with facts of it."""
    keys = selection.missions
    found = [p for p in missions(record) if keys is None or p.key in keys]
    events = _by_mission(record, selection)
    rows = [_mission(record, party, selection, events.get(party.key, ())) for party in found]
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


def _mission(
    record: Record, party: Party, selection: Selection, events: Sequence[Happening]
) -> Mission:
    key = frozenset((party.key,))
    own = lines(record, replace(selection, missions=key))
    told = {claim.report for event in events for claim in event.claims}
    first, last = _term(event.period for event in events)
    profile = next((p for p in record.profiles if p.mission.key == party.key), None)
    hosts = tuple(host.name for host in profile.hosts) if profile else ()
    return Mission(
        name=party.name,
        aliases=party.aliases,
        lead=tuple(state.name for state in profile.leads) if profile else (),
        host=hosts,
        mandate=tuple(in_short(row) for row in mandates(record, Selection(missions=key))),
        commanders=tuple(held.holder.name for held in profile.commanders) if profile else (),
        contributors=tuple(name for name in contributors(own) if name not in hosts),
        strength=tuple(_level(s) for s in profile.strength) if profile else (),
        steps=sum(len(line.stages) for line in own),
        events=len(events),
        reports=len(told | set(party.reports)),
        first=first,
        last=last,
    )


def _level(strength: Strength) -> str:
    return f"{strength.date}: {strength.number:,}"


def _by_mission(record: Record, selection: Selection) -> dict[str, list[Happening]]:
    """The events that name each party, or an organ of it, as mission, actor or recipient."""
    found: dict[str, list[Happening]] = defaultdict(list)
    for event in happened(record, replace(selection, missions=None)):
        involved = [p for p in (event.mission, *event.actors, *event.recipients) if p]
        wholes = [whole for p in involved if (whole := record.who.whole(p))]
        for key in {p.key for p in (*involved, *wholes)}:
            found[key].append(event)
    return found


def _term(periods: Iterable[Period | None]) -> tuple[str | None, str | None]:
    known = [period for period in periods if period]
    first = min((p.first for p in known if p.first > date.min), default=None)
    last = max((p.last for p in known if p.last < date.max), default=None)
    return (first.isoformat() if first else None, last.isoformat() if last else None)
