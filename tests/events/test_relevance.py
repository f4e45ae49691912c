"""What a report is about, and what that leaves of its events."""

from typing import Any

import pytest

from onrecord import read
from onrecord.documents import report
from onrecord.events.relevance import elsewhere
from onrecord.language import parse
from onrecord.lexicon import table


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
