"""The record at 100,000 claims: seconds of folds, adds a second, milliseconds of two views.

    python benchmarks/record.py [CLAIMS]

The readings are made up from the model's classes, with the skew of a press archive: a few states,
missions and happenings are told of in most reports, half of the facts have no date, and one
report in seven is an edited copy of another.
"""

import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from onrecord.model import (
    Actor,
    Amount,
    Commitment,
    Event,
    Figure,
    Reading,
    Ref,
    Report,
    Span,
    Statement,
    When,
)
from onrecord.record import Record, claims_of, fold
from onrecord.record.memory import Memory
from onrecord.review import Signature, Verdict, judge
from onrecord.store import open_record
from onrecord.views import ledger, select, timeline

CLAIMS = 100_000
SHARE = 0.7  # of the adds a second of a small record that a large one has to keep
_FRESH = 200  # reports whose adding is timed
_START = date(2031, 1, 1)
_DAYS = 1000
_STEPS = ("pledged", "approved", "agreed", "deployed", "delivered", "blocked", "reduced")
_TYPES = ("PLEDGE", "DEPLOY", "APPROVE", "ATTACK", "KILL", "CONSULT", "CRITICISE", "AID", "SEIZE")
_UNITS = ("officer", "soldier", "truck", "person", "USD")
_OF_MISSION, _DATED, _WRONG, _COPIED = 0.6, 0.5, 0.1, 1 / 7  # shares
_EVENTS, _UNDERTAKEN, _FIGURES, _QUOTES = 9, 4, 4, 3  # in a report
_VOWELS, _CONSONANTS = "aeiou", "bdfgklmnprstvz"


@dataclass(frozen=True)
class Truth:
    """A happening that reports tell of, more or less exactly."""

    type: str
    status: str
    party: str
    mission: str | None
    item: str
    amount: Amount | None
    day: date


class World:
    """States, missions, happenings and words, the first ones far more frequent than the last."""

    def __init__(self, seed: int, truths: int) -> None:
        self.chance = random.Random(seed)  # noqa: S311
        self.words = [self._word() for _ in range(3000)]
        self.states = [f"{self._word()}land".capitalize() for _ in range(150)]
        self.missions = [f"{self._word().capitalize()} Support Mission" for _ in range(40)]
        self.truths = [self._truth() for _ in range(truths)]

    def often(self, things: Sequence[Truth | str]) -> Truth | str:
        """One of them; the chance falls with the rank, as that of words does (Zipf)."""
        rank = int(len(things) ** self.chance.random()) - 1
        return things[min(rank, len(things) - 1)]

    def text(self, words: int) -> str:
        """A run of words."""
        return " ".join(str(self.often(self.words)) for _ in range(words))

    def _word(self) -> str:
        chance = self.chance
        return "".join(
            chance.choice(_CONSONANTS) + chance.choice(_VOWELS) for _ in range(chance.randint(2, 4))
        )

    def _truth(self) -> Truth:
        chance = self.chance
        number = chance.choice((None, chance.randint(2, 30), chance.randint(1, 40) * 50))
        unit = chance.choice(_UNITS)
        return Truth(
            type=str(self.often(_TYPES)),
            status=str(self.often(_STEPS)),
            party=str(self.often(self.states)),
            mission=str(self.often(self.missions)) if chance.random() < _OF_MISSION else None,
            item=f"{self.often(self.words)} {unit}s",
            amount=number and Amount(min=number, max=number, approx=False, unit=unit, span=None),
            day=_START + timedelta(days=chance.randrange(_DAYS)),
        )


class Draft:
    """A report of the made-up world in the making."""

    def __init__(self, world: World, number: int) -> None:
        self.world, self.number = world, number
        self.published = _START + timedelta(days=world.chance.randrange(_DAYS))
        self.parts: list[str] = []
        self.length = 0
        self.actors: dict[str, Actor] = {}
        self.events: list[Event] = []
        self.commitments: list[Commitment] = []
        self.figures: list[Figure] = []
        self.statements: list[Statement] = []

    def sentence(self) -> Span:
        """One more sentence of the text."""
        words = self.world.text(self.world.chance.randint(10, 24)) + ".\n"
        self.parts.append(words)
        self.length += len(words)
        return Span(self.length - len(words), self.length - 1)

    def ref(self, name: str, kind: str) -> Ref:
        """The actor of that name, new to the report or not."""
        key = f"a{len(self.actors)}"
        actor = self.actors.setdefault(name, Actor(id=key, name=name, kind=kind))
        return Ref(name=name, actor=actor.id)

    def tell(self, truth: Truth, *, step: bool) -> None:
        """An event, as a step of an undertaking too; now and then with a wrong number."""
        chance, span = self.world.chance, self.sentence()
        party = self.ref(truth.party, "state")
        mission = self.ref(truth.mission, "mission") if truth.mission else None
        day = truth.day.isoformat() if chance.random() < _DATED else None
        date_ = When(value=day, edtf=day, span=None) if day else None
        amount = replace(truth.amount, span=span) if truth.amount else None
        if amount and chance.random() < _WRONG:
            amount = replace(amount, min=amount.min * 2, max=amount.max * 2)
        number = f"e{len(self.events)}"
        self.events.append(
            Event(
                id=number, type=truth.type, sentence=span, trigger=Span(span.start, span.start + 4),
                actor=(party,), mission=mission, item=truth.item, quantity=amount, date=date_,
            )
        )  # fmt: skip
        if step:
            self.commitments.append(
                Commitment(
                    party=party, mission=mission, beneficiary=None, item=truth.item,
                    quantity=amount, status=truth.status, date=date_, certainty="asserted",
                    event=number,
                )
            )  # fmt: skip

    def measure(self) -> None:
        """A figure."""
        span, chance = self.sentence(), self.world.chance
        number, unit = chance.randint(2, 40) * 25, chance.choice(_UNITS)
        measure = f"{unit}s {self.world.text(2)}"
        self.figures.append(
            Figure(
                measure=measure, min=number, max=number, approx=False, unit=unit, of=None,
                as_of=self.published.isoformat(), attribution=None, span=span, sentence=span,
            )
        )  # fmt: skip

    def quote(self) -> None:
        """A statement."""
        span, number = self.sentence(), len(self.statements)
        speaker = self.ref(str(self.world.often(self.world.states)), "state")
        self.statements.append(
            Statement(
                id=f"s{number}", speaker=speaker, direct=True, cue=None, content=span,
                channel=None, sentence=span,
            )
        )  # fmt: skip

    def reading(self) -> Reading:
        """The report as it was read."""
        return Reading(
            report=Report(
                id=f"{self.number:064x}", text="".join(self.parts),
                published=self.published.isoformat(),
            ),
            actors=tuple(self.actors.values()),
            events=tuple(self.events),
            commitments=tuple(self.commitments),
            figures=tuple(self.figures),
            statements=tuple(self.statements),
        )  # fmt: skip


