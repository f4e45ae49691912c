"""What a report is about, and what that leaves of its events."""

from typing import Any

import pytest

from onrecord import read
from onrecord.documents import report
from onrecord.events.relevance import elsewhere, stands_elsewhere
from onrecord.language import parse
from onrecord.lexicon import table
from onrecord.linking import link


@pytest.mark.parametrize("example", table("domains")["examples"], ids=lambda e: e["text"][:40])
def test_example(example: dict[str, Any]) -> None:
    assert elsewhere(parse(report(example["text"]))) == example.get("elsewhere")


def test_a_sports_page_has_no_events_of_its_own() -> None:
    text = (
        "The striker pledged to fight for every goal after the club agreed a transfer. "
        "The board approved the deal before the match, and the coach withdrew a midfielder."
    )
    assert read(report(text)).events == ()


def test_a_named_attack_stands_on_any_page() -> None:
    text = (
        "Shares fell and investors sold stock after Houthi forces attacked a tanker on 26 January. "
        "The index lost 2 per cent, and the bank cut its dividend and its profit forecast."
    )
    assert [event.type for event in read(report(text)).events] == ["ATTACK"]


def test_states_are_teams_in_sport_alone() -> None:
    reading = read(report("Peru attacked Chile on 3 May 2021."))
    (event,) = reading.events
    cast = link(reading.report, parse(reading.report))
    assert stands_elsewhere(event, cast, "markets")
    assert not stands_elsewhere(event, cast, "sport")


def test_a_body_alone_does_not_stand_elsewhere() -> None:
    reading = read(report("The FBI arrested a man in Ohio on 3 May 2021."))
    (event,) = (event for event in reading.events if event.type == "ARREST")
    assert not stands_elsewhere(event, link(reading.report, parse(reading.report)))


def test_a_headline_counts_twice() -> None:
    body = "The coach praised the stadium. The captain defended the penalty."
    assert elsewhere(parse(report(body))) is None
    assert elsewhere(parse(report(f"Coach attacked over penalty\n\n{body}"))) == "sport"
