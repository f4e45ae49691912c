"""Figures, statements and roles of the record: the same thing said in several reports, once."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from onrecord.model import Amount, Figure, Reading, Role, Span, Statement
from onrecord.record.claims import Claim, Office
from onrecord.record.identity import Identities, Party
from onrecord.record.plainness import plain, plain_text
from onrecord.record.ties import Tie, tied

K = TypeVar("K", bound=Hashable)


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """A figure with all claims that give it with the same value, date and source."""

    id: str
    figure: Figure
    source: Party | None
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Saying:
    """A statement with all reports that carry the same words of the same speaker."""

    id: str
    statement: Statement
    speaker: Party | None
    content: str
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """A role that a party holds, with all claims that say so."""

    id: str
    holder: Party
    role: Role
    claims: tuple[Claim, ...]


def numbers(
    claims: Iterable[Claim], who: Identities, ties: Sequence[Tie] = ()
) -> tuple[Number, ...]:
    """The figures of the record, by measure and value; `ties` are analysts' own."""
    groups: dict[tuple[object, ...], list[Claim]] = defaultdict(list)
    for claim in sorted(claims, key=lambda c: c.place):
        figure = _figure(claim)
        value = (figure.min, figure.max, figure.approx, figure.unit)
        source = _source(claim, figure, who)
        key = (plain(figure.measure), *map(str, value), figure.of, figure.as_of, _key(source))
        groups[key].append(claim)
    made = (
        Number(
            id=found[0].id,
            figure=_figure(found[0]),
            source=_source(found[0], _figure(found[0]), who),
            claims=tuple(found),
        )
        for found in _tied(groups, ties)
    )
    return tuple(sorted(made, key=lambda n: (plain(n.figure.measure), n.figure.as_of or "", n.id)))


def sayings(
    claims: Iterable[Claim],
    who: Identities,
    readings: dict[str, Reading],
    ties: Sequence[Tie] = (),
) -> tuple[Saying, ...]:
    """The statements of the record; a syndicated quotation counts once."""
    groups: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    words: dict[str, str] = {}
    for claim in sorted(claims, key=lambda c: c.place):
        words[claim.id] = text = claim.mark.of(readings[claim.report].report.text)
        groups[_key(_speaker(claim, who)), plain_text(text)].append(claim)
    made = (
        Saying(
            id=found[0].id,
            statement=_statement(found[0]),
            speaker=_speaker(found[0], who),
            content=words[found[0].id],
            claims=tuple(found),
        )
        for found in _tied(groups, ties)
    )
    return tuple(sorted(made, key=lambda s: s.claims[0].place))


def offices(claims: Iterable[Claim], who: Identities, ties: Sequence[Tie] = ()) -> tuple[Held, ...]:
    """The roles of the record, by holder, title and what they are of."""
    groups: dict[tuple[str, ...], list[Claim]] = defaultdict(list)
    for claim in sorted(claims, key=lambda c: c.place):
        office = _office(claim)
        role = office.role
        term = (role.since or "", role.until or "")
        holder = who.of(claim.report, office.holder).key
        groups[holder, plain(role.title), plain(role.of or ""), *term].append(claim)
    return tuple(
        Held(
            id=found[0].id,
            holder=who.of(found[0].report, _office(found[0]).holder),
            role=_office(found[0]).role,
            claims=tuple(found),
        )
        for found in _tied(dict(sorted(groups.items())), ties)
    )


def figure_amount(figure: Figure) -> Amount:
    """The number of a figure as a quantity."""
    return Amount(
        min=figure.min,
        max=figure.max,
        approx=figure.approx,
        unit=figure.unit,
        span=Span(*figure.span),
    )


def _tied(groups: dict[K, list[Claim]], ties: Sequence[Tie]) -> list[list[Claim]]:
    return tied(groups.values(), ties, lambda claim: claim.id, lambda claim: claim.place)


def _key(party: Party | None) -> str:
    return party.key if party else ""


def _source(claim: Claim, figure: Figure, who: Identities) -> Party | None:
    source = figure.attribution.source if figure.attribution else None
    return who.of(claim.report, source) if source else None


def _speaker(claim: Claim, who: Identities) -> Party | None:
    speaker = _statement(claim).speaker
    return who.of(claim.report, speaker) if speaker else None


def _figure(claim: Claim) -> Figure:
    if not isinstance(claim.fact, Figure):
        raise TypeError(claim.kind)
    return claim.fact


def _statement(claim: Claim) -> Statement:
    if not isinstance(claim.fact, Statement):
        raise TypeError(claim.kind)
    return claim.fact


def _office(claim: Claim) -> Office:
    if not isinstance(claim.fact, Office):
        raise TypeError(claim.kind)
    return claim.fact
