"""Any bytes under any name, and good files with damage: a report or a line, never an exception."""

from email.message import EmailMessage
from pathlib import Path

import made
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from inputs import TALKS, body

from onrecord.documents import Refusal, bytes_reports

SUFFIXES = (
    "", ".txt", ".md", ".html", ".pdf", ".docx", ".jsonl", ".json", ".csv", ".eml", ".zip", ".warc",
    ".warc.gz",
)  # fmt: skip


def mail():
    message = EmailMessage()
    message["Subject"] = "Talks"
    message.set_content(TALKS)
    message.add_attachment(b"x", maintype="text", subtype="plain", filename="a.txt")
    return message.as_bytes()


GOOD = {
    "a.pdf": made.pdf([made.column(72, 700, TALKS, 40)]),
    "a.docx": body(f"<w:p><w:r><w:t>{TALKS}</w:t></w:r></w:p>"),
    "a.zip": made.zipped(a_txt=TALKS, b_txt=TALKS),
    "a.warc.gz": made.warc(("https://x.example", "text/plain", TALKS.encode())),
    "a.warc": made.warc(("https://x.example", "text/plain", TALKS.encode()), packed=False),
    "a.eml": mail(),
    "a.json": f'[{{"text": "{TALKS}", "title": "Talks"}}]'.encode(),
    "a.csv": f"title,text\nTalks,{TALKS}\n".encode(),
    "a.md": f"# Talks\n\n- {TALKS}\n\n| a | b |\n|---|---|\n| 1 | 2 |\n".encode(),
}


def holds(content, name):
    for found in bytes_reports(content, Path(name)):
        if isinstance(found, Refusal):
            assert str(found).isprintable()
        else:
            end = 0
            for block in found.blocks:
                assert end <= block.span.start < block.span.end <= len(found.text)
                end = block.span.end
            found.text.encode()


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=400), st.sampled_from(SUFFIXES))
def test_any_bytes(content, suffix):
    holds(content, f"a{suffix}")


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=300), st.sampled_from((*SUFFIXES[:4], ".csv", ".json")))
def test_any_text(text, suffix):
    holds(text.encode("utf-8", "replace"), f"a{suffix}")


@pytest.mark.parametrize("name", GOOD)
@settings(max_examples=8, deadline=None)
@given(data=st.data())
def test_damaged_files(name, data):
    content = bytearray(GOOD[name])
    for _ in range(data.draw(st.integers(1, 6))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    holds(bytes(content[: data.draw(st.integers(1, len(content)))]), name)
    holds(bytes(content), name)
