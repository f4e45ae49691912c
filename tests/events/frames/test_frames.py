"""Every frame's own examples and counter-examples are read as the frame file says."""

from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from onrecord.events.explanation import rule_of
from onrecord.lexicon.frames import Frame, frames
from onrecord.model import Block, Event, Reading, Report, Span
from onrecord.reading.pipeline import read

CODES: dict[str, Any] = yaml.safe_load((Path(__file__).parent / "codes.yaml").read_text("utf-8"))
FRAMES = sorted(frames().values(), key=lambda frame: frame.type)
EXAMPLES = [
    pytest.param(frame.type, example, id=f"{frame.type}-{number}")
    for frame in FRAMES
    for number, example in enumerate(frame.examples, 1)
]
COUNTERS = [
    pytest.param(frame.type, example, id=f"{frame.type}-{number}")
    for frame in FRAMES
    for number, example in enumerate(frame.counter, 1)
]
FIELDS = {"text", "published", "actor", "recipient", "quantity", "date", "certainty", "polarity",
          "trigger"}  # fmt: skip
FEWEST_EXAMPLES, FEWEST_COUNTERS = 6, 10


@cache
def reading(text: str, published: str | None) -> Reading:
    body = Block(role="body", span=Span(0, len(text)))
    return read(Report(id="example", text=text, published=published, blocks=(body,)))


def of_example(example: dict[str, Any]) -> Reading:
    published = example.get("published")
    return reading(example["text"], str(published) if published else None)


def differences(event: Event, expected: dict[str, Any], text: str) -> dict[str, Any]:
    """What the event has under each expected field that it gets wrong."""
    amount, date = event.quantity, event.date
    found: dict[str, Any] = {
        "trigger": event.trigger.of(text),
        "actor": {ref.name for ref in event.actor},
        "recipient": {ref.name for ref in event.recipient},
        "quantity": [amount.min, amount.max] if amount else None,
        "certainty": event.certainty,
        "polarity": event.polarity,
    }
    wrong = {
        field: got
        for field, got in found.items()
        if field in expected and got != as_found(field, expected[field])
    }
    if "date" in expected and (date is None or expected["date"] not in (date.value, date.edtf)):
        wrong["date"] = date
    return wrong


def as_found(field: str, value: Any) -> Any:
    return set(value) if field in ("actor", "recipient") else value


@pytest.mark.parametrize(("kind", "example"), EXAMPLES)
def test_an_example_is_read_as_expected(kind: str, example: dict[str, Any]) -> None:
    found = of_example(example)
    text = found.report.text
    tried = [differences(event, example, text) for event in found.events if event.type == kind]
    others = [(event.type, event.trigger.of(text), event.why) for event in found.events]
    assert any(not wrong for wrong in tried), (text, tried, others)


@pytest.mark.parametrize(("kind", "example"), COUNTERS)
def test_a_counter_example_is_not_read_so(kind: str, example: dict[str, Any]) -> None:
    found = of_example(example)
    events = [
        (event.type, event.trigger.of(found.report.text), event.why) for event in found.events
    ]
    types = {event.type for event in found.events}
    assert kind not in types, (found.report.text, events)
    assert example.get("instead") in {None, *types}, (found.report.text, events)


@pytest.mark.parametrize("frame", FRAMES, ids=lambda frame: frame.type)
def test_a_frame_shows_what_it_reads_and_what_it_does_not(frame: Frame) -> None:
    assert len(frame.examples) >= FEWEST_EXAMPLES
    assert len(frame.counter) >= FEWEST_COUNTERS
    assert all(set(example) <= FIELDS for example in frame.examples)
    assert all(set(example) <= {"text", "instead", "published"} for example in frame.counter)


@pytest.mark.parametrize("frame", FRAMES, ids=lambda frame: frame.type)
def test_every_pattern_has_an_example(frame: Frame) -> None:
    read_by = {rule_of(e) for example in frame.examples for e in of_example(example).events}
    assert {pattern.rule for pattern in frame.patterns} <= read_by


@pytest.mark.parametrize("frame", FRAMES, ids=lambda frame: frame.type)
def test_a_frame_names_codes_that_exist(frame: Frame) -> None:
    assert frame.plover.mode in {None, *CODES["plover"][frame.plover.type]}
    for pattern in frame.patterns:
        kind = getattr(pattern, "plover", None) or frame.plover.type
        assert pattern.mode in {None, *CODES["plover"][kind]}, pattern.rule
        assert pattern.future in {None, *frames()}, pattern.rule
    assert set(frame.plover.context) <= set(CODES["contexts"])
    cameo = set(CODES["cameo"].split())
    assert {frame.cameo, *(p.cameo for p in frame.patterns if p.cameo)} <= cameo


def test_there_is_a_frame_for_every_event_type() -> None:
    assert set(frames()) == set(CODES["types"].split())
    assert {frame.future for frame in FRAMES} <= {None, *frames()}
