"""The sources as reference managers read them."""

import json
from dataclasses import replace

import bibtexparser
import jsonschema
import pytest

from onrecord.exports import bib, csl
from onrecord.model import Declared

# What is used of the CSL-JSON schema (citation-style-language/schema, csl-data.json).
ITEM = {
    "type": "object",
    "required": ["id", "type"],
    "properties": {
        "id": {"type": "string"},
        "type": {"enum": ["article-newspaper", "document"]},
        "title": {"type": "string"},
        "container-title": {"type": "string"},
        "author": {
            "type": "array",
            "items": {"type": "object", "required": ["literal"], "additionalProperties": False}
            | {"properties": {"literal": {"type": "string"}}},
        },
        "URL": {"type": "string", "format": "uri"},
        "issued": {
            "type": "object",
            "properties": {
                "date-parts": {
                    "type": "array",
                    "items": {"type": "array", "items": {"type": "integer"}, "maxItems": 3},
                }
            },
        },
        "language": {"type": "string"},
    },
    "additionalProperties": False,
}


def entries(record):
    parser = bibtexparser.bparser.BibTexParser(common_strings=True)
    return bibtexparser.loads(b"".join(bib.lines(record)).decode(), parser).entries


def items(record):
    return json.loads(b"".join(csl.lines(record)))


def test_every_report_of_the_samples_is_an_entry(samples):
    reports = {bib.key(reading.report): reading.report for reading in samples.readings.values()}
    found = {entry["ID"]: entry for entry in entries(samples)}
    assert set(found) == set(reports)
    for key, entry in found.items():
        report = reports[key]
        assert entry["url"] == report.url
        assert entry["date"] == report.published
        assert entry["year"] == report.published[:4]
        assert entry["title"].strip("{}") == bib.latex(report.title)


def test_every_report_of_the_samples_is_an_item(samples):
    found = items(samples)
    assert len(found) == len(samples.readings)
    check = jsonschema.Draft202012Validator(ITEM, format_checker=jsonschema.FormatChecker())
    for item in found:
        check.validate(item)
        report = samples.readings[item["id"]].report
        assert item["title"] == report.title
        assert (
            "-".join(f"{part:02}" for part in item["issued"]["date-parts"][0]) == report.published
        )


def test_authors(world):
    (reading,) = world.readings.values()
    by = tuple(Declared(name="author", value=name, way="Author") for name in ("A and B", "C", "C"))
    report = replace(reading.report, declared=by)
    made = replace(world, readings={report.id: replace(reading, report=report)})
    assert entries(made)[0]["author"] == "{A and B} and {C}"
    assert items(made)[0]["author"] == [{"literal": "A and B"}, {"literal": "C"}]


@pytest.mark.parametrize(
    ("text", "latex"),
    [
        ("a & b", r"a \& b"),
        ("50% of $5", r"50\% of \$5"),
        (
            "}\\input{x}",
            r"\textbraceright{}\textbackslash{}input\textbraceleft{}x\textbraceright{}",
        ),
        ("naïve\n~", r"naïve \textasciitilde{}"),
        ("\u202ex", "<U+202E>x"),
    ],
)
def test_nothing_acts_on_latex(text, latex):
    assert bib.latex(text) == latex


def test_hostile_reports(hostile):
    assert len(entries(hostile)) == len(hostile.readings) == len(items(hostile))
    assert not [entry for entry in entries(hostile) if entry.get("url", "").startswith("java")]
    assert not [item for item in items(hostile) if item.get("URL", "").startswith("java")]
