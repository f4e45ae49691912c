"""Sentences with the quantities that they hold, from the table next to this file."""

from pathlib import Path

import pytest
import yaml

from onrecord.mentions.quantities import find_quantities
from onrecord.model import Block, Report, Span

_TABLE = yaml.safe_load(Path(__file__).with_name("table.yaml").read_text(encoding="utf-8"))
_CASES = [(case["text"], case["found"]) for cases in _TABLE.values() for case in cases]


@pytest.mark.parametrize(("text", "found"), _CASES, ids=[text for text, _ in _CASES])
def test_quantities_of_a_sentence(text, found):
    block = Block(role="body", span=Span(0, len(text)))
    quantities = find_quantities(Report(id="x", text=text, blocks=(block,)), ())
    assert [[q.text, q.min, q.max, q.approx, q.unit] for q in quantities] == found


def test_the_table_is_large_enough_to_mean_something():
    assert len(_CASES) >= 150
