"""Pronouns and descriptions: what they stand for, and where it is right to say nothing."""

from pathlib import Path

import pytest
import yaml
from standing import stands_for

from onrecord.language import parse
from onrecord.linking import link
from onrecord.model import Block, Report, Span

CASES = yaml.safe_load(Path(__file__).with_name("coreference.yaml").read_bytes())


def cases():
    for section, rows in CASES.items():
        for number, row in enumerate(rows, 1):
            yield pytest.param(row["text"], row["stands"], id=f"{section}-{number}")


@pytest.mark.parametrize(("text", "stands"), list(cases()))
def test_stands_for(text, stands):
    block = Block(role="body", span=Span(0, len(text)))
    report = Report(id="x", text=text, blocks=(block,))
    cast = link(report, parse(report))
    for phrase, expected in stands.items():
        assert stands_for(cast, text, phrase) == expected, phrase


def test_as_many_traps_as_there_are_resolved():
    sizes = [len(rows) for rows in CASES.values()]
    assert sum(sizes) >= 60
    assert min(sizes) * 3 >= max(sizes) * 2
