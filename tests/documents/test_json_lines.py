"""JSON Lines: what is kept, what is refused, and how it is said."""

import io
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.documents import Refusal
from onrecord.documents.json_lines import line_reports

PATH = Path("reports.jsonl")


def read(content, *, published=None, most=10_000):
    return list(line_reports(io.BytesIO(content), PATH, published=published, most=most))


def one(line):
    (found,) = read(line.encode() if isinstance(line, str) else line)
    return found


@given(st.text(st.characters(exclude_categories=["Cs"])).filter(str.strip))
def test_text_is_taken_exactly_as_given(text):
    assert one(json.dumps({"text": text})).text == text
    assert one(json.dumps({"text": text}, ensure_ascii=False)).text == text


def test_all_fields():
    found = one(
        json.dumps(
            {
                "id": "a-1",
                "title": "Talks in Juba",
                "text": "Talks in Juba\n\nThey failed.",
                "published": "2024-03-09T10:00:00Z",
                "url": "https://courier.example/juba",
                "publisher": "The Courier",
                "more": [1, 2],
            }
        )
    )
    assert (found.source_id, found.title, found.published) == ("a-1", "Talks in Juba", "2024-03-09")
    assert (found.url, found.publisher) == ("https://courier.example/juba", "The Courier")
    assert found.path == "reports.jsonl"


def test_only_text_is_required():
    found = one('{"text": "They failed.", "title": null, "url": 7, "published": ["x"], "id": 17}')
    assert (found.title, found.published, found.source_id) == (None, None, "17")


@pytest.mark.parametrize("published", ["20245-01-01", "2024-02-31", "soon", ""])
def test_impossible_date_leaves_the_report_undated(published):
    assert one(json.dumps({"text": "They failed.", "published": published})).published is None


def test_published_fills_only_what_has_no_date():
    lines = b'{"text": "One."}\n{"text": "Two.", "published": "2020-01-01"}\n'
    dates = [found.published for found in read(lines, published="2024-03-09")]
    assert dates == ["2024-03-09", "2020-01-01"]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (b"not json", "not a JSON object"),
        (b"[1, 2]", "not a JSON object"),
        (b'"text"', "not a JSON object"),
        (b"null", "not a JSON object"),
        (b"{}", "has no text"),
        (b'{"title": "x"}', "has no text"),
        (b'{"text": 7}', "text is not a string"),
        (b'{"text": null}', "text is not a string"),
        (b'{"text": ["a"]}', "text is not a string"),
        (b'{"text": ""}', "text is empty"),
        (b'{"text": " \\n "}', "text is empty"),
        (b'{"text": "a \\ud800 b"}', "holds half of a surrogate pair"),
        (b'{"text": "a", "title": "\\udfff"}', "holds half of a surrogate pair"),
        (b'{"text": "caf\xe9"}', "not UTF-8"),
        (b'{"text": "a\x00b"}', "not a JSON object"),
        (b"[" * 9_000, "not a JSON object"),
        (b'{"text": "a", "n": ' + b"1" * 9_000 + b"}", "not a JSON object"),
        (b'{"text": "' + b"a" * 20_000 + b'"}', "line of more than 0.01 MB"),
    ],
)
def test_bad_line_among_good_ones(line, reason):
    good = b'{"text": "They failed."}'
    first, bad, last = read(b"\n".join([good, line, good]))
    assert first.text == last.text == "They failed."
    assert isinstance(bad, Refusal)
    assert str(bad) == f"reports.jsonl, line 2: {reason}"


def test_whole_surrogate_pairs_are_characters():
    assert one('{"text": "\\ud83d\\ude00 a"}').text == "😀 a"


def test_lines_end_at_line_feeds_alone():
    text = "one\u2028two\u2029three\x85four\x0bfive"
    found = one(json.dumps({"text": text}, ensure_ascii=False) + "\r\n")
    assert found.text == text


def test_blank_lines_and_a_byte_order_mark():
    found = read(b'\xef\xbb\xbf{"text": "One."}\n\n  \r\n{"text": 2}\n')
    assert found[0].text == "One."
    assert (found[1].line, len(found)) == (4, 2)


def test_a_long_line_is_not_held():
    """The lines behind one of many megabytes are read; the file is asked for small pieces."""

    class Watched(io.BytesIO):
        largest = 0

        def readline(self, size=-1, /):
            got = super().readline(size)
            self.largest = max(self.largest, len(got))
            return got

    file = Watched(b'{"text": "' + b"a" * 5_000_000 + b'"}\n{"text": "Two."}')
    refused, kept = line_reports(file, PATH, published=None, most=10_000)
    assert (refused.line, kept.text) == (1, "Two.")
    assert file.largest <= 10_001


def test_first_report_comes_before_the_last_line_is_read():
    file = io.BytesIO(b'{"text": "One."}\n' * 1000)
    next(line_reports(file, PATH, published=None, most=10_000))
    assert file.tell() < 100


@given(st.binary())
def test_any_bytes(content):
    for found in read(content):
        assert isinstance(found, Refusal) or found.text
