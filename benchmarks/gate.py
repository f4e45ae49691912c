"""The gate: accuracy and speed in one table each, and floors that they must not fall below.

python benchmarks/gate.py            measure, compare, exit 1 where a floor is missed
python benchmarks/gate.py --update   also raise the floors to what was reached
"""

import sys
from pathlib import Path

import accuracy
import alarms
import coref
import floors
import speed
import tasks
import times

from onrecord import Report
from onrecord.documents import open_reports

SAMPLES = Path(__file__).resolve().parents[1] / "samples"
HEIDELTIME = ("HeidelTime", (84.1, 92.1, 88.0, 77.5))
LONE = ("speed ratio", "quiet negatives")  # what can be measured without the folder beside


def main() -> int:
    """Print the tables; 1 where a figure lies below its floor."""
    figures = _quiet()
    wanted = floors.load()
    if accuracy.SHARED.is_dir():
        figures |= _accuracy() | _times() | tasks.main()
        print()
        figures["ecbplus CoNLL"] = coref.main()
        print()
        texts = accuracy.reports(accuracy.DEVELOPMENT)
    else:
        print(
            f"accuracy: skipped, no gold and scorers beside the checkout ({accuracy.SHARED.name})"
        )
        texts = [report for report in open_reports(SAMPLES) if isinstance(report, Report)]
        wanted = {name: wanted[name] for name in LONE}
    figures |= _speed(texts)
    missed = floors.below(figures, wanted)
    for line in missed:
        print(f"MISSED {line}")
    if not missed:
        print("all floors held")
    if "--update" in sys.argv[1:]:
        floors.save({**floors.load(), **floors.raised(figures, wanted)})
    return 1 if missed else 0


def _quiet() -> dict[str, float]:
    """Texts of other fields: the share of those in which nothing is read."""
    found = list(alarms.raised(alarms.texts(alarms.NEGATIVES)))
    alarms.main()
    print()
    bound = sum(alarm.commitments for alarm in found)
    quiet = sum(1 for alarm in found if not alarm.events) / len(found)
    return {"quiet negatives": 0.0 if bound else quiet}


def _times() -> dict[str, float]:
    """TempEval-3, both parts, beside HeidelTime's figures there."""
    row = times.scores(times.PARTS)
    print(f"{'TempEval-3':18} {'strict':>8} {'relaxed':>8} {'type':>8} {'value':>8}")
    for name, values in (("onrecord", [100 * row[m]["f1"] for m in row]), HEIDELTIME):
        print(f"{name:18} " + " ".join(f"{value:8.1f}" for value in values))
    print()
    return {f"TempEval-3 {m}": row[m]["f1"] for m in ("relaxed", "value")}


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
