"""Clauses that a semicolon parts are parsed by themselves."""

import pytest

from onrecord.documents import report
from onrecord.language import parse


@pytest.mark.parametrize(
    ("text", "roots"),
    [
        ("Peru has sent ten tents; Chile will treat the wounded.", ["sent", "treat"]),
        ("The envoy met them on Monday; his aides stayed.", ["met", "stayed"]),
        ("The court sat; nobody spoke; the case was closed.", ["sat", "spoke", "closed"]),
        ("The council condemned the raid; called for calm; and urged talks.", ["condemned"]),
        ("Kenya pledged 100 officers; Chad 30; Benin 20.", ["pledged"]),
    ],
)
def test_roots(text: str, roots: list[str]) -> None:
    (sentence,) = parse(report(text))
    assert [t.text for t in sentence.tokens if t.head == t.i] == roots
