"""PLOVER records against the manual's own table of fields, written down as a JSON schema."""

import json
from dataclasses import replace
from pathlib import Path

import jsonschema
import pytest

from onrecord.exports import plover
from onrecord.lexicon.frames import frames
from onrecord.model import Amount, Block, Report, Span
from onrecord.reading import read
from onrecord.record import fold
from onrecord.views import select

SCHEMA = json.loads((Path(__file__).parent / "plover.schema.json").read_text("utf-8"))
CHECK = jsonschema.Draft202012Validator(SCHEMA, format_checker=jsonschema.FormatChecker())


def records(record, *selection):
    return [json.loads(line) for line in plover.lines(record, *selection)]


def test_every_record_of_the_samples_is_valid(samples):
    found = records(samples)
    assert len(found) > 40
    for one in found:
        CHECK.validate(one)
        text = samples.readings[one["report"]].report.text
        (place,) = one["text_info"]
        assert one["event_text"][0] in text[place["start"] : place["end"]]


@pytest.mark.parametrize("type_", sorted(frames()))
def test_the_codes_of_every_frame_are_in_the_manual(type_):
    coding = frames()[type_].plover
    event = {"event": coding.type, "quad_code": plover.quads()[coding.type]}
    event |= {"mode": [coding.mode] if coding.mode else [], "context": list(coding.context)}
    CHECK.validate({"id": "x", "date": "2031-01-01", "actor": [], **event})


def test_the_schema_refuses_what_the_manual_does_not_have(world):
    one = records(world)[0]
    for wrong in ({"event": "FIGHT"}, {"date": "2031"}, {"mode": ["ban"]}, {"quad_code": 3}):
        assert not CHECK.is_valid({**one, **wrong})


def test_what_is_not_so_is_left_out_and_what_is_ahead_is_an_agreement(world):
    found = {one["onrecord_type"]: one for one in records(world)}
    assert "THREATEN" not in found
    assert (found["DEPLOY"]["event"], found["WITHDRAW"]["event"]) == ("AGREE", "CONCEDE")
    assert "mode" not in found["WITHDRAW"]
    assert found["DEPLOY"]["date_is_of"] == "publication"
    assert found["CONSULT"]["mode"] == ["phone"]
    assert found["CONSULT"]["event_scale"] == 1.5


def test_a_pledge_says_its_stage_and_its_number(world):
    pledge = next(one for one in records(world) if one["onrecord_type"] == "PLEDGE")
    assert pledge["commitment_stage"] == "pledged"
    assert pledge["link"] == world.ledger[0].stages[0].id
    assert pledge["size"] == {"min": 400, "max": 400, "approx": False, "unit": "police officer"}
    assert pledge["actor"][0]["code"] == "NLD"


@pytest.mark.parametrize(
    ("text", "size"),
    [
        ("Militants killed 12 soldiers near Diffa.", {"dead": 12, "max": 12}),
        ("At least 40 people were killed in an attack on a market in Bangui.", {"dead": 40}),
        ("Gunmen wounded five people in Goma.", {"injured": 5, "max": 5}),
        ("Police in Lusaka arrested 30 opposition supporters.", {"arrested": 30, "max": 30}),
        ("Norland pledged 400 police officers to Haiti.", {"max": 400}),
    ],
)
def test_the_dead_the_injured_and_the_arrested_are_counted_as_the_manual_says(text, size):
    block = Block(role="body", span=Span(0, len(text)))
    report = Report(id="7c" * 32, text=text, blocks=(block,), published="2031-03-08")
    (found,) = (one for one in records(fold([read(report)])) if "size" in one)
    CHECK.validate(found)
    told = ("dead", "injured", "arrested", "max")
    assert {name: found["size"][name] for name in told if name in found["size"]} == size


@pytest.mark.parametrize(
    ("amount", "counted"),
    [
        (Amount(min=9, max=9, approx=False, unit=None, span=None), True),
        (Amount(min=9, max=9, approx=False, unit="police officer", span=None), True),
        (Amount(min=9, max=9, approx=False, unit="year", span=None), False),
        (Amount(min=9, max=9, approx=False, unit="USD", span=None), False),
        (Amount(min=None, max=9, approx=False, unit="person", span=None), False),
        (Amount(min=0.5, max=0.5, approx=False, unit="%", span=None), False),
    ],
)
def test_only_people_are_counted(world, amount, counted):
    (attack, *_) = (e for e in world.happenings if e.type == "ATTACK")
    killing = replace(world, happenings=(replace(attack, type="KILL", quantity=amount),))
    (found,) = records(killing)
    assert ("dead" in found["size"]) is counted


@pytest.mark.parametrize(
    ("cameo", "code", "sector"),
    [
        ("KENCOP", "KEN", "COP"),
        ("IGOUNO", "UNO", None),
        ("IGOEUREEC", "EUR", None),
        ("IGOWSTNAT", "IGO", None),
        ("HTIREB", "HTI", "REB"),
        ("COP", None, "COP"),
        ("---", None, None),
        ("KENELI", "KEN", "ELI"),
    ],
)
def test_entities(cameo, code, sector):
    assert plover.entity(cameo) == {"code": code, "sector": sector}


def test_filters(world):
    found = records(world, select(world, actor="Ada Brink"))
    assert [one["onrecord_type"] for one in found] == ["CONSULT"]
