"""Sentences of every kind of attribution, and what has to be read from them."""

from pathlib import Path

import pytest
import yaml

from onrecord.events.statements import find_statements
from onrecord.language import parse
from onrecord.lexicon import table
from onrecord.model import Cast, Ref

CASES = yaml.safe_load(Path(__file__).with_name("table.yaml").read_bytes())
MISSES = CASES.pop("known_misses")
SPEAKERS = yaml.safe_load(Path(__file__).with_name("speakers.yaml").read_bytes())


def cases(sections):
    for section, rows in sections.items():
        for number, row in enumerate(rows, 1):
            yield pytest.param(row, id=f"{section} {number}")


def paragraphs(text):
    return text.replace(" ¶ ", "\n")


@pytest.mark.parametrize("row", list(cases(CASES)))
def test_says(row, said):
    assert said(paragraphs(row["text"])) == sorted(row["says"])


@pytest.mark.parametrize(
    "row",
    [
        pytest.param(row, id=f"miss {n}", marks=pytest.mark.xfail(reason=row["reason"]))
        for n, row in enumerate(MISSES, 1)
    ],
)
def test_known_miss(row, said):
    assert said(paragraphs(row["text"])) == sorted(row["says"])


@pytest.mark.parametrize(
    "example",
    [
        pytest.param(example, id=f"{group['words'].split()[0]} {n}")
        for group in table("statements")["verbs"]
        for n, example in enumerate(group["examples"], 1)
    ],
)
def test_examples_of_the_lexicon(example, said):
    read = [line.removeprefix("direct: ") for line in said(example["text"])]
    assert read == sorted(example["says"])


@pytest.mark.parametrize("row", list(cases(SPEAKERS)))
def test_speaker(row, statements):
    found = statements(paragraphs(row["text"]), linked=True)
    assert [s.speaker.name for s in found] == row["speakers"]
    assert [s.channel for s in found] == row.get("channels", [None] * len(found))


def test_the_table_is_large_and_knows_what_is_no_statement():
    assert sum(map(len, CASES.values())) >= 150
    assert sum(not row["says"] for rows in CASES.values() for row in rows) >= 15


def test_the_issuers_own_voice_is_no_statement(reported):
    report = reported("We believe that the vote was fair. The envoy said it was late.")
    cast = Cast(issuer=Ref(name="Ministry of Posts"))
    found = find_statements(report, parse(report), cast)
    assert [s.speaker.name for s in found] == ["envoy"]
