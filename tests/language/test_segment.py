"""Where sentences end."""

import itertools
from pathlib import Path

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from onrecord.language import segment
from onrecord.model import Block, Report, Span

EXAMPLES = yaml.safe_load(Path(__file__).with_name("sentences.yaml").read_text("utf-8"))


def one_block(text: str) -> Report:
    return Report(id="r", text=text, blocks=(Block(role="body", span=Span(0, len(text))),))


@pytest.mark.parametrize("marked", EXAMPLES)
def test_example(marked: str) -> None:
    text = marked.replace("|", "")
    sentences = [span.of(text) for _, span in segment(one_block(text))]
    assert sentences == [part.strip() for part in marked.split("|")]


@given(st.text())
@example("- A day.")
def test_sentences_are_in_order_and_leave_out_only_white_space_and_a_bullet(text: str) -> None:
    spans = [span for _, span in segment(one_block(text))]
    assert all(a.end <= b.start for a, b in itertools.pairwise(spans))
    found = "".join("".join(span.of(text) for span in spans).split())
    whole = "".join(text.split())
    assert whole.endswith(found)
    assert len(whole) - len(found) <= 1


def test_a_sentence_never_crosses_a_block() -> None:
    text = "Talks in Accra\n\nthe envoys met again"
    report = Report(
        id="r",
        text=text,
        blocks=(
            Block(role="headline", span=Span(0, 14)),
            Block(role="body", span=Span(16, len(text))),
        ),
    )
    assert [(b, s.of(text)) for b, s in segment(report)] == [
        (0, "Talks in Accra"),
        (1, "the envoys met again"),
    ]
