"""Linked data as a JSON-LD processor reads it, without a network."""

import json
from pathlib import Path

import pytest
from pyld import jsonld as processor

from onrecord.exports import annotations, jsonld
from onrecord.exports.chosen import choose

HERE = Path(__file__).parent
ANNO = "http://www.w3.org/ns/anno.jsonld"
OA = "http://www.w3.org/ns/oa#"
SCHEMA = "https://schema.org/"


def bundled(url, _options=None):
    """The terms of the annotation context that are used, written down here; nothing is fetched."""
    assert url == ANNO
    document = json.loads((HERE / "anno.context.json").read_text("utf-8"))
    return {"contentType": "application/ld+json", "contextUrl": None, "documentUrl": url} | {
        "document": document
    }


def triples(document):
    quads = processor.to_rdf(document, {"documentLoader": bundled})["@default"]
    return {(q["subject"]["value"], q["predicate"]["value"], q["object"]["value"]) for q in quads}


def loaded(form, record):
    return json.loads(b"".join(form.lines(record)))


def test_annotations_are_annotations(samples):
    document = loaded(annotations, samples)
    found = triples(document)
    typed = {s for s, p, o in found if o == f"{OA}Annotation"}
    claims = [claim for claims in choose(samples).facts() for claim in claims]
    assert typed == {f"urn:onrecord:claim:{claim.id}" for claim in claims}
    assert document["total"] == len(document["first"]["items"]) == len(claims)
    for one in typed:
        assert len([p for s, p, _ in found if s == one and p == f"{OA}hasTarget"]) == 1
        assert len([p for s, p, _ in found if s == one and p == f"{OA}hasBody"]) >= 3


def test_no_term_of_an_annotation_gets_lost(samples):
    """A term that the context does not have would be dropped without a word."""
    document = loaded(annotations, samples)
    terms = set(json.loads((HERE / "anno.context.json").read_text("utf-8"))["@context"])

    def walk(node):
        if isinstance(node, dict):
            assert set(node) - {"@context"} <= terms
            for value in node.values():
                walk(value)
        elif isinstance(node, list):
            for value in node:
                walk(value)

    walk(document)


def test_both_selectors_find_the_sentence(samples):
    texts = {
        f"urn:onrecord:claim:{claim.id}": samples.readings[claim.report].report.text
        for claims in choose(samples).facts()
        for claim in claims
    }
    for one in loaded(annotations, samples)["first"]["items"]:
        place, quote = one["target"]["selector"]
        text = texts[one["id"]]
        assert text[place["start"] : place["end"]] == quote["exact"]
        whole = quote["prefix"] + quote["exact"] + quote["suffix"]
        assert text.find(whole) == place["start"] - len(quote["prefix"])


def test_the_record_as_linked_data(samples):
    found = triples(loaded(jsonld, samples))
    kinds = {o.removeprefix(SCHEMA) for _, p, o in found if p.endswith("#type")}
    assert {"NewsArticle", "Person", "Organization", "Country", "Event", "Claim"} <= kinds
    assert {"Quotation", "Observation", "Action", "QuantitativeValue"} <= kinds
    articles = {s for s, _, o in found if o == f"{SCHEMA}NewsArticle"}
    claims = {s for s, _, o in found if o == f"{SCHEMA}Claim"}
    assert {o for _, p, o in found if p == f"{SCHEMA}appearance"} == articles
    about = {s: o for s, p, o in found if p == f"{SCHEMA}about"}
    assert set(about) == claims
    subjects = {s for s, _, _ in found}
    assert set(about.values()) <= subjects
    assert {o for _, p, o in found if p == f"{SCHEMA}agent"} <= subjects


@pytest.mark.parametrize("form", [annotations, jsonld])
def test_hostile_text_is_data(form, hostile):
    text = b"".join(form.lines(hostile)).decode()
    assert "\u202e" in text
    document = json.loads(text)
    found = triples(document)
    assert any("=HYPERLINK(1) <b>Ostia</b>" in o for _, _, o in found)
    assert not any(o.startswith("javascript:") or s.startswith("javascript:") for s, _, o in found)
