"""Which parties take part in events: found for a shard, and handed on with each event."""

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Any

import msgspec

from onrecord.corpus.database import rows_of
from onrecord.corpus.work import Step
from onrecord.model import ActorKind, Event, Ref
from onrecord.record.claims import Claim
from onrecord.record.identity import Identities, Party
from onrecord.record.plainness import plain

LOCAL = "local.parquet"
"""The file of the parties of each report, by actor."""
NAMED = "named.parquet"
"""The file of the parties that a name alone tells."""


class Part(msgspec.Struct, frozen=True, array_like=True):
    """A party that takes part in an event, or the state of one that does.

    It is found by the id of an actor in its report, or else by a name.
    """

    actor: str | None
    name: str
    key: str
    called: str
    kind: ActorKind | None
    country: str | None


def parties_of(step: Step, claims: Iterable[Claim], *within: tuple[str, str, int]) -> Identities:
    """Who is who in the events of a shard, whose reports lie `within`."""
    local = rows_of(step.work / LOCAL, *within)
    parties = {row["party"]: _party(row) for row in local}
    found = Identities(parties=parties, local={}, named={}, sightings={})
    for row in local:
        found.local.setdefault(row["report"], {})[row["actor"]] = row["party"]
    names = {plain(ref.name) for claim in claims for ref in _refs(claim)}
    names.update(f"\x1f{party.country}" for party in parties.values() if party.country)
    for row in rows_of(step.work / NAMED, ("name", "in", sorted(names))) if names else ():
        parties.setdefault(row["party"], _party(row))
        found.named[row["name"]] = row["party"]
    return found


def taking_part(claim: Claim, who: Identities) -> tuple[Part, ...]:
    """The parties of an event, and the states of its actors."""
    return tuple(dict.fromkeys(_taking_part(claim, who)))


def told_again(events: Iterable[tuple[str, Iterable[Part]]]) -> Identities:
    """Who is who in some events, each with its report and those who take part."""
    found = Identities(parties={}, local={}, named={}, sightings={})
    for report, parts in events:
        for part in parts:
            found.parties.setdefault(
                part.key,
                Party(key=part.key, name=part.called, kind=part.kind, country=part.country),
            )
            if part.actor:
                found.local.setdefault(report, {})[part.actor] = part.key
            else:
                found.named[part.name] = part.key
    return found


def _taking_part(claim: Claim, who: Identities) -> Iterator[Part]:
    for ref in _refs(claim):
        party = who.of(claim.report, ref)
        if party.key not in who.parties:  # it is merely named
            continue
        is_local = who.key(claim.report, ref.actor) is not None
        yield _part(party, ref.actor if is_local else None, "" if is_local else plain(ref.name))
        if whole := who.whole(party):
            yield _part(whole, None, f"\x1f{whole.country}")


def _part(party: Party, actor: str | None, name: str) -> Part:
    return Part(actor, name, party.key, party.name, party.kind, party.country)


def _party(row: dict[str, Any]) -> Party:
    return Party(key=row["party"], name=row["called"], kind=row["kind"], country=row["country"])


def _refs(claim: Claim) -> Iterator[Ref]:
    event = claim.fact
    if isinstance(event, Event):
        yield from chain(event.actor, event.recipient, [event.mission] if event.mission else [])
