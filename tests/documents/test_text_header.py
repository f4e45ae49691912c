"""The header of plain text files."""

from pathlib import Path

import pytest

from onrecord.documents import bytes_reports


def text_report(text, published=None):
    (found,) = bytes_reports(text.encode(), Path("a.txt"), published=published)
    return found


BODY = "Ministers meet in Praia\n\nFive ministers met on Monday."


def test_header():
    found = text_report(
        "Title: Ministers meet in Praia\r\nPUBLISHER : The Praia Courier\r\n"
        f"published: 2021-05-03T08:00\r\nURL: https://courier.example/praia\r\n\r\n\r\n{BODY}\r\n",
        published="1999-01-01",
    )
    assert found.text == BODY
    assert found.title == "Ministers meet in Praia"
    assert found.publisher == "The Praia Courier"
    assert found.published == "2021-05-03"
    assert found.url == "https://courier.example/praia"
    assert found.blocks[0].span == (0, 23)


def test_one_field_is_enough():
    assert text_report(f"Published: 2021-05-03\n\n{BODY}").published == "2021-05-03"


@pytest.mark.parametrize(
    "text",
    [
        BODY,
        f"Published: 2021-05-03\n{BODY}",
        "Title: one\nTitle: two\n\nText follows.",
        f"Title:\n\n{BODY}",
        f"Published: 2021-05-03\nEdited: 2021-05-04\n\n{BODY}",
        f"Five ministers met.\n\nPublished: 2021-05-03\n\n{BODY}",
        "Published: 2021-05-03",
    ],
)
def test_no_header(text):
    found = text_report(text, published="2020-02-02")
    assert found.text == text
    assert found.published == "2020-02-02"


def test_impossible_date_leaves_the_report_undated():
    assert text_report(f"Published: 2021-02-31\n\n{BODY}", published="2020-02-02").published is None
