"""A review at a terminal: an item in view, a key, a decision, the next item."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from typing import ClassVar

from onrecord.cli.sheet import page, sheet
from onrecord.cli.terminal import Desk
from onrecord.model import Decision
from onrecord.record.corrections import FIELDS
from onrecord.record.facts import facts_of
from onrecord.review import (
    Item,
    Signature,
    Verdict,
    choices,
    correct,
    judge,
    likely,
    merge,
    split,
    undo,
)
from onrecord.store import Current, OvertakenError
from onrecord.views.queue import chosen
from onrecord.views.selection import Selection

HELP = """\
a accept    x reject    e edit a field    n note
m merge with another fact    s split off some of its claims
u undo your last decision    o open the report at the sentence
j or space next    k back    q quit    ? this help"""
_LOOKS = frozenset("o?")  # keys that leave everything as it is
_LEAVE = frozenset(("q", "", "\x03", "\x04"))


def _must_be_read(item: Item) -> None:
    if not item.claims:
        raise ValueError("the decision is about nothing any more: u undoes it")


class Session:
    """One analyst at work. `decided` counts their decisions, `left` what still waits."""

    def __init__(
        self,
        current: Current,
        desk: Desk,
        author: str,
        selection: Selection,
        approvals: int = 1,
    ) -> None:
        self._current, self._records = current, current.records
        self._desk, self._author = desk, author
        self._selection, self._approvals = selection, approvals
        self._made: list[Decision] = []
        self._at = 0
        self._look()

    @property
    def decided(self) -> int:
        """How many decisions of this session count."""
        return len(self._made)

    @property
    def left(self) -> int:
        """How many items still wait."""
        return len(self._items)

    def run(self) -> None:
        """Until nothing is left, or the analyst is."""
        self._desk.show(HELP)
        fresh = True
        while self._items:
            item = self._items[self._at]
            if fresh:
                self._desk.show(sheet(self._record, item, self._at + 1, len(self._items)))
            key = self._desk.key()
            if key in _LEAVE:
                return
            try:
                self._keys.get(key, Session._help)(self, item)
                fresh = key in self._keys and key not in _LOOKS
            except (ValueError, LookupError) as error:
                self._desk.show(f"{error}")
                fresh = False
        self._desk.show("nothing waits")

    def _help(self, _: Item) -> None:
        self._desk.show(HELP)

    def _accept(self, item: Item) -> None:
        self._judge(item, "accept")

    def _reject(self, item: Item) -> None:
        self._judge(item, "reject")

    def _next(self, _: Item) -> None:
        self._at = (self._at + 1) % len(self._items)

    def _back(self, _: Item) -> None:
        self._at = (self._at - 1) % len(self._items)

    def _look(self) -> None:
        """The record as it is now, with what others have decided meanwhile."""
        self._record = self._current.record()
        self._items = list(
            chosen(self._record, self._selection, author=self._author, approvals=self._approvals)
        )
        self._at = min(self._at, max(len(self._items) - 1, 0))

    def _by(self, note: str | None = None) -> Signature:
        return Signature(author=self._author, time=datetime.now(UTC), note=note)

    def _keep(self, decision: Decision) -> bool:
        """Put it on the record; where somebody was quicker, look again instead."""
        try:
            self._records.decide(decision, seen=len(self._record.rulings.history))
        except OvertakenError as error:
            self._look()
            self._desk.show(f"{error}: look again")
            return False
        return True

    def _judge(self, item: Item, action: Verdict, note: str | None = None) -> None:
        """Decide, and go on without folding the record anew: the rest of the queue is the same."""
        _must_be_read(item)
        made = judge(self._record, action, item.id, self._by(note))
        if self._keep(made):
            self._made.append(made)
            rulings = self._record.rulings
            rulings = replace(rulings, history=(*rulings.history, made))
            self._record = replace(self._record, rulings=rulings)
            if action != "note":
                del self._items[self._at]
                self._at = min(self._at, max(len(self._items) - 1, 0))

    def _note(self, item: Item) -> None:
        self._judge(item, "note", self._desk.line("note"))

    def _edit(self, item: Item) -> None:
        _must_be_read(item)
        field = self._desk.line(f"field ({', '.join(FIELDS[item.kind])})")
        known = choices(field)
        value = self._desk.line(f"{field} ({', '.join(known)})" if known else field)
        self._change(item, correct(self._record, item.id, field, value, self._by()))

    def _merge(self, item: Item) -> None:
        _must_be_read(item)
        near = {str(n): key for n, key in enumerate(likely(self._record, item), start=1)}
        other = self._desk.line("merge with (number above, or id)")
        self._change(item, merge(self._record, [item.id, near.get(other, other)], self._by()))

    def _split(self, item: Item) -> None:
        _must_be_read(item)
        given = self._desk.line(f"set apart which of 1 to {len(item.claims)}").split()
        wanted = [n for n, claim in enumerate(item.claims, start=1) if str(n) in given]
        if not wanted:
            raise ValueError("none of these numbers")
        ids = [item.claims[n - 1].id for n in wanted]
        self._change(item, split(self._record, ids, self._by()))

    def _undo(self, item: Item) -> None:
        """The last decision of this session; or the one that is about nothing any more."""
        last = item.orphan.decision if item.orphan else None
        if last is None and not self._made:
            raise ValueError("nothing to undo: onrecord decide undo takes back older decisions")
        if last is None:
            last = self._made[-1]
        if self._keep(undo(self._record, last.id, self._by())):
            self._made = [made for made in self._made if made.id != last.id]
            self._look()

    def _change(self, item: Item, decision: Decision) -> None:
        """What changes the facts themselves: the record is folded anew, the item stays in view."""
        if self._keep(decision):
            self._made.append(decision)
            self._look()
            claims = facts_of(self._record)[item.claims[0].id]
            ids = [other.id for other in self._items]
            if claims[0].id in ids:
                self._at = ids.index(claims[0].id)
            else:
                seen = Item(id=claims[0].id, kind=item.kind, reasons=(), claims=claims)
                self._items.insert(self._at, seen)

    def _open(self, item: Item) -> None:
        self._desk.show(page(self._record, item))

    _keys: ClassVar[dict[str, Callable[["Session", Item], None]]] = {
        "a": _accept,
        "x": _reject,
        "e": _edit,
        "n": _note,
        "m": _merge,
        "s": _split,
        "u": _undo,
        "o": _open,
        "j": _next,
        " ": _next,
        "k": _back,
        "?": _help,
    }
