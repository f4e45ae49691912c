"""Mandates are apart from what contributors do."""

from dataclasses import replace

import pytest
from sheets import Sheet, day

from onrecord.model import Span, Time
from onrecord.record import Record, fold

COUNCIL = "Harbour Council"


def record(*sheets: Sheet) -> Record:
    return fold(sheet.reading() for sheet in sheets)


def act(number: int, type_: str, words: str, when: str, **more: object) -> Sheet:
    sheet = Sheet(f"{number:064x}")
    mission = sheet.actor("Coast Mission", "mission")
    council = sheet.actor(COUNCIL, "organisation")
    sheet.event(type_, council, sentence=sheet.line(words), mission=mission, date=day(when), **more)
    return sheet


def told(found: Record) -> list[tuple[str, str | None, str | None]]:
    return [(m.act, m.instrument, m.date and m.date.edtf) for m in found.mandates]


def test_authorisation_and_extension_with_their_decisions():
    found = record(
        act(1, "AUTHORISE", "The council set it up by Resolution 71 (2031)", "2031-02-03"),
        act(2, "EXTEND", "By decision 72/3 it was prolonged", "2032-02-01", item="mandate"),
    )
    assert told(found) == [
        ("authorised", "Resolution 71", "2031-02-03"),
        ("extended", "Decision 72/3", "2032-02-01"),
    ]
    assert [body.name for body in found.mandates[0].bodies] == [COUNCIL]


def test_an_embargo_that_is_extended_is_no_mandate():
    found = record(act(1, "EXTEND", "It extended the embargo", "2031-02-03", item="arms embargo"))
    assert found.mandates == ()


def test_what_a_state_approves_is_no_mandate_and_what_a_body_approves_no_step():
    sheet = act(1, "APPROVE", "The council approved the force", "2031-02-03", item="force")
    mission = sheet.actor("Coast Mission", "mission")
    norland = sheet.actor("Norland")
    sheet.step("approved", sheet.actor(COUNCIL, "organisation"), mission=mission, item="force")
    sheet.event("APPROVE", norland, mission=mission, item="force")
    sheet.step("approved", norland, mission=mission, item="force")
    found = record(sheet)
    assert [m.act for m in found.mandates] == ["approved"]
    assert [line.party.name for line in found.ledger] == ["Norland"]


def test_what_is_denied_is_no_mandate():
    sheet = act(1, "AUTHORISE", "The council has not authorised it", "2031-02-03")
    denied = act(2, "AUTHORISE", "It has not", "2031-02-03", polarity="negative")
    assert len(record(sheet, denied).mandates) == 1


@pytest.mark.parametrize(
    ("words", "time", "value", "until"),
    [
        ("It set up the force until 2 October 2032", "2 October 2032", "2032-10-02", "2032-10-02"),
        ("It set up the force until 2 October 2030", "2 October 2030", "2030-10-02", None),
        ("It set up the force for 18 months", "18 months", "P18M", "2033-08-29"),
        ("It set up the force for a period of one year", "one year", "P1Y", "2033-02-28"),
        ("It set up the force after 12 months", "12 months", "P12M", None),
        ("It set up the force for 99999999 months", "99999999 months", "P99999999M", None),
    ],
)
def test_the_term_that_a_decision_sets(words: str, time: str, value: str, until: str | None):
    made = act(1, "AUTHORISE", words, "2032-02-29").reading()
    start = words.index(time)
    edtf = None if value.startswith("P") else f"../{value}"
    found = Time(span=Span(start, len(words)), text=time, type="DATE", value=value, edtf=edtf)
    (mandate,) = fold([replace(made, times=(found,))]).mandates
    assert mandate.until == until
