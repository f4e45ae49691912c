"""The gate: one table of accuracy and speed, and floors that they must not fall below.

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


def main() -> int:
    """Print the table; 1 where a figure lies below its floor."""
    figures: dict[str, float] = {}
    wanted = floors.load()
    if (accuracy.SHARED / "gold").is_dir():
        reports = accuracy.gold_reports()
        figures |= _accuracy(reports)
    else:
        print(f"accuracy: skipped, no gold beside the checkout ({accuracy.SHARED.name}/gold)")
        samples = open_reports(Path(__file__).resolve().parents[1] / "samples")
        reports = [report for report in samples if isinstance(report, Report)]
        wanted = {"speed ratio": wanted["speed ratio"]}
    figures |= _speed(reports)
    missed = floors.below(figures, wanted)
    for line in missed:
        print(f"MISSED {line}")
    if not missed:
        print("all floors held")
    if "--update" in sys.argv[1:]:
        floors.save({**floors.load(), **floors.raised(figures, wanted)})
    return 1 if missed else 0


def _accuracy(reports: list[Report]) -> dict[str, float]:
    table = accuracy.rows(reports)
    print(f"{'accuracy':18} {'gold':>6} {'found':>6} {'P':>6} {'R':>6} {'F1':>6}")
    for row in table[:-1]:
        print(
            f"{row.kind:18} {row.gold:6} {row.found:6} "
            f"{row.precision:6.3f} {row.recall:6.3f} {row.f1:6.3f}"
        )
    seed = accuracy.rows((r for r in reports if r.source_id == "seed"), only=("seed",))
    print(f"{'macro':18} {'':6} {'':6} {'':6} {'':6} {table[-1].f1:6.3f}")
    print(f"{'macro, seed report':18} {'':6} {'':6} {'':6} {'':6} {seed[-1].f1:6.3f}")
    return {
        "macro F1": table[-1].f1,
        "event precision": next(row.precision for row in table if row.kind == "events"),
        "seed macro F1": seed[-1].f1,
    }


def _speed(reports: list[Report]) -> dict[str, float]:
    ours, bare, ratio = speed.ratio(reports)
    print(f"\n{'speed, one core':18} {'read':>12} {'bare spaCy':>12} {'ratio':>8}")
    print(f"{'reports per second':18} {ours:12.1f} {bare:12.1f} {ratio:8.2f}")
    return {"speed ratio": ratio}


if __name__ == "__main__":
    sys.exit(main())
