"""The development material that lies beside the checkout, where it does."""

import json
from pathlib import Path

import pytest

from onrecord.mentions.times import find_times
from onrecord.model import Block, Report, Span

_SHARED = Path(__file__).resolve().parents[4] / "shared"


def _required(gold):
    return [d for d in gold["dates"] if not d.get("optional") and d["value"]]


def test_dates_of_the_seed_report():
    source, gold = _SHARED / "seed" / "report.txt", _SHARED / "gold" / "gold" / "seed.json"
    reports = _SHARED / "gold" / "reports.jsonl"
    if not all(path.exists() for path in (source, gold, reports)):
        pytest.skip("the development gold does not lie beside this checkout")
    with reports.open(encoding="utf-8") as lines:
        given = next(r for r in map(json.loads, lines) if r["id"] == "seed")
    text = given["text"]
    block = Block(role="body", span=Span(0, len(text)))
    times = find_times(
        Report(id="seed", text=text, published=given.get("published"), blocks=(block,))
    )
    found = {(t.span.start, t.value) for t in times}
    wanted = _required(json.loads(gold.read_text("utf-8")))
    assert [d for d in wanted if (d["start"], d["value"]) not in found] == []
    yearless = [t for t in times if t.edtf and t.value and t.value[:4] not in t.text]
    assert all(t.inferred for t in yearless)