def readings(claims: int, seed: int = 7) -> list[Reading]:
    """As many readings as it takes for that many claims."""
    world = World(seed, truths=max(claims // 10, 50))
    found: list[Reading] = []
    told = 0
    while told < claims:
        if found and world.chance.random() < _COPIED:
            found.append(_copy(world.chance.choice(found), len(found)))
        else:
            draft = Draft(world, len(found))
            for index in range(_EVENTS):
                draft.tell(world.often(world.truths), step=index < _UNDERTAKEN)
            for _ in range(_FIGURES):
                draft.measure()
            for _ in range(_QUOTES):
                draft.quote()
            found.append(draft.reading())
        told += len(claims_of(found[-1]))
    return found


def _copy(reading: Reading, number: int) -> Reading:
    report = replace(reading.report, id=f"{number:064x}", text=reading.report.text + "Edited.")
    return replace(reading, report=report)


def again(made: Sequence[Reading], record: Record) -> dict[str, float]:
    """Seconds of a fold that follows another one, by what has come between them."""
    memory = Memory()
    fold(made[:-1], memory=memory)
    by = Signature(author="Ada", time=datetime(2034, 1, 1, tzinfo=UTC))
    actions: tuple[Verdict, ...] = ("accept", "reject")
    verdicts = [
        judge(record, action, fact.id, by)
        for action, fact in zip(actions, record.happenings, strict=False)
    ]
    times = {}
    for number, what in enumerate(("a report", "an accepted event", "a rejected event")):
        start = time.process_time()
        fold(made, verdicts[:number], memory)
        times[what] = time.process_time() - start
    return times


def adding(known: Sequence[Reading], fresh: Sequence[Reading], folder: Path) -> dict[int, float]:
    """Adds a second to records of 1,000, 10,000 and all `known` claims.

    The same `fresh` reports are added to all three in turn, so that what else the machine does
    at that time slows down all of them.
    """
    times: dict[int, list[float]] = {}
    with ExitStack() as stack:
        stores = []
        for goal in (1_000, 10_000, sum(len(claims_of(reading)) for reading in known)):
            records = stack.enter_context(open_record(folder / f"{goal}.db"))
            stores.append((records, times.setdefault(goal, [])))
            told = 0
            for reading in known:
                if told >= goal:
                    break
                records.add(reading, "1.0.0")
                told += len(claims_of(reading))
        for reading in fresh:
            for records, taken in stores:
                start = time.perf_counter()
                records.add(reading, "1.0.0")
                taken.append(time.perf_counter() - start)
    return {goal: 1 / statistics.median(taken) for goal, taken in times.items()}


def milliseconds(work: Callable[[], object], rounds: int = 5) -> float:
    """The best of some rounds, of the processor's time: who else is at work does not matter."""
    best = float("inf")
    for _ in range(rounds):
        start = time.process_time()
        work()
        best = min(best, time.process_time() - start)
    return best * 1000


def main(claims: int = CLAIMS) -> int:
    """Prints the figures; 1 where a large record takes adds too slowly."""
    made = readings(claims + _FRESH * (_EVENTS + _UNDERTAKEN + _FIGURES + _QUOTES))
    made, fresh = made[:-_FRESH], made[-_FRESH:]
    start = time.process_time()
    record: Record = fold(made)
    seconds = time.process_time() - start
    print(f"{len(made):,} reports, {len(record.claims):,} claims: fold {seconds:.1f} s")
    print(
        f"{len(record.happenings):,} events, {len(record.ledger):,} lines of the ledger, "
        f"{len(record.conflicts):,} conflicts, {len(set(record.families.values())):,} families"
    )
    for what, spent in again(made, record).items():
        print(f"folded again after {what}: {spent:.2f} s")
    with tempfile.TemporaryDirectory() as folder:
        rates = adding(made, fresh, Path(folder))
    for goal, rate in rates.items():
        print(f"{goal:,} claims: {rate:.0f} reports added a second")
    one = select(record, mission=next(line.mission.name for line in record.ledger if line.mission))
    print(
        f"one mission: ledger {milliseconds(lambda: ledger(record, one)):.0f} ms, "
        f"timeline {milliseconds(lambda: timeline(record, one)):.0f} ms"
    )
    small, *_, large = rates.values()
    return int(large < SHARE * small)


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:2])))
