"""What each party undertakes, and who is not bound."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from onrecord import read
from onrecord.documents import report

EXAMPLES = yaml.safe_load(Path(__file__).with_name("commitments.yaml").read_text("utf-8"))


def told(text: str) -> list[list[Any]]:
    """Party, status, number, date and beneficiary of every commitment, in text order."""
    return [
        [
            c.party.name if c.party else None,
            c.status,
            c.quantity.min if c.quantity else None,
            c.date.edtf if c.date else None,
            c.beneficiary.name if c.beneficiary else None,
        ]
        for c in read(report(text)).commitments
    ]


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda e: e["text"][:50])
def test_example(example: dict[str, Any]) -> None:
    wanted = [
        [
            None if value is None else value if isinstance(value, int) else str(value)
            for value in row
        ]
        for row in example["commitments"]
    ]
    assert told(example["text"]) == wanted
    if "items" in example:
        assert [c.item for c in read(report(example["text"])).commitments] == example["items"]
