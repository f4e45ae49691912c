"""What the record has of a mission: lead, host, commanders, strength over time."""

from datetime import UTC, datetime

import pytest
from sheets import Sheet, amount, day

from onrecord.model import Actor, Span
from onrecord.record import fold
from onrecord.record.profiles import Profile
from onrecord.review import Signature, correct

MISSION = "Coast Mission"


def profile(*sheets: Sheet) -> Profile:
    (found,) = (p for p in fold(s.reading() for s in sheets).profiles if p.mission.name == MISSION)
    return found


def named(sheet: Sheet, words: str, **names: str) -> None:
    """A sentence in which actors are mentioned, each by the words given for its kind."""
    line = sheet.line(words)
    for kind, said in names.items():
        start = line.start + words.index(said)
        name = "Norland" if kind == "state" else MISSION
        mentions = (Span(start, start + len(said)),)
        number = f"m{len(sheet.actors)}"
        sheet.actors[f"{kind} {number}"] = Actor(id=number, name=name, kind=kind, mentions=mentions)


@pytest.mark.parametrize(
    ("words", "mission", "leads"),
    [
        ("The Norland-led mission landed", "Norland-led mission", ["Norland"]),
        ("Norland, which leads the mission, paid", "mission", ["Norland"]),
        ("Norland is leading the new coast mission", "mission", ["Norland"]),
        ("Norland paid for the mission", "mission", []),
        ("Norland offered to lead the mission", "mission", []),
    ],
)
def test_who_leads_it(words: str, mission: str, leads: list[str]):
    sheet = Sheet("1" * 64)
    named(sheet, words, state="Norland", mission=mission)
    assert [state.name for state in profile(sheet).leads] == leads


def test_what_was_corrected_to_be_no_state_leads_nothing():
    sheet = Sheet("1" * 64)
    named(sheet, "The Norland-led mission landed", state="Norland", mission="Norland-led mission")
    record = fold([sheet.reading()])
    (norland,) = (p.key for p in record.who.parties.values() if p.name == "Norland")
    by = Signature(author="Ada", time=datetime(2031, 3, 1, tzinfo=UTC))
    made = correct(record, record.who.sightings[norland][0].id, "kind", "organisation", by)
    (found,) = fold([sheet.reading()], [made]).profiles
    assert found.leads == ()


def test_of_several_missions_no_description_tells_which_is_led():
    sheet = Sheet("1" * 64)
    sheet.actor("Hill Mission", "mission")
    named(sheet, "The Norland-led mission landed", state="Norland", mission="Norland-led mission")
    assert profile(sheet).leads == ()


def deployed(*steps: tuple[str, str, int | None, str]) -> Profile:
    """Steps of parties: who, what, how many, when; the mission is set up for Maravia."""
    sheet = Sheet("1" * 64)
    mission = sheet.actor(MISSION, "mission")
    council, maravia = sheet.actor("Council", "organisation"), sheet.actor("Maravia")
    sheet.event("AUTHORISE", council, mission=mission, recipient=(maravia,))
    for party, status, number, when in steps:
        count = amount(number) if number else None
        terms = {"mission": mission, "item": "officers", "quantity": count, "date": day(when)}
        sheet.step(status, sheet.actor(party), **terms)
    return profile(sheet)


def test_the_host_is_where_it_is_set_up_and_no_contributor():
    assert [state.name for state in deployed().hosts] == ["Maravia"]
    assert deployed(("Maravia", "deployed", 30, "2031-02-05")).hosts == ()


def test_strength_is_the_sum_of_the_contributors_after_each_change():
    found = deployed(
        ("Norland", "deployed", 400, "2031-02-05"),
        ("Sudmark", "deployed", 50, "2031-02-20"),
        ("Norland", "deployed", 200, "2031-03-01"),
        ("Norland", "pledged", 1000, "2031-01-01"),
        ("Norland", "withdrawn", 100, "2031-04-01"),
        ("Sudmark", "withdrawn", None, "2031-05-01"),
    )
    assert [(s.date, s.number) for s in found.strength] == [
        ("2031-02-05", 400),
        ("2031-02-20", 450),
        ("2031-03-01", 650),
        ("2031-04-01", 550),
        ("2031-05-01", 500),
    ]


def test_things_are_no_people():
    sheet = Sheet("1" * 64)
    mission = sheet.actor(MISSION, "mission")
    terms = {"mission": mission, "item": "ships", "date": day("2031-02-05")}
    sheet.step("deployed", sheet.actor("Norland"), quantity=amount(3, "ship"), **terms)
    assert profile(sheet).strength == ()


def test_commanders_are_those_of_the_mission():
    sheet = Sheet("1" * 64)
    sheet.actor(MISSION, "mission")
    sheet.office("Ada Brink", "Force Commander", MISSION)
    sheet.office("Ole Holm", "spokesperson", MISSION)
    sheet.office("Ida Lund", "commander", "Norland")
    assert [held.holder.name for held in profile(sheet).commanders] == ["Ada Brink"]
