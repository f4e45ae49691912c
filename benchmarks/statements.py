"""Who says what on PolNeAR's development part: exact spans of source, cue and content.

usage: python benchmarks/statements.py [REPORTS]
The data stand beside the checkout (`shared/bench/polnear`, see its README); REPORTS bounds how
many reports are read, all if it is not given.
"""

import importlib.util
import json
import sys
from itertools import islice
from pathlib import Path
from types import ModuleType

from onrecord import Report, wire
from onrecord.documents import open_reports
from onrecord.events import find_statements
from onrecord.language import parse
from onrecord.linking import link
from onrecord.model import Reading

SHARED = Path(__file__).resolve().parents[2] / "shared"
DATA = SHARED / "bench" / "polnear"


def scorer() -> ModuleType:
    """The counts of the task."""
    sys.path.insert(0, str(SHARED / "score"))
    path = SHARED / "score" / "statements.py"
    spec = importlib.util.spec_from_file_location("attributions", path)
    if spec is None or spec.loader is None:
        raise FileNotFoundError(path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def reading(report: Report) -> dict[str, object]:
    """The statements of a report in the form of `onrecord read`."""
    sentences = parse(report)
    statements = find_statements(report, sentences, link(report, sentences))
    found: dict[str, object] = json.loads(
        wire.encode(Reading(report=report, statements=statements))
    )
    return found


def scores(most: int | None = None) -> dict[str, dict[str, float]]:
    """Precision, recall and F1 by measure and role."""
    with (DATA / "dev.gold.jsonl").open(encoding="utf-8") as file:
        golds = {gold["id"]: gold for gold in map(json.loads, file)}
    found = (r for r in open_reports(DATA / "dev.reports.jsonl") if isinstance(r, Report))
    pairs = [(golds[report.source_id], reading(report)) for report in islice(found, most)]
    table, _ = scorer().score(pairs)
    return dict(table)


if __name__ == "__main__":
    if not DATA.exists():
        sys.exit("the data of PolNeAR do not lie beside this checkout")
    for measure, row in scores(int(sys.argv[1]) if sys.argv[1:] else None).items():
        print(f"{measure:16} " + " ".join(f"{name} {value:.3f}" for name, value in row.items()))
