"""To whom something was said, and when."""

import pytest

from onrecord import read
from onrecord.documents import report

EXAMPLES = [
    ("Ghana told the Security Council on Saturday that its troops would stay.",
     "United Nations Security Council", "2024-03-09"),
    ("Togo informed Ghana that the border was closed.", "Ghana", None),
    ("The minister said on 4 March that Peru would sign.", None, "2024-03-04"),
    ("The minister said that Peru would sign on 4 April.", None, None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "addressee", "date"), EXAMPLES)
def test_example(text: str, addressee: str | None, date: str | None) -> None:
    (statement,) = read(report(text, published="2024-03-11")).statements
    assert (statement.addressee.name if statement.addressee else None) == addressee
    assert (statement.date.edtf if statement.date else None) == date
