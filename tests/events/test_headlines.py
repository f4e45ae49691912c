"""A headline is no surer than the report below it."""

import pytest

from onrecord import read
from onrecord.documents import report


@pytest.mark.parametrize(
    ("text", "certainties"),
    [
        (
            "Fiji will send 50 police officers to Tonga, it said on Monday.",
            ["expected", "expected"],
        ),
        ("Fiji sent 50 police officers to Tonga on Monday.", ["asserted", "asserted"]),
        ("Chile will send 50 police officers to Tonga, it said.", ["asserted", "expected"]),
        ("The ministers of both states met in Suva on Monday.", ["asserted"]),
    ],
)
def test_certainty_of_a_headline(text: str, certainties: list[str]) -> None:
    found = read(
        report(f"Fiji sends police to Tonga\n\n{text}", title="Fiji sends police to Tonga")
    )
    assert [e.certainty for e in found.events if e.type == "DEPLOY"] == certainties
