"""Every claim as a W3C Web Annotation (Recommendation of 23 February 2017), in one collection.

The target has two selectors, the place and the words with what stands around them, so that a page
that has changed can be searched for them. Places count code points of the report's text. The
bodies are tags (kind, type, certainty), the claim in words, and a link to the fact it bears out.
"""

from collections.abc import Iterator
from typing import Any

import msgspec

from onrecord import __version__
from onrecord.exports.addresses import iri, source_iri
from onrecord.exports.chosen import choose
from onrecord.exports.streams import json_list, told
from onrecord.model import Report, Span
from onrecord.record import Claim, Record
from onrecord.views.citations import passage
from onrecord.views.gist import gist
from onrecord.views.selection import EVERYTHING, Selection

_CONTEXT = "http://www.w3.org/ns/anno.jsonld"
_AROUND = 32  # characters before and after the words


def lines(record: Record, selection: Selection = EVERYTHING) -> Iterator[bytes]:
    """The file, in pieces."""
    facts = tuple(choose(record, selection).facts())
    head = {
        "@context": _CONTEXT,
        "id": iri("annotations", "all"),
        "type": "AnnotationCollection",
        "label": "Claims on the record",
        "total": sum(map(len, facts)),
    }
    page = {"id": iri("annotations", "1"), "type": "AnnotationPage", "startIndex": 0}
    before = f'{_open(head)},"first":{_open(page)},"items":'
    annotations = (_annotation(record, claims, claim) for claims in facts for claim in claims)
    return json_list(before, annotations, "}}")


def _open(fields: dict[str, Any]) -> str:
    """The object without its last brace."""
    return msgspec.json.encode(fields).decode()[:-1]


def _annotation(record: Record, claims: tuple[Claim, ...], claim: Claim) -> dict[str, Any]:
    report = record.readings[claim.report].report
    tags = (claim.kind, claim.type, getattr(claim.fact, "certainty", None))
    return {
        "id": iri("claim", claim.id),
        "type": "Annotation",
        "motivation": ["tagging", "linking"],
        "generator": {
            "id": "urn:onrecord:software",
            "type": "Software",
            "name": f"onrecord {__version__}",
        },
        "body": [
            *(_text(tag, "tagging") for tag in tags if tag),
            _text(gist(record, (claim,)), "describing"),
            {
                "type": "SpecificResource",
                "purpose": "linking",
                "source": iri(claim.kind, claims[0].id),
            },
        ],
        "target": told(
            type="SpecificResource",
            source=source_iri(report),
            selector=_selectors(report, passage(claim)),
            state=_state(report),
        ),
    }


def _text(value: str, purpose: str) -> dict[str, str]:
    return {"type": "TextualBody", "purpose": purpose, "format": "text/plain", "value": value}


def _selectors(report: Report, span: Span) -> list[dict[str, Any]]:
    return [
        {"type": "TextPositionSelector", "start": span.start, "end": span.end},
        {
            "type": "TextQuoteSelector",
            "exact": span.of(report.text),
            "prefix": report.text[max(0, span.start - _AROUND) : span.start],
            "suffix": report.text[span.end : span.end + _AROUND],
        },
    ]


def _state(report: Report) -> dict[str, str] | None:
    """The version that was read: that of the day of publication."""
    if report.published is None:
        return None
    return {"type": "TimeState", "sourceDate": f"{report.published}T00:00:00Z"}
