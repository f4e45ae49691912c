"""The public single-task sets: one figure each, beside what others reach.

The sets and their scorers stand beside the checkout (`shared/bench`, `shared/score`; the READMEs
there say what each set asks, and where the figures of others come from).
"""

import importlib.util
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple

from onrecord import Report, read, wire
from onrecord.documents import open_reports

SHARED = Path(__file__).resolve().parents[2] / "shared"


class Task(NamedTuple):
    """A set: folder, prefix of its files, its scorer, the rows shown, what others reach."""

    name: str
    prefix: str
    scorer: str
    rows: tuple[tuple[str, str], ...]
    others: str


TASKS = (
    Task("re3d", "", "entities", (("all five", "f1"),), "bare spaCy pipeline 35.9"),
    Task("places", "", "places", (("overlap", "accuracy"),), "largest population 47.1"),
    Task("plover", "", "plover", (("macro root", "f1"),), "UniversalPetrarch 45, NLI 82"),
    Task(
        "polnear",
        "dev.",
        "statements",
        (("exact source", "f1"), ("exact cue", "f1"), ("exact content", "f1")),
        "cue rules 53 47 18, CRF 51 53 29",
    ),
)


def figures(task: Task) -> dict[str, float]:
    """The rows of a task that count, by name ("polnear exact cue"), from 0 to 1."""
    folder = SHARED / "bench" / task.name
    with (folder / f"{task.prefix}gold.jsonl").open(encoding="utf-8") as file:
        golds = [json.loads(line) for line in file]
    table, _ = scorer(task.scorer).score(zip(golds, readings(folder, task.prefix), strict=True))
    return {f"{task.name} {row}": float(table[row][key]) for row, key in task.rows}


def readings(folder: Path, prefix: str) -> Iterator[dict[str, Any]]:
    """What `onrecord read` prints for the reports of a set, in their order."""
    for report in open_reports(folder / f"{prefix}reports.jsonl"):
        if isinstance(report, Report):
            yield json.loads(wire.encode(read(report)))


def scorer(name: str) -> ModuleType:
    """The scorer `name` of the sets. Raises `FileNotFoundError` where it does not stand there."""
    path = SHARED / "score" / f"{name}.py"
    if not path.exists():
        raise FileNotFoundError(path)
    sys.path.insert(0, str(path.parent))  # the scorers share a module
    spec = importlib.util.spec_from_file_location(f"scorer_{name}", path)
    if spec is None or spec.loader is None:
        raise FileNotFoundError(path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def main() -> dict[str, float]:
    """Print the table; return its figures."""
    found: dict[str, float] = {}
    print(f"{'public sets':24} {'onrecord':>9}  others")
    for task in TASKS:
        for name, value in figures(task).items():
            found[name] = value
            print(f"{name:24} {100 * value:9.1f}  {task.others}")
    return found


if __name__ == "__main__":
    main()
