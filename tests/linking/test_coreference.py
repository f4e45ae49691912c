"""Pronouns and descriptions: what they stand for, and where it is right to say nothing."""

from pathlib import Path

import pytest
import yaml
from standing import stands_for

from onrecord.language import parse
from onrecord.linking import link
from onrecord.model import Block, Report, Span

CASES = yaml.safe_load(Path(__file__).with_name("coreference.yaml").read_bytes())


def cast_of(text):
    block = Block(role="body", span=Span(0, len(text)))
    report = Report(id="x", text=text, blocks=(block,))
    return link(report, parse(report))


def cases():
    for section, rows in CASES.items():
        for number, row in enumerate(rows, 1):
            yield pytest.param(row["text"], row["stands"], id=f"{section}-{number}")


@pytest.mark.parametrize(("text", "stands"), list(cases()))
def test_stands_for(text, stands):
    cast = cast_of(text)
    for phrase, expected in stands.items():
        assert stands_for(cast, text, phrase) == expected, phrase


def test_half_of_the_table_are_traps():
    sizes = {section: len(rows) for section, rows in CASES.items()}
    assert sum(sizes.values()) >= 120
    assert sizes["open"] >= 60
    assert abs(sizes["open"] - sizes["resolved"]) <= 20


def test_answers_are_right_where_any_is_given():
    """Precision over the whole table: of the phrases that are given an actor, those right."""
    given = right = 0
    for rows in CASES.values():
        for row in rows:
            for phrase, expected in row["stands"].items():
                names = stands_for(cast_of(row["text"]), row["text"], phrase)
                given += bool(names)
                right += bool(names) and names == expected
    assert given >= 60
    assert right / given >= 0.95
