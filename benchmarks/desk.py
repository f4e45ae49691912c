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
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urlencode

from fastapi.testclient import TestClient

from onrecord.review import Signature, Verdict, judge
from onrecord.store import open_record
from onrecord.web.desk import create_app
from onrecord.web.guard import Guard
from record import CLAIMS, readings

MILLISECONDS = 150
KILOBYTES = 300
_ROUNDS = 7


def paths(desk: TestClient, word: str) -> Iterator[str]:
    """The main pages: lists as a whole and of the largest mission, and one of each single thing.

    `word` is one that reports have.
    """
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
    yield from ("/add", f"/search?q={word}", f"/search?q={word}&{one}")
    yield f"/facts/{step['id']}"
    yield f"/reports/{step['report']}?at={step['start']}-{step['end']}"


def main(claims: int = CLAIMS) -> int:
    """Prints a line for each page; 1 where one is too slow or too large."""
    made = readings(claims)
    failed = 0
    with tempfile.TemporaryDirectory() as folder:
        place = str(Path(folder) / "record.db")
        with open_record(place) as records:
            for reading in made:
                records.add(reading, "1.0.0")
        app = create_app(place, Guard(seconds=600))
        known = app.state.known
        known.edition()
        with TestClient(app, base_url="http://127.0.0.1") as desk:
            for path in paths(desk, made[0].report.text.split()[0]):
                first, *times = (_timed(desk, path) for _ in range(_ROUNDS + 1))
                median = statistics.median(seconds for seconds, _ in times) * 1000
                size = first[1] / 1000
                bad = median > MILLISECONDS or size > KILOBYTES
                failed += bad
                print(
                    f"{median:6.0f} ms {size:6.0f} kB  {path[:60]}"
                    f"  (first {first[0] * 1000:,.0f} ms){'  TOO MUCH' if bad else ''}"
                )
            actions: tuple[Verdict, ...] = ("accept", "reject")
            for action in actions:
                record = known.at()
                by = Signature(author="Ada", time=datetime(2034, 1, 1, tzinfo=UTC))
                known.records.decide(judge(record, action, record.happenings[0].id, by))
                seconds, _ = _timed(desk, "/ledger")
                print(f"{seconds:6.1f} s  /ledger, the first time after: {action}")
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
