"""The sample reports load, and hold what their README promises."""

from pathlib import Path

import pytest

from onrecord.documents import open_reports
from onrecord.model import Report

SAMPLES = Path(__file__).resolve().parents[2] / "samples"


@pytest.fixture(scope="module")
def reports():
    found = list(open_reports(SAMPLES))
    assert all(isinstance(report, Report) for report in found), found
    return {report.source_id or Path(report.path).name: report for report in found}


def test_twelve_reports_of_all_formats(reports):
    assert len(reports) == 12
    assert len({report.id for report in reports.values()}) == 12
    assert {Path(r.path).suffix for r in reports.values()} == {".txt", ".html", ".jsonl"}


def test_each_is_dated_and_of_some_length(reports):
    for name, report in reports.items():
        assert report.published, name
        assert report.title, name
        assert report.publisher, name
        assert ".example/" in report.url, name
        assert 120 <= len(report.text.split()) <= 400, name
        assert report.blocks[0].role == "headline", name


def test_pages_give_nothing_of_what_stands_around(reports):
    page = reports["2024-03-13-gazette-kingston.html"]
    assert page.published == "2024-03-13"
    assert page.publisher == "The Palisadoes Gazette"
    text = " ".join(block.span.of(page.text) for block in page.blocks if block.role == "body")
    for words in ("Subscribe", "Facebook", "bakery", "Privacy", 'nobody"', "comments", "Morant"):
        assert words not in text


def test_the_copy(reports):
    wire = set(reports["hw-2024-03-01-0417"].text.split("\n"))
    copy = set(reports["ledger-20240302-haiti"].text.split("\n"))
    assert len(wire & copy) > 2
    assert wire - copy
    assert copy - wire


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("first 200 police officers from Kenya", "noon-2024-06-26"),
        ("first contingent of 400 Kenyan police", "2024-09-13-gazette-advance-team.html"),
        ("airport of Port-au-Prince on March 3", "hw-2024-03-06-0102"),
        (
            "On March 4 gunmen attacked the international airport",
            "2024-03-13-gazette-kingston.html",
        ),
        ("more than 4,000 inmates escaped", "hw-2024-03-06-0102"),
        ("freed more than 3,700 inmates", "2024-03-13-gazette-kingston.html"),
    ],
)
def test_the_contradictions(reports, words, name):
    assert words in " ".join(reports[name].text.split())


@pytest.mark.parametrize(
    "words",
    [
        "send 1,000 police officers",
        "Resolution 2699",
        "Benin has offered 1,500 troops",
        "reciprocal agreement on Friday",
        "Kenya on Tuesday suspended the deployment",
        "US$300 million",
        "Two senior officers from Belize",
        "217 Kenyan officers",
        "Resolution 2751",
        "Gang Suppression Force",
    ],
)
def test_the_story(reports, words):
    assert any(words in " ".join(report.text.split()) for report in reports.values())


def test_the_readme_names_them_all(reports):
    readme = (SAMPLES / "README.md").read_text("utf-8")
    assert [name for name in reports if f"`{name}`" not in readme] == []
