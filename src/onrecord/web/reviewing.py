"""A review at the desk: what waits, one fact in view, and decisions that carry what they saw."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import get_args

from onrecord.model import Decision
from onrecord.record import Record
from onrecord.review import (
    Item,
    Reason,
    Signature,
    correct,
    judge,
    likely,
    merge,
    split,
    undo,
)
from onrecord.views.evidence import Why, evidence
from onrecord.views.fields import Field, fields
from onrecord.views.gist import gist
from onrecord.views.queue import Waiting, chosen, row
from onrecord.views.selection import Selection
from onrecord.views.verdicts import in_short
from onrecord.web.known import Edition

_LAST = 12  # decisions that the history has


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """What somebody at the desk wants: a decision, with all that its form may hold.

    `seen` counts the decisions that the page knew.
    """

    action: str
    item: str
    seen: int
    field: str = ""
    value: str = ""
    note: str = ""
    other: str = ""
    claims: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Near:
    """A fact that the item could be merged with; `against` that it contradicts it."""

    id: str
    what: str
    sentence: str
    against: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """A decision of the history: what, in words, and whether it can be taken back."""

    id: str
    what: str
    about: str
    fact: str | None
    undone: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Queue:
    """The items for one person: all of them, counted by their reasons, and those of one reason."""

    items: tuple[Item, ...]
    reasons: Mapping[str, int]
    total: int
    places: Mapping[str, int]

    def place(self, key: str | None) -> int | None:
        """Where an item stands, named by its id or by that of one of its claims."""
        return self.places.get(key or "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """An item with its evidence, and what can be done with it."""

    item: Item
    row: Waiting
    why: Why | None
    fields: tuple[Field, ...]
    near: tuple[Near, ...]


def waiting(
    edition: Edition, selection: Selection, author: str, approvals: int, reason: str | None
) -> Queue:
    """What waits for that person; where a reason is given, only what waits for that."""
    return edition.once(_queue, selection, author, approvals, reason)


def _queue(
    record: Record, selection: Selection, author: str, approvals: int, reason: str | None
) -> Queue:
    found = chosen(record, selection, author=author, approvals=approvals)
    counted = Counter(r for item in found for r in item.reasons)
    items = tuple(item for item in found if reason is None or reason in item.reasons)
    places = {claim.id: at for at, item in enumerate(items) for claim in item.claims}
    return Queue(
        items=items,
        reasons={r: counted[r] for r in get_args(Reason) if counted[r]},
        total=len(found),
        places=places | {item.id: at for at, item in enumerate(items)},
    )


def sheet(edition: Edition, item: Item) -> Sheet:
    """The item as it is shown."""
    record = edition.record
    if item.orphan:
        return Sheet(item=item, row=row(record, item), why=None, fields=(), near=())
    near = []
    for key in likely(record, item):
        claims = edition.facts[key]
        words = claims[0].sentence.of(record.readings[claims[0].report].report.text)
        near.append(
            Near(id=key, what=gist(record, claims), sentence=words, against=key in item.against)
        )
    return Sheet(
        item=item,
        row=row(record, item),
        why=evidence(record, item.claims),
        fields=fields(record, item.claims[0]),
        near=tuple(near),
    )


def seen_again(edition: Edition, key: str) -> Item | None:
    """A fact that does not wait; None where there is none with that id."""
    claims = edition.facts.get(key)
    if claims is None:
        return None
    return Item(id=claims[0].id, kind=claims[0].kind, reasons=(), claims=claims)


def decision(record: Record, act: Act, by: Signature) -> Decision:
    """What the act comes to. Raises `ValueError` or `LookupError` with one line for people."""
    if act.action == "correct":
        return correct(record, act.item, act.field, act.value, by)
    if act.action == "merge":
        return merge(record, [act.item, act.other.strip()], by)
    if act.action == "split":
        if not act.claims:
            raise ValueError("nothing to split off: mark some of the sentences")
        return split(record, act.claims, by)
    if act.action == "undo":
        return undo(record, act.other, by)
    if act.action in {"accept", "reject", "note"}:
        return judge(record, act.action, act.item, by)  # type: ignore[arg-type]
    raise ValueError(f"nothing called {act.action!r} can be done here")


def history(edition: Edition, author: str) -> tuple[Made, ...]:
    """The last decisions of that person, the latest first; undoing is no decision of its own."""
    rulings = edition.record.rulings
    own = [d for d in reversed(rulings.history) if d.author == author and d.action != "undo"]
    return tuple(made(edition, one) for one in own[:_LAST])


def made(edition: Edition, one: Decision) -> Made:
    """A decision in words."""
    told = [key for key in edition.record.rulings.claims_of(one) if key in edition.facts]
    claims = edition.facts[told[0]] if told else ()
    return Made(
        id=one.id,
        what=in_short(one),
        about=gist(edition.record, claims) if claims else "what is read no more",
        fact=claims[0].id if claims else None,
        undone=one.id in edition.record.rulings.undone,
    )
