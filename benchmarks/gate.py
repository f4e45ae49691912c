"""The gate: accuracy and speed in one table each, and floors that they must not fall below.

python benchmarks/gate.py            measure, compare, exit 1 where a floor is missed
python benchmarks/gate.py --update   also raise the floors to what was reached
"""

import sys
from pathlib import Path

import accuracy
import floors
import speed

from onrecord import Report
from onrecord.documents import open_reports

SAMPLES = Path(__file__).resolve().parents[1] / "samples"


def main() -> int:
    """Print the tables; 1 where a figure lies below its floor."""
    figures: dict[str, float] = {}
    wanted = floors.load()
    if (accuracy.SHARED / "score" / "facts.py").exists():
        figures |= _accuracy()
        texts = accuracy.reports(accuracy.DEVELOPMENT)
    else:
        print(f"accuracy: skipped, no scorer beside the checkout ({accuracy.SHARED.name}/score)")
        texts = [report for report in open_reports(SAMPLES) if isinstance(report, Report)]
        wanted = {"speed ratio": wanted["speed ratio"]}
    figures |= _speed(texts)
    missed = floors.below(figures, wanted)
    for line in missed:
        print(f"MISSED {line}")
    if not missed:
        print("all floors held")
    if "--update" in sys.argv[1:]:
        floors.save({**floors.load(), **floors.raised(figures, wanted)})
    return 1 if missed else 0


def _accuracy() -> dict[str, float]:
    development = accuracy.reports(accuracy.DEVELOPMENT)
    table = accuracy.rows(accuracy.DEVELOPMENT, development)
    _print("development gold", table)
    seed = [report for report in development if report.source_id == "seed"]
    of_seed = accuracy.rows(accuracy.DEVELOPMENT, seed, only=("seed",))
    _print("seed report", of_seed[-1:])
    texts = accuracy.reports(accuracy.OWN)
    own = accuracy.rows(accuracy.OWN, texts, [report.source_id or "" for report in texts])
    _print("own gold", own)
    return {
        "macro F1": table[-1].f1,
        "event precision": next(row.precision for row in table if row.kind == "events"),
        "seed macro F1": of_seed[-1].f1,
        "own macro F1": own[-1].f1,
        "own event precision": next(row.precision for row in own if row.kind == "events"),
    }


def _print(title: str, table: list[accuracy.Row]) -> None:
    print(f"{title:18} {'gold':>6} {'found':>6} {'P':>6} {'R':>6} {'F1':>6}")
    for row in table:
        counts = f"{row.gold:6} {row.found:6} {row.precision:6.3f} {row.recall:6.3f}"
        print(f"{row.kind:18} {counts if row.gold else ' ' * 27} {row.f1:6.3f}")
    print()


def _speed(texts: list[Report]) -> dict[str, float]:
    ours, bare, ratio = speed.ratio(texts)
    print(f"{'speed, one core':18} {'read':>12} {'bare spaCy':>12} {'ratio':>8}")
    print(f"{'reports per second':18} {ours:12.1f} {bare:12.1f} {ratio:8.2f}\n")
    return {"speed ratio": ratio}


if __name__ == "__main__":
    sys.exit(main())
