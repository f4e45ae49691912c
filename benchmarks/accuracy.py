"""Accuracy against hand-made gold; scorer and development gold stand beside the checkout."""

import importlib.util
import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from types import ModuleType
from typing import NamedTuple

from onrecord import Report, read, wire
from onrecord.documents import open_reports

HERE = Path(__file__).resolve().parent
SHARED = HERE.parents[1] / "shared"


class Gold(NamedTuple):
    """A set of annotated reports: their inputs and the folder of their facts."""

    name: str
    inputs: tuple[Path, ...]
    facts: Path


DEVELOPMENT = Gold("development", (SHARED / "gold" / "reports.jsonl",), SHARED / "gold" / "gold")
OWN = Gold(
    "own",
    tuple(sorted((HERE / "gold").glob("reports_*.jsonl"))),
    HERE / "gold" / "gold",
)


class Row(NamedTuple):
    """One line of the table: what, how many in the gold, how many found, P, R and F1 (0 to 1)."""

    kind: str
    gold: int
    found: int
    precision: float
    recall: float
    f1: float


def reports(gold: Gold) -> list[Report]:
    """The reports of a set, in the order of its files."""
    found = (one for path in gold.inputs for one in open_reports(path))
    return [report for report in found if isinstance(report, Report)]


def rows(gold: Gold, texts: Iterable[Report], only: Sequence[str] = ()) -> list[Row]:
    """Scores per kind over the documents of a set, or those in `only`; the last is the macro."""
    facts = scorer()
    readings = [json.loads(wire.encode(read(report))) for report in texts]
    table = facts.totals(facts.score(gold.facts, readings, only))
    found = [Row(kind, *values) for kind, values in table.items()]
    macro = sum(row.f1 for row in found) / len(found)
    return [*found, Row("macro", 0, 0, 0.0, 0.0, macro)]


def scorer(shared: Path = SHARED) -> ModuleType:
    """The scorer's module. Raises `FileNotFoundError` where it does not stand there."""
    path = shared / "score" / "facts.py"
    spec = importlib.util.spec_from_file_location("facts", path)
    if spec is None or spec.loader is None or not path.exists():
        raise FileNotFoundError(path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
