"""False alarms: events read into texts that have nothing to do with missions and crises.

usage: python benchmarks/alarms.py
The texts are those of `negatives/` and the hard negatives of the gold beside the checkout.
"""

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from onrecord import Report, read
from onrecord.documents import open_reports

NEGATIVES = Path(__file__).with_name("negatives")
GOLD = Path(__file__).resolve().parents[2] / "shared" / "gold" / "texts"
WORST = 3


class Alarm(NamedTuple):
    """What was read into one text: its name, how many events and commitments, what of."""

    name: str
    events: int
    commitments: int
    types: tuple[str, ...]


def raised(reports: Iterable[Report]) -> Iterator[Alarm]:
    """The alarms of each report, in the order of the reports."""
    for report in reports:
        reading = read(report)
        yield Alarm(
            name=Path(report.path or report.source_id or report.id).stem,
            events=len(reading.events),
            commitments=len(reading.commitments),
            types=tuple(event.type for event in reading.events),
        )


def texts(folder: Path, pattern: str = "*.txt") -> list[Report]:
    """The texts of a folder, by name."""
    found = (report for path in sorted(folder.glob(pattern)) for report in open_reports(path))
    return [report for report in found if isinstance(report, Report)]


def alarms(folder: Path = NEGATIVES) -> tuple[float, int]:
    """Events per text, and commitments in all, of a folder's texts.

    Raises `ValueError` where the folder has none.
    """
    found = list(raised(texts(folder)))
    if not found:
        raise ValueError(f"{folder.name}: no texts")
    return sum(a.events for a in found) / len(found), sum(a.commitments for a in found)


def main() -> int:
    """Print a row for each set of texts that is there, and the worst texts of all; 0."""
    sets = {"negatives": texts(NEGATIVES), "gold": texts(GOLD, "neg_*.txt")}
    found = {name: list(raised(reports)) for name, reports in sets.items() if reports}
    print(f"{'false alarms':14} {'texts':>6} {'events':>7} {'per text':>9} {'commitments':>12}")
    for name, row in found.items():
        events = sum(a.events for a in row)
        bound = sum(a.commitments for a in row)
        print(f"{name:14} {len(row):6} {events:7} {events / len(row):9.2f} {bound:12}")
    every = [alarm for row in found.values() for alarm in row if alarm.events]
    for alarm in sorted(every, key=lambda a: (-a.events, a.name))[:WORST]:
        print(f"worst: {alarm.name} {alarm.events} ({', '.join(alarm.types)})")
    return 0


if __name__ == "__main__":
    sys.exit(main())
