"""Drawings of whatever the record has: golden ones, and properties of all. GOLDEN=write renews."""

import os
from dataclasses import replace
from pathlib import Path

import made_up
import pytest
from defusedxml import ElementTree
from hypothesis import given
from hypothesis import strategies as st

from onrecord import views
from onrecord.model import Place, Ref, Span
from onrecord.record import fold
from onrecord.record.profiles import Strength
from onrecord.views.geography import Land, Spot, lands, spots
from onrecord.views.measures import Measure, measures
from onrecord.web.drawings import atlas, figures, strength, timeline
from onrecord.web.drawings.axes import numbers
from onrecord.web.drawings.projection import HEIGHT, WIDTH, project

GOLDEN = Path(__file__).parent / "golden"
SVG = "{http://www.w3.org/2000/svg}"


def fact(key):
    return f"/facts/{key}"


def between(first, last):
    return f"/timeline?since={first}&until={last}"


def country(code):
    return f"/map?country={code}"


def placed():
    """The made-up mission works in a place of the real world: the map has no other."""
    reading = made_up.second()
    port = Place(span=Span(0, 4), name="Port of Maravia", latitude=6.3, longitude=2.4, country="BJ")
    seized = next(event for event in reading.events if event.type == "SEIZE")
    here = replace(seized, place=Ref(name="Port of Maravia"))
    events = tuple(here if event is seized else event for event in reading.events)
    return replace(reading, places=(port,), events=events)


RECORD = fold([made_up.first(), placed()])
DRAWINGS = {
    "timeline.svg": lambda: timeline.timeline(views.timeline(RECORD), fact, between),
    "figures.svg": lambda: figures.figures(measures(RECORD)[0], fact),
    "strength.svg": lambda: strength.strength(RECORD.profiles[0].strength),
}


@pytest.mark.parametrize("name", DRAWINGS)
def test_golden(name):
    made = DRAWINGS[name]().replace("><", ">\n<") + "\n"
    if os.environ.get("GOLDEN") == "write":
        (GOLDEN / name).write_text(made, "utf-8")
    assert made == (GOLDEN / name).read_text("utf-8")


def test_countries_and_places_of_the_record():
    land = {land.code: land for land in lands(RECORD)}
    assert land["NL"].parts == ("contributor",)
    assert land["BJ"].events == 1
    assert [(spot.name, spot.events) for spot in spots(RECORD)] == [("Port of Maravia", 1)]


def test_the_map_has_the_countries_and_leads_to_them():
    drawn = atlas.world(lands(RECORD), spots(RECORD), country=country, fact=fact, chosen="NL")
    links = {a.get("href") for a in ElementTree.fromstring(drawn).iter(f"{SVG}a")}
    assert {"/map?country=NL", "/map?country=BJ", fact(spots(RECORD)[0].first)} <= links
    assert "land contributor chosen" in drawn


def test_zooming_holds_what_it_is_asked_for():
    left, top, width, height = atlas.around(["BJ"], spots(RECORD))
    x, y = project(2.4, 6.3)
    assert left < x < left + width < WIDTH
    assert top < y < top + height < HEIGHT
    assert atlas.around([]) == atlas.around(["no such code"]) == atlas.WORLD


def test_figures_that_contradict_are_of_one_measure():
    (bands,) = (measure for measure in measures(RECORD) if len(measure.rows) == 2)
    assert bands.unit == "band"
    assert set(bands.against[0]) == {row.id for row in bands.rows}


def test_nothing_to_draw_is_no_drawing():
    assert timeline.timeline((), fact, between) == ""
    assert strength.strength(()) == ""
    assert figures.figures(replace(measures(RECORD)[0], rows=(), against=()), fact) == ""


def test_many_events_become_a_density_that_leads_to_their_days():
    row = next(row for row in views.timeline(RECORD) if row.date == "2031-02-05")
    drawn = timeline.timeline([row] * 40, fact, between)
    assert 'class="density"' in drawn
    assert "40 events" in drawn
    assert "since=2031-02-05&amp;until=2031-02-05" in drawn


def test_what_is_far_off_is_counted_at_the_edge():
    row = next(row for row in views.timeline(RECORD) if row.date == "2031-02-05")
    drawn = timeline.timeline([row] * 20 + [replace(row, date="1804")], fact, between)
    assert "← 1 earlier" in drawn


