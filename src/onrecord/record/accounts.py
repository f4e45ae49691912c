"""By whose account a claim is told, and how reliable its publisher is held to be."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Literal, get_args

from onrecord.model import Attribution, Commitment, Event, Figure, Reading, Ref
from onrecord.record.claims import Claim
from onrecord.record.identity import Identities, Party
from onrecord.record.plainness import plain

Account = Literal["own", "report", "other"]
Grade = Literal["A", "B", "C", "D", "E", "F"]


def attribution(claim: Claim, reading: Reading) -> Attribution | None:
    """Who says what the claim says; a commitment's is that of its event."""
    if isinstance(claim.fact, Figure):
        return claim.fact.attribution
    event = event_of(claim, reading)
    return event.attribution if event else None


def event_of(claim: Claim, reading: Reading) -> Event | None:
    """The event that the claim is, or that a commitment was read from."""
    if isinstance(claim.fact, Event):
        return claim.fact
    if isinstance(claim.fact, Commitment):
        told = claim.fact.event
        return next((event for event in reading.events if event.id == told), None)
    return None


def account(claim: Claim, readings: Mapping[str, Reading], who: Identities) -> Account:
    """Whether a party tells of its own act, the report for itself, or somebody else.

    "own" is what the actor says or publishes ("the ministry said that it would send", and the
    ministry's own page), or the figure that its source publishes; "other" has another source.
    """
    reading, fact = readings[claim.report], claim.fact
    said = attribution(claim, reading)
    source = who.of(claim.report, said.source) if said and said.source else None
    key = who.named.get(plain(reading.report.publisher or ""))
    publisher = who.parties[key] if key else None
    if isinstance(fact, Figure):
        teller, own = publisher, [source]
    else:
        teller = source or publisher
        own = [who.of(claim.report, ref) for ref in _doers(claim, reading)] if teller else []
    if _keys([teller], who) & _keys(own, who):
        return "own"
    return "other" if source else "report"


def reliability(publisher: str | None) -> Grade | None:
    """The grade that a publisher was given; it says nothing of the certainty of a claim.

    A is completely, E not reliable, F cannot be judged (the Admiralty code, NATO AJP-2.1). Raises
    `ValueError` where a grade is none of them.
    """
    return _grades().get(plain(publisher or ""))


@cache
def _grades() -> dict[str, Grade]:
    from onrecord.lexicon.tables import table

    given = table("publishers")["reliability"]
    if not isinstance(given, dict):
        raise ValueError(  # noqa: TRY004
            "publishers.yaml: reliability is no mapping from publishers to grades"
        )
    for name, grade in given.items():
        if grade not in get_args(Grade):
            raise ValueError(f"publishers.yaml: {name}: {grade} is no grade from A to F")
    return {plain(str(name)): grade for name, grade in given.items()}


def _doers(claim: Claim, reading: Reading) -> Iterator[Ref]:
    event = event_of(claim, reading)
    if event:
        yield from event.actor
    if isinstance(claim.fact, Commitment) and claim.fact.party:
        yield claim.fact.party


def _keys(parties: Iterable[Party | None], who: Identities) -> set[str]:
    """Their keys and those of the states that they belong to."""
    told = [party for party in parties if party]
    return {p.key for party in told for p in (party, who.whole(party)) if p}
