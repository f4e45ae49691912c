"""The actors: who is on the record, and in which roles."""

from collections import Counter
from dataclasses import dataclass

from onrecord.model import ActorKind, Role
from onrecord.record import Party, Record
from onrecord.views.dates import in_words
from onrecord.views.figures import measured
from onrecord.views.selection import EVERYTHING, Selection, involves, parties
from onrecord.views.statements import said
from onrecord.views.timeline import happened


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A party: the events that it takes part in, the statements that it makes, its reports.

    `id` is how decisions name it, None where it is merely named.
    """

    id: str | None
    name: str
    kind: ActorKind | None
    country: str | None
    roles: tuple[str, ...]
    aliases: tuple[str, ...]
    events: int
    statements: int
    reports: int


def actors(record: Record, selection: Selection = EVERYTHING) -> tuple[Row, ...]:
    """The parties that are asked for, by name; with a mission or a time those in facts of it."""
    facts = Selection(missions=selection.missions, window=selection.window)
    events: Counter[str] = Counter()
    for event in happened(record, facts):
        events.update({party.key for party in (*event.actors, *event.recipients)})
    spoken = Counter(s.speaker.key for s in said(record, facts) if s.speaker)
    cited = {n.source.key for n in measured(record, facts) if n.source}
    roles = _roles(record)
    rows = [
        _row(record, party, roles.get(party.key, ()), events[party.key], spoken[party.key])
        for party in parties(record)
        if selection.actors is None or involves(record, selection.actors, [party])
        if facts == EVERYTHING or party.key in {*events, *spoken, *cited}
    ]
    return tuple(sorted(rows, key=lambda row: (row.name.casefold(), row.name, row.kind or "")))


def in_office(role: Role) -> str:
    """A role in words: "president of the court (since 13 September 2022)"."""
    of = f" of {role.of}" if role.of else ""
    since = f"since {in_words(role.since)}" if role.since else ""
    until = f"until {in_words(role.until)}" if role.until else ""
    term = " ".join(filter(None, (since, until)))
    return f"{role.title}{of}" + (f" ({term})" if term else "")


def _roles(record: Record) -> dict[str, tuple[str, ...]]:
    found: dict[str, dict[str, None]] = {}
    for office in record.offices:
        found.setdefault(office.holder.key, {})[in_office(office.role)] = None
    return {key: tuple(titles) for key, titles in found.items()}


def _row(record: Record, party: Party, roles: tuple[str, ...], events: int, spoken: int) -> Row:
    sightings = record.who.sightings.get(party.key)
    return Row(
        id=sightings[0].id if sightings else None,
        name=party.name,
        kind=party.kind,
        country=party.country,
        roles=roles,
        aliases=party.aliases,
        events=events,
        statements=spoken,
        reports=len(party.reports),
    )
