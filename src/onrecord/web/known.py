"""The record as it was known on a day, folded once for all who ask."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from concurrent.futures import Future
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from threading import Lock
from typing import Any, Concatenate, ParamSpec, TypeVar

from onrecord.record import Claim, Record, fold
from onrecord.record.facts import facts_of
from onrecord.store import Current, Records, State

P = ParamSpec("P")
T = TypeVar("T")

_EDITIONS = 8  # days whose records are kept
_DAYS = 1000  # days of which it is known what was on the record
_ANSWERS = 256  # what is kept of the work on each of them


@dataclass(frozen=True, slots=True)
class _Kept:
    """What was worked out, least recently asked for first; threads that ask at once share it."""

    most: int
    lock: Lock
    found: OrderedDict[Hashable, Future[Any]]

    def get(self, key: Hashable, work: Callable[[], Any]) -> Any:
        with self.lock:
            future = self.found.get(key)
            mine = future is None
            if future is None:
                future = self.found[key] = Future()
            self.found.move_to_end(key)
            while len(self.found) > self.most:
                self.found.popitem(last=False)
        if mine:
            try:
                future.set_result(work())
            except BaseException as error:  # noqa: BLE001  (whoever waits has to know)
                with self.lock:
                    self.found.pop(key, None)
                future.set_exception(error)
        return future.result()

    def done(self, key: Hashable) -> Any:
        """What was worked out under that key; None where nothing is."""
        with self.lock:
            future = self.found.get(key)
        return future.result() if future and future.done() and not future.exception() else None

    def without(self, key: Hashable) -> "_Kept":
        """All but what is kept under that key."""
        with self.lock:
            left = OrderedDict((k, future) for k, future in self.found.items() if k != key)
        return _Kept(self.most, Lock(), left)


def _kept(most: int) -> _Kept:
    return _Kept(most, Lock(), OrderedDict())


class Edition:
    """A record, and what pages ask of it again and again: it never changes."""

    def __init__(self, record: Record) -> None:
        self.record = record
        self._kept = _kept(_ANSWERS)

    @cached_property
    def facts(self) -> dict[str, tuple[Claim, ...]]:
        """For each claim all claims of its fact, the best first."""
        return facts_of(self.record)

    @cached_property
    def by_report(self) -> dict[str, tuple[Claim, ...]]:
        """The claims of each report that stand, in the order of its text."""
        found: dict[str, list[Claim]] = {report: [] for report in self.record.readings}
        for claim in self.record.claims.values():
            found[claim.report].append(claim)
        return {
            report: tuple(sorted(claims, key=lambda claim: claim.place))
            for report, claims in found.items()
        }

    def once(
        self, view: Callable[Concatenate[Record, P], T], *asked: P.args, **named: P.kwargs
    ) -> T:
        """What a pure function says of the record: worked out once, kept while there is room."""
        key = (view, asked, tuple(sorted(named.items())))
        found: T = self._kept.get(key, lambda: view(self.record, *asked, **named))
        return found


class Known:
    """The record of each day that somebody asks for. Threads may share it.

    Days between which nothing was published or decided share one edition. When something comes on
    the record, it is worked in, and the editions of days that do not know of it stay.
    """

    def __init__(self, records: Records) -> None:
        self.records = records
        self._current = Current(records)
        self._lock = Lock()
        self._now = _Now(records.state())

    def at(self, day: date | None = None) -> Record:
        """The record as it was known at the end of that day, or is known now."""
        return self.edition(day).record

    def edition(self, day: date | None = None) -> Edition:
        """As `at`, with room for what is worked out from it."""
        state = self.records.state()
        with self._lock:
            if state != self._now.state:
                self._now = _Now(state, self._now)
            now = self._now
        if day is None:
            return now.edition(state, self._fold)
        until = day.isoformat()
        then: State = now.days.get(until, lambda: self.records.state(until))
        if then == state:
            return now.edition(state, self._fold)
        return now.edition(then, lambda: now.kept(until, then) or self._fold(until))

    def _fold(self, until: str | None = None) -> Edition:
        records = self.records
        if until is None:
            return Edition(self._current.record())
        return Edition(fold(records.readings(as_of=until), records.decisions(as_of=until)))


class _Now:
    """What is kept as long as the database is in one state: what it held on days, and editions."""

    def __init__(self, state: State, before: "_Now | None" = None) -> None:
        self.state = state
        self.days = _kept(_DAYS)
        self.editions = _kept(_EDITIONS)
        self._before = (before.days, before.editions.without(before.state)) if before else None

    def edition(self, state: State, work: Callable[[], Edition]) -> Edition:
        """The edition of all days that are in that state."""
        found: Edition = self.editions.get(state, work)
        return found

    def kept(self, until: str, state: State) -> Edition | None:
        """The edition of a day on which no more was known in the state before this one."""
        if self._before is None:
            return None
        days, editions = self._before
        found: Edition | None = editions.done(state) if days.done(until) == state else None
        return found
