"""Clauses that leave out their verb: "Norway delivered eight tanks and Portugal three"."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from onrecord.events.dating import as_date
from onrecord.events.order import inside
from onrecord.lexicon import words
from onrecord.model import Amount, Cast, Event, Mention, Quantity, Ref, Span, Time, When

_WIDEST = 4  # characters between a party and its amount
_NEAREST = 30  # characters between a trigger and what it counts
_DATE_REACH = 24  # characters between an amount and its date


@dataclass(frozen=True, slots=True)
class Share:
    """Who undertakes how much of what, and when; `item` None where it is the event's own."""

    party: Ref
    quantity: Amount | None
    date: When | None
    item: str | None = None


@dataclass(frozen=True, slots=True)
class Rest:
    """What a sentence says behind the amount of one of its events."""

    text: str
    event: Event
    stop: int
    quantities: tuple[Quantity, ...]
    times: tuple[Time, ...]


def rest(
    text: str,
    event: Event,
    following: Sequence[Event],
    quantities: Sequence[Quantity],
    times: Sequence[Time],
) -> Rest | None:
    """The rest of the sentence up to its next event; None where there is nothing to leave out."""
    if not event.actor:
        return None
    counted = event.quantity.span if event.quantity else None
    start = max(event.trigger.end, counted.end if counted else 0)
    same = takewhile(lambda e: e.sentence == event.sentence, following)
    stop = min((e.trigger.start for e in same if e.trigger.start >= start), default=None)
    behind = Span(start, event.sentence.end if stop is None else stop)
    return Rest(text, event, behind.end, inside(quantities, behind), inside(times, behind))


def other_parties(rest: Rest, cast: Cast) -> Iterator[Share]:
    """Each further party that stands right before an amount ("Germany 244 million euros")."""
    taken = {ref.span for ref in rest.event.actor}
    for ref, share in pairs(rest.event.sentence, cast, rest.quantities):
        if ref.span not in taken:
            yield _share(rest, ref, share, rest.event.date)


def _share(rest: Rest, party: Ref, quantity: Amount, date: When | None) -> Share:
    """So many of what the number counts; where it stands bare, of what the one before it does."""
    if quantity.unit and quantity.span:
        return Share(party, quantity, date, quantity.span.of(rest.text))
    return Share(party, _like(quantity, rest.event), date, _uncounted(rest.event))


def _like(share: Amount, event: Event) -> Amount:
    """A bare number in the unit of the one before it: "Norway eight tanks and Portugal three"."""
    return replace(share, unit=event.quantity.unit if event.quantity else None)


def _uncounted(event: Event) -> str | None:
    """What the event is about without its own number and place in a row: "police officers"."""
    unit = event.quantity.unit if event.quantity else None
    item = event.item or ""
    start = item.casefold().find(unit.split()[0].casefold()) if unit else -1
    if start > 0:
        return item[start:]
    placing, _, placed = item.partition(" ")
    return placed if placed and placing.casefold() in words("control", "placing") else event.item


def pairs(span: Span, cast: Cast, quantities: Sequence[Quantity]) -> Iterator[tuple[Ref, Amount]]:
    """Every named party inside `span` that stands right before one of the quantities."""
    starts = {q.span.start: q for q in quantities}
    for mention in cast.within(span):
        found = _next(mention, starts)
        if found is not None and mention.form == "name" and len(mention.actors) == 1:
            actor = cast.actor(mention.actors[0])
            yield Ref(name=actor.name, actor=actor.id, span=mention.span), amount(found)


def other_dates(rest: Rest) -> Iterator[Share]:
    """Each further amount of the same parties with its own date ("and 200 more on 16 July")."""
    between = set(words("control", "gapped"))
    for q in rest.quantities:
        for time in rest.times:
            gap = rest.text[q.span.end : time.span.start]
            near = 0 < len(gap) <= _DATE_REACH and time.span.start > q.span.end
            if near and set(gap.casefold().split()) <= between:
                for ref in rest.event.actor:
                    yield _share(rest, ref, amount(q), as_date(time))
                break


def parts(text: str, event: Event, quantities: Sequence[Quantity]) -> tuple[Quantity, ...]:
    """The amounts of one undertaking that has several ("200 airmen and four jets").

    They stand side by side, joined by "and" or a comma, and next to the trigger.
    """
    inside_sentence = inside(quantities, event.sentence)
    best: tuple[Quantity, ...] = ()
    for run in _runs(text, inside_sentence):
        near = min(
            abs(run[0].span.start - event.trigger.end), abs(event.trigger.start - run[-1].span.end)
        )
        if len(run) > 1 and near <= _NEAREST:
            best = best or run
    return best


def _runs(text: str, quantities: Sequence[Quantity]) -> Iterator[tuple[Quantity, ...]]:
    """Quantities grouped where nothing but a conjunction or comma stands between them."""
    run: list[Quantity] = []
    for q in quantities:
        between = text[run[-1].span.end : q.span.start].strip().casefold() if run else ""
        if run and between not in words("control", "coordination"):
            yield tuple(run)
            run = []
        run.append(q)
    if run:
        yield tuple(run)


def _next(mention: Mention, starts: dict[int, Quantity]) -> Quantity | None:
    near = range(mention.span.end, mention.span.end + _WIDEST)
    return next((starts[at] for at in near if at in starts), None)


def amount(q: Quantity) -> Amount:
    """A quantity as the amount of a fact."""
    return Amount(min=q.min, max=q.max, approx=q.approx, unit=q.unit, span=q.span)
