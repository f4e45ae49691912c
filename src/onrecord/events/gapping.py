"""Clauses that leave out their verb: "Norway delivered eight tanks and Portugal three"."""

from collections.abc import Iterator, Sequence

from onrecord.model import Amount, Cast, Event, Mention, Quantity, Ref

_WIDEST = 4  # characters between a party and its amount


def gapped(
    event: Event, cast: Cast, quantities: Sequence[Quantity]
) -> Iterator[tuple[Ref, Amount]]:
    """Each further party with its amount that the event's sentence lists behind the first one.

    A party counts that stands right before a quantity ("Germany 244 million euros", "Portugal:
    three"), behind the event's own amount.
    """
    own = event.quantity.span if event.quantity else None
    if own is None or not event.actor:
        return
    starts = {q.span.start: q for q in quantities if q.span.start >= own.end}
    taken = {ref.span for ref in event.actor}
    for mention in cast.within(event.sentence):
        if mention.span.start >= own.end and mention.span not in taken:
            amount = _next(mention, starts)
            if amount is not None and len(mention.actors) == 1 and mention.form == "name":
                actor = cast.actor(mention.actors[0])
                yield Ref(name=actor.name, actor=actor.id, span=mention.span), amount


def _next(mention: Mention, starts: dict[int, Quantity]) -> Amount | None:
    for at in range(mention.span.end, mention.span.end + _WIDEST):
        found = starts.get(at)
        if found:
            return Amount(
                min=found.min,
                max=found.max,
                approx=found.approx,
                unit=found.unit,
                span=found.span,
            )
    return None