hostile = st.text(max_size=8) | st.sampled_from(["<script>alert(1)</script>", "\"'&", "\x00\u202e"])
edtf = st.none() | st.sampled_from(
    ["2031", "2031-02", "2031-02-05", "203X", "../2031-02", "2031-02-05/..", "0001", "9999-12-31",
     "2031-02-05/2031-03", "2031-21", "no date", ""]
)  # fmt: skip
number = st.none() | st.integers(-(10**15), 10**15) | st.floats(-1e12, 1e12)
ENTRY = views.timeline(RECORD)[0]
FIGURE = measures(RECORD)[0].rows[0]


@st.composite
def entries(draw):
    return replace(
        ENTRY, id=draw(hostile), date=draw(edtf), type=draw(hostile), what=draw(hostile),
        actors=(draw(hostile),), place=draw(hostile), inferred=draw(st.booleans()),
        certainty=draw(st.sampled_from(["asserted", "expected", "denied", "alleged"])),
    )  # fmt: skip


@st.composite
def rows(draw):
    ends = sorted(end for end in (draw(number), draw(number)) if end is not None)
    low, high = (ends * 2)[:2] if ends and draw(st.booleans()) else (draw(number), None)
    return replace(
        FIGURE, id=draw(hostile), as_of=draw(edtf), quantity=draw(hostile), min=low, max=high,
        source=(draw(hostile),), sentence=draw(hostile), approx=draw(st.booleans()),
    )  # fmt: skip


def sound(drawn, right, bottom):
    """Well-formed, without a script, without a style, and nothing outside of the view."""
    if not drawn:
        return
    for element in ElementTree.fromstring(drawn).iter():
        assert element.tag.startswith(SVG)
        assert element.tag not in {f"{SVG}script", f"{SVG}style", f"{SVG}foreignObject"}
        for name, value in element.attrib.items():
            assert not name.startswith("on")
            assert name != "style"
            if name in {"x", "x1", "x2", "cx"}:
                assert 0 <= float(value) <= right
            if name in {"y", "y1", "y2", "cy"}:
                assert 0 <= float(value) <= bottom


@given(st.lists(entries(), max_size=8))
def test_any_timeline_is_sound(found):
    drawn = timeline.timeline(found, fact, between)
    sound(drawn, 960, 40 + 110 * 16)


@given(st.lists(rows(), min_size=1, max_size=6, unique_by=lambda row: row.id))
def test_any_figures_are_sound(found):
    pairs = ((found[0].id, found[-1].id),)
    measure = Measure(name="<b>", unit=None, of=None, rows=tuple(found), against=pairs)
    sound(figures.figures(measure, fact), 760, 30 + 22 * 12)


@given(st.lists(st.builds(Strength, edtf.filter(bool), st.integers(0, 10**7)), max_size=8))
def test_any_strength_is_sound(levels):
    sound(strength.strength(levels), 720, 220)


@given(
    st.lists(st.builds(Land, code=st.sampled_from(["KE", "AG", "FJ", "XX", ""]), name=hostile,
                       parts=st.sampled_from([(), ("host",), ("lead", "contributor")]),
                       steps=st.integers(0, 99), events=st.integers(0, 99)), max_size=4),
    st.lists(st.builds(Spot, name=hostile, country=st.none(), latitude=st.floats(-90, 90),
                       longitude=st.floats(-180, 180), events=st.integers(1, 10**6), first=hostile),
             max_size=6),
)  # fmt: skip
def test_any_map_is_sound(found, places):
    drawn = atlas.world(found, places, country=country, fact=fact)
    sound(drawn, WIDTH, HEIGHT)


@given(st.floats(-180, 180), st.floats(-90, 90))
def test_the_world_is_on_the_map(longitude, latitude):
    x, y = project(longitude, latitude)
    assert 0 <= x <= WIDTH
    assert 0 <= y <= HEIGHT


@given(st.lists(number.filter(lambda n: n is not None), min_size=1, max_size=9))
def test_every_number_is_on_its_axis(values):
    axis = numbers(values, 10, 20)
    assert all(10 <= axis.at(value) <= 20 for value in values)
    assert all(10 <= x <= 20 for x, _ in axis.ticks())
    assert len(list(axis.ticks())) < 15
