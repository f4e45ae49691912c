"""The pairs of the development gold: which reports copy, contradict and update each other.

The gold stands beside the checkout (`shared/gold/pairs.json`) and is no part of the project.
"""

import json
import re
from pathlib import Path

import pytest

from onrecord.documents import open_reports
from onrecord.model import Event, Figure, Report
from onrecord.reading import read
from onrecord.record import Claim, Record, fold
from onrecord.record.amounts import level
from onrecord.record.sayings import figure_amount

GOLD = Path(__file__).resolve().parents[3] / "shared" / "gold"
pytestmark = pytest.mark.skipif(
    not GOLD.is_dir(), reason="the development gold is not beside the checkout"
)
Pair = dict[str, str]
LISTED = 3
_SCALES = {"million": 10**6, "billion": 10**9}


@pytest.fixture(scope="module")
def pairs() -> dict[str, list[Pair]]:
    return json.loads((GOLD / "pairs.json").read_text("utf-8"))


@pytest.fixture(scope="module")
def record(pairs: dict[str, list[Pair]]) -> Record:
    named = {pair[key] for found in pairs.values() for pair in found for key in pair}
    reports = (r for r in open_reports(GOLD / "reports.jsonl") if isinstance(r, Report))
    return fold(read(report) for report in reports if report.source_id in named)


def value(says: object) -> object:
    """The day or the number that a side is said to give."""
    if day := re.search(r"\d{4}-\d\d-\d\d", str(says)):
        return day[0]
    number, scale = re.search(r"(\d+)(?: (\w+))?", str(says)).groups()
    return int(number) * _SCALES.get(scale, 1)


def gives(claim: Claim, told: object) -> bool:
    """Whether a claim gives that day or number."""
    fact = claim.fact
    if isinstance(fact, Figure):
        return level(figure_amount(fact)) == told
    if not isinstance(fact, Event):
        return False
    return told in (level(fact.quantity), fact.date and fact.date.edtf)


def sides(record: Record, pair: Pair) -> tuple[list[Claim], list[Claim]]:
    """The claims of the two reports that give what each is said to say."""
    one, other = (
        [
            claim
            for claim in record.claims.values()
            if record.readings[claim.report].report.source_id == pair[side]
            if gives(claim, value(pair[f"{side}_says"]))
        ]
        for side in "ab"
    )
    return one, other


def listed(record: Record, pair: Pair) -> set[tuple[str, str]]:
    """The conflicts of the record that have a contradiction's two sides."""
    facts = (*record.happenings, *record.numbers)
    one, other = (
        {fact.id for fact in facts for claim in claims if claim in fact.claims}
        for claims in sides(record, pair)
    )
    found = {(c.one, c.other) for c in record.conflicts}
    return {(a, b) for a, b in found if (a in one and b in other) or (b in one and a in other)}


def test_a_copy_counts_as_one_source_with_its_original(
    record: Record, pairs: dict[str, list[Pair]]
):
    families = {r.report.source_id: record.families[key] for key, r in record.readings.items()}
    copies = [pair for pair in pairs["copies"] if families[pair["copy"]] == families[pair["of"]]]
    assert copies == pairs["copies"]
    assert len(set(families.values())) == len(families) - len(copies)


def test_every_contradiction_whose_two_claims_were_read_alike_is_listed(
    record: Record, pairs: dict[str, list[Pair]]
):
    alike, found = set(), set()
    for pair in pairs["contradictions"]:
        one, other = ({(c.kind, c.type) for c in claims} for claims in sides(record, pair))
        if one & other:
            alike.add(pair["about"])
        if listed(record, pair):
            found.add(pair["about"])
    assert found == alike
    assert len(found) >= LISTED


def test_no_update_is_listed(record: Record, pairs: dict[str, list[Pair]]):
    contradictions = {c for pair in pairs["contradictions"] for c in listed(record, pair)}
    assert {(c.one, c.other) for c in record.conflicts} == contradictions
