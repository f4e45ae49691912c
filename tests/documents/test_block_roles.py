"""Which role each block of a text gets, by the table `roles.yaml`."""

from pathlib import Path

import pytest
import yaml

from onrecord.documents import report

CASES = yaml.safe_load((Path(__file__).parent / "roles.yaml").read_text("utf-8"))
LETTERS = {"headline": "h", "summary": "s", "caption": "c", "body": "b", "boilerplate": "x"}
SEED = Path(__file__).resolve().parents[2].parent / "shared" / "seed" / "report.txt"


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:50])
def test_roles(case):
    found = report(case["text"], title=case.get("title"))
    assert "".join(LETTERS[block.role] for block in found.blocks) == case["roles"]


def test_headline_becomes_the_title():
    found = report("Envoy flies\nto Juba\n\nThe envoy flew to Juba on Monday.")
    assert found.title is None or found.title == "Envoy flies"
    assert report("Envoy  flies to Juba\n\nHe flew on Monday.").title == "Envoy flies to Juba"
    assert report("The envoy flew to Juba.\n\nHe met nobody.").title is None


def test_given_title_stays():
    found = report("Envoy flies to Juba\n\nHe flew on Monday.", title=" Juba  talks ")
    assert found.title == "Juba talks"
    assert {block.role for block in found.blocks} == {"body"}


@pytest.mark.skipif(not SEED.exists(), reason="the seed report lies beside the checkout")
def test_seed_report():
    found = report(SEED.read_text("utf-8"))
    roles = "".join(LETTERS[block.role] for block in found.blocks)
    assert roles == "h" + "ssss" + "ccx" + "b" * 24 + "x"
