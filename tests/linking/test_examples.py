"""The examples in the lexicon's files of names: who is found in each sentence, and nobody else."""

import pytest

from onrecord.language import parse
from onrecord.lexicon import table
from onrecord.linking import link
from onrecord.model import Block, Report, Span

FILES = (
    "bodies", "coreference", "demonyms", "groups", "honorifics", "missions", "names", "organs",
    "titles",
)  # fmt: skip


def examples():
    for file in FILES:
        for number, example in enumerate(table(file)["examples"], 1):
            yield pytest.param(example["text"], example["actors"], id=f"{file}-{number}")


@pytest.mark.parametrize(("text", "expected"), list(examples()))
def test_finds_the_actors_of_the_example(text, expected):
    block = Block(role="body", span=Span(0, len(text)))
    report = Report(id="x", text=text, blocks=(block,))
    names = [actor.name for actor in link(report, parse(report)).actors]
    assert sorted(names) == sorted(expected)
