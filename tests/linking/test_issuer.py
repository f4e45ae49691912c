"""Whose own statement a report is, by its publisher, address or title, and whom "we" stands for."""

from pathlib import Path

import pytest
import yaml
from standing import stands_for

from onrecord.documents import report
from onrecord.language import parse
from onrecord.linking import link

CASES = yaml.safe_load(Path(__file__).with_name("issuer.yaml").read_bytes())
KNOWN = ("publisher", "title", "url")


def cast_of(case):
    found = report(case["text"], **{k: case[k] for k in KNOWN if k in case})
    return link(found, parse(found))


@pytest.mark.parametrize("case", CASES, ids=lambda c: str(c.get("publisher") or c.get("title")))
def test_the_issuer_speaks_as_we(case):
    cast = cast_of(case)
    assert (cast.issuer.name if cast.issuer else None) == case["issuer"]
    we = [m for m in cast.mentions if m.span.of(case["text"]) == "We"]
    assert [cast.actor(a).name for m in we for a in m.actors] == case["we"]


@pytest.mark.parametrize(
    ("publisher", "text", "name"),
    [
        ("Ministry of Finance, Ghana", "The flood hit Togo. The Cabinet met.", "Cabinet of Ghana"),
        (
            "Ministry of Defence, Peru",
            "Soldiers helped in Chile. The army sent tents to Bolivia.",
            "Peru",
        ),
    ],
)
def test_organs_and_forces_in_an_official_statement_are_its_states(publisher, text, name):
    cast = cast_of({"publisher": publisher, "text": text})
    noun = "Cabinet" if "Cabinet" in text else "army"
    assert stands_for(cast, text, noun) == [name]


def test_a_state_that_is_only_a_goal_owns_no_government():
    cast = cast_of({"text": "The government approved the deployment of 300 soldiers to Mali."})
    assert "government" not in {a for actor in cast.actors for a in actor.aliases}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Prime Minister called the President of Togo.", "Prime Minister of Fiji"),
        ("Prime Minister Ana Tora flew to Lima. The Prime Minister met donors.", "Ana Tora"),
        ("Tongan Prime Minister Ana Tora came. The Prime Minister met donors.", "Ana Tora"),
    ],
)
def test_an_office_in_an_official_statement_is_its_states(text, name):
    cast = cast_of({"publisher": "Government of Fiji", "text": text})
    assert stands_for(cast, text, "Prime Minister") == [name]


def test_an_office_that_a_state_does_not_have_stays_open():
    text = "The Prime Minister arrived at noon."
    cast = cast_of({"publisher": "Government of Brazil", "text": text})
    assert [m for m in cast.mentions if m.actors] == []


def test_the_ministry_of_an_official_statement_is_the_one_that_speaks():
    text = "Estonia will buy six systems. The Ministry expects them in May."
    cast = cast_of({"publisher": "Ministry of Defence of Estonia", "text": text})
    assert stands_for(cast, text, "Ministry") == ["Ministry of Defence of Estonia"]
