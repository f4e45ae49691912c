"""How the tests of this folder read a text, and how their tables write statements down."""

import pytest

from onrecord.events.statements import find_statements
from onrecord.language import parse
from onrecord.linking import link
from onrecord.model import Block, Cast, Report, Span


def report_of(text):
    """A report with one block to a line."""
    blocks, at = [], 0
    for line in text.split("\n"):
        start, end = at + len(line) - len(line.lstrip()), at + len(line.rstrip())
        if start < end:
            blocks.append(Block(role="body", span=Span(start, end)))
        at += len(line) + 1
    return Report(id="x", text=text, blocks=tuple(blocks))


def statements_in(text, *, linked=False):
    report = report_of(text)
    sentences = parse(report)
    return find_statements(report, sentences, link(report, sentences) if linked else Cast())


def written(text, statement):
    """A statement as the tables write it."""
    parts = (statement.speaker and statement.speaker.span, statement.cue, statement.content)
    words = " | ".join(part.of(text) if part else "" for part in parts)
    return f"direct: {words}" if statement.direct else words


def says(text):
    return sorted(written(text, statement) for statement in statements_in(text))


@pytest.fixture(scope="session")
def reported():
    return report_of


@pytest.fixture(scope="session")
def statements():
    return statements_in


@pytest.fixture(scope="session")
def said():
    return says
