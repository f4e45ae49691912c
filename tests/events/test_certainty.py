"""How sure: what the words over a trigger make of it."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from onrecord import read
from onrecord.documents import report

EXAMPLES = yaml.safe_load(Path(__file__).with_name("certainty.yaml").read_text("utf-8"))


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda e: e["text"])
def test_example(example: dict[str, Any]) -> None:
    published = str(example["published"]) if "published" in example else None
    events = read(report(example["text"], published=published)).events
    found = [event.certainty for event in events if event.type == example["type"]]
    assert found == ([] if example["certainty"] == "none" else [example["certainty"]])
