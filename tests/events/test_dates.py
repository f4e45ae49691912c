"""When: the time that a sentence ties to an event, or lets one reckon."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from onrecord import read
from onrecord.documents import report

EXAMPLES = yaml.safe_load(Path(__file__).with_name("dates.yaml").read_text("utf-8"))


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda e: f"{e['type']}: {e['text'][:40]}")
def test_example(example: dict[str, Any]) -> None:
    events = read(report(example["text"], published="2024-03-11")).events
    found = [e.date.edtf if e.date else None for e in events if e.type == example["type"]]
    assert found == [example["date"]]
