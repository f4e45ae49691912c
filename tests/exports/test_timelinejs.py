"""TimelineJS slides, and the page of our own."""

import html
import json
import re
from dataclasses import replace

import jsonschema
import pytest

from onrecord.exports import timeline_html, timelinejs
from onrecord.model import When
from onrecord.record.periods import period

NUMBERS = {"type": "integer"}
DATE = {
    "type": "object",
    "required": ["year"],
    "properties": {
        "year": NUMBERS,
        "month": {"type": "integer", "minimum": 1, "maximum": 12},
        "day": {"type": "integer", "minimum": 1, "maximum": 31},
    },
    "dependentRequired": {"day": ["month"]},
    "additionalProperties": False,
}
SLIDE = {
    "type": "object",
    "required": ["start_date", "text", "unique_id"],
    "properties": {
        "start_date": DATE,
        "end_date": DATE,
        "display_date": {"type": "string"},
        "group": {"type": "string"},
        "text": {
            "type": "object",
            "properties": {"headline": {"type": "string"}, "text": {"type": "string"}},
            "additionalProperties": False,
        },
        "autolink": {"type": "boolean"},
        "unique_id": {"type": "string"},
    },
    "additionalProperties": False,
}


def slides(record):
    return json.loads(b"".join(timelinejs.lines(record)))["events"]


def page(record):
    return b"".join(timeline_html.lines(record)).decode()


def test_every_dated_event_of_the_samples_is_a_slide(samples):
    found = slides(samples)
    assert len(found) == len([event for event in samples.happenings if event.period])
    for slide in found:
        jsonschema.validate(slide, SLIDE)
        assert slide["text"]["headline"]


@pytest.mark.parametrize(
    ("edtf", "start", "end"),
    [
        ("2031-03-07", {"year": 2031, "month": 3, "day": 7}, None),
        ("2031-03", {"year": 2031, "month": 3}, None),
        ("2031", {"year": 2031}, None),
        ("2031-33", {"year": 2031, "month": 1, "day": 1}, {"year": 2031, "month": 3, "day": 31}),
        ("2031-03/..", {"year": 2031, "month": 3, "day": 1}, None),
        ("../2031-03", {"year": 2031, "month": 3, "day": 31}, None),
        ("2031-03~", {"year": 2031, "month": 3, "day": 1}, {"year": 2031, "month": 3, "day": 31}),
    ],
)
def test_dates_are_as_precise_as_they_are_told(world, edtf, start, end):
    date = When(value=edtf, edtf=edtf, span=None)
    event = replace(world.happenings[0], date=date, period=period(edtf))
    assert timelinejs.ends(event) == (start, end)


def test_the_page_shows_every_event_and_asks_for_nothing(samples):
    shown = page(samples)
    assert shown.count("<li ") == len(samples.happenings)
    assert "<script" not in shown
    assert "default-src 'none'" in html.unescape(shown)
    assert not re.search(r'(src|srcset|@import|url\()\s*=?"?http', shown)


def test_hostile_text_is_text(hostile):
    written = page(hostile) + "".join(
        slide["text"]["headline"] + slide["text"]["text"] for slide in slides(hostile)
    )
    assert "<b>Ostia" not in written
    assert "<script>" not in written
    assert "&lt;U+202E&gt;" in written
    assert 'href="javascript' not in written
