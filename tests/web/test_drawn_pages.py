"""The pages with drawings, over the made-up record."""

import csv
import io

import made_up
import pytest
from desks import serving

from onrecord.store import open_record


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    place = str(tmp_path_factory.mktemp("desk") / "record.db")
    with open_record(place) as records:
        for reading in (made_up.first(), made_up.second(), made_up.hostile()):
            records.add(reading, "0.1.0")
    with serving(place) as client:
        yield client


@pytest.mark.parametrize("path", ["/timeline", "/figures", "/map"])
def test_each_draws_and_lists(desk, path):
    text = desk.get(path).text
    assert 'role="group" class="drawing' in text
    assert "<td" in text or "<li" in text
    assert " style=" not in text
    assert "<b>Ostia" not in text


@pytest.mark.parametrize("path", ["/timeline", "/figures", "/map"])
def test_each_has_an_empty_state(desk, path):
    text = desk.get(path, params={"since": "1999", "until": "2000"}).text
    if path != "/map":
        assert "for these filters" in text


def test_a_mark_leads_to_its_fact_as_of_the_day(desk):
    text = desk.get("/timeline", params={"as_of": "2031-03-02"}).text
    drawing = text[text.index("<svg xmlns") : text.index("</svg>")]
    assert 'as_of=2031-03-02" tabindex' in drawing


def test_the_map_is_zoomed_by_its_address(desk):
    world = desk.get("/map", params={"zoom": "world"}).text
    near = desk.get("/map").text
    assert 'viewBox="0 40 4000' in world
    assert 'viewBox="0 40 4000' not in near


def test_a_country_is_chosen_by_its_address(desk):
    text = desk.get("/map", params={"country": "NL"}).text
    assert 'id="chosen"' in text
    assert "contributor chosen" in text


@pytest.mark.parametrize("name", ["timeline", "figures", "map"])
def test_the_same_address_has_the_data(desk, name):
    rows = desk.get(f"/{name}.json").json()
    told = list(csv.DictReader(io.StringIO(desk.get(f"/{name}.csv").text)))
    assert rows
    assert len(rows) == len(told)
    assert desk.get(f"/{name}.md").text.startswith("| ")
