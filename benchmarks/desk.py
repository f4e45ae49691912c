"""The desk over the record of 100,000 claims: milliseconds and kilobytes of its main pages.

    python benchmarks/desk.py [CLAIMS]

Each page is asked for once to be worked out, however long that takes, then some times more; the
time is that of the server without a network, the size that of the page as it is sent.
"""

import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from urllib.parse import urlencode

from fastapi.testclient import TestClient

from onrecord.model import Decision, Reading
from onrecord.record import claims_of
from onrecord.store.state import State
from onrecord.web.desk import create_app
from onrecord.web.guard import Guard
from onrecord.web.known import Known
from record import CLAIMS, readings

MILLISECONDS = 150
KILOBYTES = 300
_ROUNDS = 7


@dataclass(frozen=True, slots=True, eq=False)  # told apart as stores are, not by all that they hold
class Held:
    """Readings in memory, asked as the store is."""

    all: tuple[Reading, ...]

    def state(self, as_of: str | None = None) -> State:
        """How many readings there are."""
        return State((("1.0.0", sum(1 for _ in self.readings(as_of))),), 0)

    def readings(self, as_of: str | None = None) -> Iterator[Reading]:
        """Those that were published until that day."""
        return (r for r in self.all if as_of is None or (r.report.published or "~") <= as_of)

    def decisions(self, as_of: str | None = None) -> tuple[Decision, ...]:  # noqa: ARG002
        """None."""
        return ()

    def search(self, words: str, limit: int) -> tuple[str, ...]:  # noqa: ARG002
        """As if every claim had the words."""
        claims = (claim for reading in self.all for claim in claims_of(reading))
        return tuple(claim.id for claim in islice(claims, limit))

    def search_reports(self, words: str, limit: int) -> tuple[str, ...]:  # noqa: ARG002
        """As if every report had the words."""
        return tuple(reading.report.id for reading in self.all[:limit])


def paths(desk: TestClient) -> Iterator[str]:
    """The main pages: lists as a whole and of the largest mission, and one of each single thing."""
    mission = max(desk.get("/missions.json").json(), key=lambda row: row["steps"])["name"]
    one = urlencode({"mission": mission})
    rows = desk.get(f"/ledger.json?{one}").json()
    step = max(rows, key=lambda row: row["reports"])
    yield from ("/", f"/mission?{one}", f"/actor?{urlencode({'actor': step['party']})}")
    for name in (
        "ledger", "timeline", "figures", "map", "statements", "actors", "conflicts", "sources",
        "changes", "brief", "review",
    ):  # fmt: skip
        yield f"/{name}?{one}"
        if name not in {"brief", "changes"}:
            yield f"/{name}"
    yield from ("/add", "/search?q=all", f"/search?q=all&{one}")
    yield f"/facts/{step['id']}"
    yield f"/reports/{step['report']}?at={step['start']}-{step['end']}"


def main(claims: int = CLAIMS) -> int:
    """Prints a line for each page; 1 where one is too slow or too large."""
    made = tuple(readings(claims))
    failed = 0
    with tempfile.TemporaryDirectory() as folder:
        app = create_app(str(Path(folder) / "record.db"), Guard(seconds=600))
        app.state.known = Known(Held(made))  # type: ignore[arg-type]
        app.state.known.edition()
        with TestClient(app, base_url="http://127.0.0.1") as desk:
            for path in paths(desk):
                first, *times = (_timed(desk, path) for _ in range(_ROUNDS + 1))
                median = statistics.median(seconds for seconds, _ in times) * 1000
                size = first[1] / 1000
                bad = median > MILLISECONDS or size > KILOBYTES
                failed += bad
                print(
                    f"{median:6.0f} ms {size:6.0f} kB  {path[:60]}"
                    f"  (first {first[0] * 1000:,.0f} ms){'  TOO MUCH' if bad else ''}"
                )
    return int(failed > 0)


def _timed(desk: TestClient, path: str) -> tuple[float, int]:
    """Seconds of the processor, whoever else is at work, and the length of the page."""
    start = time.process_time()
    told = desk.get(path)
    seconds = time.process_time() - start
    if told.status_code != 200:  # noqa: PLR2004
        raise SystemExit(f"{told.status_code} {path}")
    return seconds, len(told.content)


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:2])))
