"""Time expressions on TempEval-3's development part, and speed by length of text.

usage: python benchmarks/times.py
The data stand beside the checkout (`shared/bench/tempeval3`, see its README); the counts are the
task's own: strict and relaxed spans, type, value.
"""

import importlib.util
import json
import sys
import time
from pathlib import Path
from types import ModuleType

from onrecord.mentions.times import find_times
from onrecord.model import Block, Report, Span

SHARED = Path(__file__).resolve().parents[2] / "shared"
DATA = SHARED / "bench" / "tempeval3"
PARTS = ("timebank", "aquaint")


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


def scores(parts: tuple[str, ...]) -> dict[str, dict[str, float]]:
    """Precision, recall and F1 by measure."""
    pairs = []
    for part in parts:
        for given, gold in zip(
            lines(f"{part}.reports.jsonl"), lines(f"{part}.gold.jsonl"), strict=True
        ):
            found = find_times(report(given))
            pairs.append((gold, [(*t.span, t.type, t.value) for t in found]))
    table, _ = scorer().score(pairs)
    return dict(table)


def speed(times: int) -> float:
    """Millions of characters in a second of one processor, texts repeated so many times."""
    reports = [report(given, times) for given in lines("timebank.reports.jsonl")[:40]]
    start = time.process_time()
    for each in reports:
        find_times(each)
    return sum(len(each.text) for each in reports) / (time.process_time() - start) / 1e6


def main() -> None:
    """Prints both tables."""
    if not DATA.exists():
        sys.exit("the data of TempEval-3 do not lie beside this checkout")
    print(f"{'F1 x 100':24}{'strict':>9}{'relaxed':>9}{'type':>9}{'value':>9}")
    for name, parts in (*((part, (part,)) for part in PARTS), ("both", PARTS)):
        row = scores(parts)
        print(f"{name:24}" + "".join(f"{100 * row[m]['f1']:9.1f}" for m in row))
    print("\nlength of text   million characters a second")
    for times in (1, 4, 16):
        print(f"{times:>10} x {speed(times):17.2f}")


if __name__ == "__main__":
    main()
