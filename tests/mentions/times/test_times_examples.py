"""The examples of the rules of time expressions, and the tables of this folder."""

import re
from pathlib import Path

import pytest
import yaml

from onrecord.lexicon.tables import table
from onrecord.mentions.times import find_times
from onrecord.mentions.times.holidays import feast_of
from onrecord.mentions.times.matcher import rule_entries
from onrecord.mentions.times.meanings import NEVER, RESOLVERS
from onrecord.model import Block, Report, Span

PUBLISHED = "2024-05-15"
_MARK = re.compile(r"\[([^\[\]=]+) = ([^\[\];]+)(?:; ([^\[\]]+))?\]")
_HERE = Path(__file__).parent
_EXAMPLES = [
    pytest.param(text, id=f"{entry['name']}-{n}")
    for _, entry in rule_entries()
    for n, text in enumerate(entry["examples"])
]
_NEVER = yaml.safe_load((_HERE / "never.yaml").read_text("utf-8"))["sentences"]
_UNDATED = yaml.safe_load((_HERE / "undated.yaml").read_text("utf-8"))["texts"]


def unmarked(example):
    """The text without its brackets, and what the brackets say: (span, value, EDTF)."""
    text, wanted, at = "", [], 0
    for mark in _MARK.finditer(example):
        text += example[at : mark.start()]
        wanted.append((Span(len(text), len(text) + len(mark[1])), mark[2], mark[3]))
        text, at = text + mark[1], mark.end()
    return text + example[at:], wanted


def read(text, published=None):
    blocks = (Block(role="body", span=Span(0, len(text))),)
    return find_times(Report(id="r", text=text, published=published, blocks=blocks))


@pytest.mark.parametrize("example", _EXAMPLES)
def test_example_of_a_rule(example):
    text, wanted = unmarked(example)
    times = read(text, PUBLISHED)
    assert [(t.text, t.value) for t in times] == [(s.of(text), v) for s, v, _ in wanted]
    assert [t.span for t in times] == [span for span, _, _ in wanted]
    given = [(time.edtf, edtf) for time, (_, _, edtf) in zip(times, wanted, strict=True) if edtf]
    assert all(found == edtf for found, edtf in given), given


@pytest.mark.parametrize(("file", "entry"), list(rule_entries()))
def test_rule_names_a_meaning(file, entry):
    assert entry["means"] in {*RESOLVERS, NEVER}
    assert entry["examples"], file
    assert entry["means"] != "fixed" or "value" in entry or "<" in entry["patterns"][0]


def test_rule_names_are_unique():
    names = [entry["name"] for _, entry in rule_entries()]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("sentence", _NEVER)
def test_never_a_time(sentence):
    found = [t for t in read(sentence, PUBLISHED) if t.type in {"DATE", "TIME"}]
    assert [t.text for t in found if t.value not in {"PAST_REF", "PRESENT_REF"}] == []


@pytest.mark.parametrize("name", list(_UNDATED))
def test_undated_report(name):
    text, wanted = unmarked(_UNDATED[name])
    times = {t.span: t for t in read(text)}
    for span, value, _ in wanted:
        assert span in times, span.of(text)
        assert times[span].inferred == value.startswith("?"), span.of(text)
        assert str(times[span].value or "none") == value.removeprefix("?"), span.of(text)


@pytest.mark.parametrize("name", list(table("times/words")["feasts"]))
def test_feast_is_found(name):
    words = " ".join(w.capitalize() if w.isalpha() else w for w in name.split()).replace(
        " 's", "'s"
    )
    (time,) = read(f"They signed on {words} 2023.", PUBLISHED)
    assert time.text == f"{words} 2023"
    assert time.value == feast_of(table("times/words")["feasts"][name], 2023).isoformat()
