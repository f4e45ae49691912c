"""What people bring to the desk: read at once, shown, and put on the record when they say so."""

import secrets
from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field, replace
from itertools import islice
from pathlib import Path
from threading import Lock, Semaphore, Thread
from typing import TYPE_CHECKING

from onrecord.documents import bytes_reports, iso_date
from onrecord.intake.attempts import engine, one_line, read_one
from onrecord.model import Declared, Kind, Reading, Report
from onrecord.record import Claim, fold
from onrecord.store import Records
from onrecord.views.gist import gist

if TYPE_CHECKING:
    from onrecord.sources import Fetched, Item

MOST = 200
"""How many reports of one batch are read; the command line takes any number."""

_KEPT = 24  # batches that are kept in mind
_FEED = 30  # articles of a feed
_FEEDS = (b"<?xml", b"<rss", b"<feed", b"<rdf", b"{")
_SHOWN = 80  # facts of a report that the preview has

Brought = Iterable[Report | str]
"""Reports, and a line for each input that is none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A report that was read, and not put on the record yet; `known` that it is there already."""

    reading: Reading
    known: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A fact of a draft: its kind, what it says in short, and its sentence."""

    kind: Kind
    what: str
    sentence: str


@dataclass(slots=True, kw_only=True)
class Batch:
    """What one person brought at one time. `done` says that all of it was read.

    `kept` are the ids of the reports that were put on the record, None before that.
    """

    id: str
    author: str
    name: str
    drafts: list[Draft] = field(default_factory=list)
    failures: list[str] = field(default_factory=list)
    now: str = ""
    done: bool = False
    kept: tuple[str, ...] | None = None

    def so_far(self) -> "Batch":
        """As it is now, whatever is read meanwhile; of one that is done nothing is missing."""
        done = self.done  # first: what is read after it is more, never less
        return replace(self, done=done, drafts=[*self.drafts], failures=[*self.failures])


class Batches:
    """The batches of a desk, the latest ones. Threads may share it; one batch is read at a time."""

    def __init__(self, records: Records) -> None:
        self._records = records
        self._batches: OrderedDict[str, Batch] = OrderedDict()
        self._lock = Lock()
        self._turn = Semaphore()

    def begin(self, author: str, name: str, brought: Callable[[], Brought]) -> Batch:
        """Read what was brought, in the background."""
        batch = Batch(id=secrets.token_urlsafe(9), author=author, name=name)
        with self._lock:
            self._batches[batch.id] = batch
            while len(self._batches) > _KEPT:
                self._batches.popitem(last=False)
        Thread(target=self._read, args=(batch, brought), daemon=True).start()
        return batch

    def of(self, author: str) -> tuple[Batch, ...]:
        """The batches of that person that wait for a word, the latest first."""
        with self._lock:
            found = [b for b in self._batches.values() if b.author == author and b.kept is None]
        return tuple(reversed(found))

    def find(self, key: str, author: str) -> Batch | None:
        """The batch with that id, if it is that person's."""
        with self._lock:
            batch = self._batches.get(key)
        return batch if batch and batch.author == author else None

    def drop(self, batch: Batch) -> None:
        """Forget it."""
        with self._lock:
            self._batches.pop(batch.id, None)

    def keep(self, batch: Batch, chosen: Iterable[str]) -> None:
        """Put the chosen reports of a batch on the record."""
        wanted = set(chosen)
        kept = []
        for draft in batch.drafts:
            if draft.reading.report.id in wanted:
                self._records.add(draft.reading, engine())
                kept.append(draft.reading.report.id)
        batch.kept = tuple(kept)

    def _read(self, batch: Batch, brought: Callable[[], Brought]) -> None:
        with self._turn:
            try:
                for found in islice(brought(), MOST):
                    self._take(batch, found)
            except Exception as error:  # noqa: BLE001  (whoever waits has to know)
                batch.failures.append(one_line(error))
            batch.now, batch.done = "", True

    def _take(self, batch: Batch, found: Report | str) -> None:
        if isinstance(found, str):
            batch.failures.append(found)
            return
        batch.now = found.title or found.path or ""
        if any(draft.reading.report.id == found.id for draft in batch.drafts):
            return
        with suppress(KeyError):
            batch.drafts.append(Draft(reading=self._records.reading(found.id), known=True))
            return
        reading = read_one(found)
        if isinstance(reading, str):
            batch.failures.append(f"{batch.now or 'the text'}: {reading}")
        else:
            batch.drafts.append(Draft(reading=reading, known=False))


def facts(reading: Reading) -> tuple[tuple[Found, ...], int]:
    """What a report says, in the order of its text, as far as the preview has it; and how much."""
    record = fold((reading,))
    told: list[tuple[Claim, ...]] = [
        *(event.claims for event in record.happenings),
        *(stage.claims for line in record.ledger for stage in line.stages),
        *(number.claims for number in record.numbers),
        *(saying.claims for saying in record.sayings),
        *(office.claims for office in record.offices),
    ]
    told.sort(key=lambda claims: claims[0].place)
    text = reading.report.text
    rows = [
        Found(kind=claims[0].kind, what=gist(record, claims), sentence=claims[0].sentence.of(text))
        for claims in told[:_SHOWN]
    ]
    return tuple(rows), len(told)


def from_bytes(
    content: bytes, name: str, published: str | None, declared: tuple[Declared, ...] = ()
) -> Iterator[Report | str]:
    """The reports of a file or a pasted text."""
    path = Path(Path(name.replace("\\", "/")).name or "file")
    for found in bytes_reports(content, path, published=published, declared=declared):
        yield found if isinstance(found, Report) else f"{path}: {found.reason}"


def from_address(url: str, published: str | None) -> Iterator[Report | str]:
    """The reports that stand at an address, or those that the feed there names."""
    from onrecord.intake.fetching import fetched, fetcher, reports
    from onrecord.sources import FetchError

    fetch = fetcher()
    try:
        found = fetch.fetch(url)
    except FetchError as error:
        yield f"{url}: {error}"
        return
    items = _items(found)
    if not items:
        yield from reports(found, published)
    for item in items[:_FEED]:
        yield from fetched(fetch, item.url, iso_date(item.published) or published)


def _items(found: "Fetched") -> "list[Item]":
    """The articles that a feed names; none where it is no feed."""
    from onrecord.sources import FetchError, items_of

    content = found.content or b""
    if not content.lstrip()[:9].lower().startswith(_FEEDS):
        return []
    try:
        return [item for item in items_of(content, found.url) if not item.is_feed]
    except FetchError:
        return []
