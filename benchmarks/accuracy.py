"""Accuracy against hand-made gold: the scorer and the gold stand beside the checkout."""

import importlib.util
import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from types import ModuleType
from typing import NamedTuple

from onrecord import Report, read, wire
from onrecord.documents import open_reports

SHARED = Path(__file__).resolve().parents[2] / "shared"


class Row(NamedTuple):
    """One line of the table: what, how many in the gold, how many found, P, R and F1 (0 to 1)."""

    kind: str
    gold: int
    found: int
    precision: float
    recall: float
    f1: float


def gold_reports(shared: Path = SHARED) -> list[Report]:
    """The reports of the development gold, in the order of their file."""
    found = open_reports(shared / "gold" / "reports.jsonl")
    return [report for report in found if isinstance(report, Report)]


def rows(reports: Iterable[Report], shared: Path = SHARED, only: Sequence[str] = ()) -> list[Row]:
    """Scores per kind over the gold documents, or those named in `only`; the last is the macro."""
    facts = _scorer(shared)
    readings = [json.loads(wire.encode(read(report))) for report in reports]
    table = facts.totals(facts.score(shared / "gold" / "gold", readings, only))
    found = [Row(kind, *values) for kind, values in table.items()]
    macro = sum(row.f1 for row in found) / len(found)
    return [*found, Row("macro", 0, 0, 0.0, 0.0, macro)]


def _scorer(shared: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("facts", shared / "score" / "facts.py")
    if spec is None or spec.loader is None:
        raise FileNotFoundError(shared)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
