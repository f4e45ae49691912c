"""Map and calendar as their readers take them."""

import json
from dataclasses import replace

import geojson as reader
import icalendar
import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.exports import geojson, ics
from onrecord.record.tellings import standing

TEXT = st.text(st.characters(codec="utf-8"))


def calendar(record):
    return icalendar.Calendar.from_ical(b"".join(ics.lines(record)))


def test_every_mapped_event_is_a_feature(samples):
    found = reader.loads(b"".join(geojson.lines(samples)))
    assert isinstance(found, reader.FeatureCollection)
    assert found.is_valid, found.errors()
    assert len(found.features) > 3
    for feature in found.features:
        longitude, latitude = feature.geometry.coordinates
        assert -180 <= longitude <= 180
        assert -90 <= latitude <= 90
        assert feature.properties["sentence"]


def test_longitude_comes_first(world):
    (attack, leaving) = json.loads(b"".join(geojson.lines(world)))["features"]
    assert attack["geometry"] == {"type": "Point", "coordinates": [14.5, 35.9]}
    assert attack["properties"]["type"] == "ATTACK"
    assert leaving["properties"]["certainty"] == "expected"


def test_a_record_without_places(hostile):
    found = json.loads(b"".join(geojson.lines(hostile)))
    assert found == {"type": "FeatureCollection", "features": []}


def test_every_dated_event_of_the_samples_is_in_the_calendar(samples):
    found = {str(entry["UID"]): entry for entry in calendar(samples).walk("VEVENT")}
    dated = [e for e in samples.happenings if e.period]
    dated = [e for e in dated if standing(e.certainty, e.polarity) != "denied"]
    assert set(found) == {f"{event.id}@onrecord" for event in dated}
    for event in dated:
        entry = found[f"{event.id}@onrecord"]
        assert entry["DTSTART"].dt == event.period.first
        assert (entry["DTEND"].dt - event.period.last).days == 1
        assert event.claims[0].sentence.of(text_of(samples, event)) in str(entry["DESCRIPTION"])


def text_of(record, event):
    return record.readings[event.claims[0].report].report.text


def test_lines_are_short_and_end_as_they_must(samples):
    for line in b"".join(ics.lines(samples)).split(b"\r\n"):
        assert len(line) <= 75
        assert b"\n" not in line
        line.decode()


def test_what_is_claimed_is_tentative(world):
    found = {str(e["CATEGORIES"].cats[0]): e for e in calendar(world).walk("VEVENT")}
    assert found["attack"]["STATUS"] == "TENTATIVE"
    assert found["consult"]["STATUS"] == "CONFIRMED"
    assert "threaten" not in found
    assert found["attack"]["GEO"].to_ical() == "35.9;14.5"


@given(st.one_of(TEXT, st.text(st.sampled_from("\\;,\n\r\t:\"' a\u202eé😀"))))
def test_any_text_comes_back(words):
    line = ics.folded(f"SUMMARY:{ics.text(words)}")
    head = b"BEGIN:VEVENT\r\nUID:1\r\nDTSTAMP:19700101T000000Z\r\n"
    read = icalendar.Event.from_ical(head + line + b"END:VEVENT\r\n")
    plain = words.replace("\r\n", "\n")
    shown = "".join(c if c in "\n\t" or (c >= " " and c != "\x7f") else code(c) for c in plain)
    assert str(read["SUMMARY"]) == shown


def code(character):
    return f"<U+{ord(character):04X}>"


@pytest.mark.parametrize("edtf", ["2031-03/..", "../2031-03"])
def test_open_ends(world, edtf):
    from onrecord.record.periods import period

    (event,) = (e for e in world.happenings if e.type == "CONSULT")
    made = replace(world, happenings=(replace(event, period=period(edtf)),))
    (entry,) = calendar(made).walk("VEVENT")
    assert (entry["DTEND"].dt - entry["DTSTART"].dt).days == 1
