"""Paragraphs, and lines that are wrapped by hand."""

import textwrap
from pathlib import Path

import pytest
import yaml

from onrecord.documents.paragraphs import paragraphs

CASES = yaml.safe_load((Path(__file__).parent / "wrapped.yaml").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["why"])
def test_paragraphs(case):
    found = paragraphs(case["text"])
    assert len(found) == case["paragraphs"]
    assert all(part.words == part.span.of(case["text"]) for part in found)


WHOLE = """\
The mission said on Monday that it had taken over the two camps in the north from the army, which \
is to leave the region by the end of May. The last convoy was shot at.
Nobody was hurt, a spokesman said in Bamako. The convoy had to wait for the ferry until it was \
dark, because the pilots of the helicopters refused to fly over the river."""


@pytest.mark.parametrize("width", [36, 44, 60, 68, 72, 76, 80, 100])
def test_any_width(width):
    whole = WHOLE.split("\n")
    text = "\n\n".join(textwrap.fill(part, width) for part in whole)
    assert [" ".join(part.words.split()) for part in paragraphs(text)] == whole
