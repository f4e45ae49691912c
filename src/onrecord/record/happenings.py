"""Events of the record: claims of several reports about the same happening, put together."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial

from onrecord.model import Amount, Certainty, Polarity, When
from onrecord.record.claims import Claim
from onrecord.record.comparing import Setting
from onrecord.record.groups import Grouping, group
from onrecord.record.identity import Party
from onrecord.record.periods import Period
from onrecord.record.tellings import ALIKE, Standing, Told, rank, tell
from onrecord.record.ties import Tie, tied


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """An event of the record.

    `id` is that of its best claim: the most precise date, then the most roles filled, then the
    order of reports. The other fields are read from that claim, the gaps filled from the next
    ones. `claims` has all of them, the best first; `rivals` the ids of other events, where a claim
    fits several equally well and stands apart from all.
    """

    id: str
    type: str
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    mission: Party | None
    item: str | None
    quantity: Amount | None
    place: str | None
    date: When | None
    period: Period | None
    certainty: Certainty
    polarity: Polarity
    claims: tuple[Claim, ...]
    rivals: tuple[str, ...] = ()


def happenings(
    claims: Iterable[Claim], scene: Setting, ties: Sequence[Tie] = ()
) -> tuple[Happening, ...]:
    """The events that the claims tell of, in order of their ids; `ties` are analysts' own."""
    told = sorted((tell(claim, scene) for claim in claims), key=rank)
    found = _grouped(told, scene)
    groups = tied(found.groups, ties, lambda told: told.claim.id, rank)
    home = {told.claim.id: members[0].claim.id for members in groups for told in members}
    rivals: dict[str, set[str]] = defaultdict(set)
    for torn, others in found.torn:
        rivals[home[torn.claim.id]].update(home[other.claim.id] for other in others)
    merged = (
        _happening(members, rivals.get(members[0].claim.id, set()), scene) for members in groups
    )
    return tuple(sorted(merged, key=lambda happening: happening.id))


def _grouped(told: Iterable[Told], scene: Setting) -> Grouping[Told]:
    """What tells of one event, act by act: none fits another, and all at once take much memory."""
    acts: dict[tuple[str, Standing], list[Told]] = defaultdict(list)
    for one in told:
        acts[one.act, one.standing].append(one)
    past = partial(scene.memory.past, "events")
    found = [group(tellings, ALIKE, past(act)) for act, tellings in acts.items()]
    return Grouping(
        [members for grouping in found for members in grouping.groups],
        [torn for grouping in found for torn in grouping.torn],
    )


def _happening(members: list[Told], rivals: set[str], scene: Setting) -> Happening:
    best, who = members[0], scene.who
    acting = next((told for told in members if told.event.actor), best)
    receiving = next((told for told in members if told.event.recipient), best)
    sent = next((told for told in members if told.event.mission), best)
    dated = [told for told in members if told.event.date]
    places = [told.event.place.name for told in members if told.event.place]
    certain = [told.event.certainty for told in members]
    return Happening(
        id=best.claim.id,
        type=best.event.type,
        actors=who.all_of(acting.claim.report, acting.event.actor),
        recipients=who.all_of(receiving.claim.report, receiving.event.recipient),
        mission=who.of(sent.claim.report, sent.event.mission) if sent.event.mission else None,
        item=next((told.event.item for told in members if told.event.item), None),
        quantity=next((told.event.quantity for told in members if told.event.quantity), None),
        place=next(iter(places), None),
        date=dated[0].event.date if dated else None,
        period=best.period,
        certainty="asserted" if "asserted" in certain else certain[0],
        polarity=best.event.polarity,
        claims=tuple(told.claim for told in members),
        rivals=tuple(sorted(rivals - {best.claim.id})),
    )
