"""Word, mail, Markdown, sheets, archives: text and what is known, exact."""

import gzip
import json
from email.message import EmailMessage
from pathlib import Path

import docx
import made
import pytest

from onrecord.documents import Refusal, bytes_reports

TEXT = "Five ministers of the coast met on Monday."
PAGE = f"<html><body><article><h1>Ministers meet in Praia</h1><p>{TEXT}</p></article></body></html>"


def read(content, name, **known):
    content = content if isinstance(content, bytes) else content.encode()
    return list(bytes_reports(content, Path(name), **known))


def one(content, name, **known):
    (found,) = read(content, name, **known)
    return found


def ways(found):
    return {one.name: (one.value, one.way) for one in found.declared}


def statement(document):
    document.add_heading("Ministers meet in Praia", 0)
    document.add_paragraph(TEXT)
    for words in ("Togo: one company", "Benin: two lorries"):
        document.add_paragraph(words, style="List Bullet")
    table = document.add_table(2, 2)
    for cell, words in zip(table._cells, ("State", "Officers", "Togo", "200"), strict=True):  # noqa: SLF001
        cell.text = words
    document.sections[0].header.paragraphs[0].text = "Draft of 3 May"
    document.add_paragraph("They left.")


def test_word():
    found = one(made.word(statement, author="A. Writer", title="Template"), "a.docx")
    assert found.text == (
        f"Ministers meet in Praia\n\n{TEXT}\n\n- Togo: one company\n- Benin: two lorries\n\n"
        "State | Officers\n\nTogo | 200\n\nThey left."
    )
    assert found.title == "Ministers meet in Praia"
    assert ways(found) == {
        "title": ("Ministers meet in Praia", "style Title"),
        "author": ("A. Writer", "document author"),
    }


def test_changes_and_text_boxes_in_word():
    space = (
        'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
        'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    )
    run = "<w:r><w:t xml:space='preserve'>{}</w:t></w:r>"
    box = f"<w:txbxContent><w:p>{run.format('In a box.')}</w:p></w:txbxContent>"

    def build(document):
        paragraph = document.add_paragraph("Togo sends ")._p  # noqa: SLF001
        for xml in (
            f"<w:del {space}><w:r><w:delText>20</w:delText></w:r></w:del>",
            f"<w:ins {space}>{run.format('30')}</w:ins>",
            f"<w:moveFrom {space}>{run.format(' soon')}</w:moveFrom>",
            (
                f"<w:r {space}><mc:AlternateContent><mc:Choice>{box}</mc:Choice>"
                f"<mc:Fallback>{box}</mc:Fallback></mc:AlternateContent></w:r>"
            ),
            f"<w:r {space}><w:t xml:space='preserve'> officers.</w:t></w:r>",
        ):
            paragraph.append(docx.oxml.parse_xml(xml))

    assert one(made.word(build), "a.docx").text == "Togo sends 30 officers.\n\nIn a box."


def mail(html=None, **heads):
    message = EmailMessage()
    for name, value in heads.items():
        message[name] = value
    message.set_content(f"{TEXT}\n-- \nThe Press Desk")
    if html:
        message.add_alternative(html, subtype="html")
    return message


HEADS = {
    "Subject": "Réunion: ministers meet in Praia",
    "From": "Press Desk <press@desk.example>",
    "Date": "Mon, 03 May 2021 23:30:00 -0500",
}


def test_mail():
    found = one(mail(**HEADS, html="<p>Other words.</p>").as_bytes(), "a.eml")
    assert (found.text, found.title) == (TEXT, HEADS["Subject"])
    assert (found.publisher, found.published) == ("Press Desk", "2021-05-03")
    assert {name: way for name, (_, way) in ways(found).items()} == {
        "title": "Subject",
        "publisher": "From",
        "published": "Date",
    }


def test_mail_in_html_alone():
    message = EmailMessage()
    message["Subject"] = HEADS["Subject"]
    message.set_content(f"<div dir=ltr>{TEXT}<br><br>They left on Tuesday.</div>", subtype="html")
    found = one(message.as_bytes(), "a.eml")
    assert found.title == HEADS["Subject"]
    assert found.text.endswith(f"{TEXT}\n\nThey left on Tuesday.")


def test_attachments_are_reports_of_their_own():
    message = mail(**HEADS)
    message.add_attachment(
        made.word(statement), maintype="application", subtype="octet-stream", filename="a.docx"
    )
    message.add_attachment(b"\x89PNG", maintype="image", subtype="png", filename="logo.png")
    text, attached = read(message.as_bytes(), "a.eml")
    assert text.path == "a.eml"
    assert (attached.path, attached.title) == ("a.eml/a.docx", "Ministers meet in Praia")


def test_a_page_saved_as_one_file():
    saved = (
        "From: <Saved by Browser>\nSnapshot-Content-Location: https://courier.example/praia\n"
        "Subject: Ministers\nDate: Tue, 4 Jun 2030 10:00:00 -0000\nMIME-Version: 1.0\n"
        'Content-Type: multipart/related; boundary="b"\n\n--b\nContent-Type: text/html\n'
        f"Content-Location: https://courier.example/praia\n\n{PAGE}\n--b--\n"
    )
    found = one(saved, "a.mhtml")
    assert (found.title, found.url) == ("Ministers meet in Praia", "https://courier.example/praia")
    assert found.published is None  # the day of saving is not that of publication


MARKDOWN = """---
title: "Ministers meet"
date: 2021-05-03
---
# Ministers *meet*

Five **ministers** met,
[said the host](https://x.example). ![a photo](p.png)

- Togo: one
- Benin: two
  lorries

> “We will go,” he said.

| State | Officers |
|-------|----------|
| Togo  | 200      |
"""


def test_markdown():
    found = one(MARKDOWN, "a.md")
    assert found.text == (
        "Ministers meet\n\nFive ministers met, said the host.\n\n- Togo: one\n- Benin: two lorries"
        "\n\n“We will go,” he said.\n\nState | Officers\n\nTogo | 200"
    )
    assert (found.title, found.published) == ("Ministers meet", "2021-05-03")
    assert one(f"Published: 2021-05-03\n\n{TEXT}", "a.md").published == "2021-05-03"


@pytest.mark.parametrize(
    "fields",
    [
        {"text": TEXT, "title": "Talks", "published": "2021-05-03", "publisher": "The Courier"},
        {"maintext": TEXT, "title": "Talks", "date_publish": "2021-05-03 10:00:00",
         "source_domain": "The Courier"},
        {"content": TEXT, "title": "Talks", "publishedAt": "2021-05-03T10:00:00Z",
         "source": {"id": None, "name": "The Courier"}, "description": "Other"},
        {"Article Text": TEXT, "Headline": "Talks", "Publication Date": "2021-05-03",
         "Publication": "The Courier"},
        {"fields": {"body": TEXT, "title": "Talks", "source": [{"name": "The Courier"}],
                    "date": {"original": "2021-05-03T00:00:00+00:00"}}},
        {"body": [TEXT], "headline": {"main": "Talks"}, "pub_date": "2021-05-03T10:00:00+0000",
         "source": "The Courier"},
        {"content_html": f"<p>{TEXT}</p>", "title": "Talks", "date_published": "2021-05-03",
         "publisher": "The Courier"},
        {"@type": "NewsArticle", "articleBody": TEXT, "headline": "Talks",
         "datePublished": "2021-05-03", "publisher": {"name": "The Courier"}},
    ],
    ids=lambda fields: next(iter(fields)),
)  # fmt: skip
def test_fields_are_known_by_their_usual_names(fields):
    for found in (
        one(json.dumps(fields), "a.jsonl"),
        one(json.dumps([fields]), "a.json"),
        one(json.dumps({"status": "ok", "articles": [fields]}), "a.json"),
        one(json.dumps(fields), "a.json"),
    ):
        assert (found.text, found.title) == (TEXT, "Talks")
        assert (found.publisher, found.published) == ("The Courier", "2021-05-03")


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_sheets(separator):
    rows = [
        ["Date", "Headline", "Body", "Outlet"],
        ["2021-05-03", "Talks", f'"{TEXT}\n\nThey left, ""for good""."', "The Courier"],
        ["2021-05-04", "None", "", "The Courier"],
        ["2021-05-05", "More", TEXT, "The Courier"],
    ]
    content = "\r\n".join(separator.join(row) for row in rows)
    first, refused, last = read(content, "a.csv")
    assert first.text == f'{TEXT}\n\nThey left, "for good".'
    assert (first.title, first.publisher, first.published) == ("Talks", "The Courier", "2021-05-03")
    assert str(refused) == "a.csv, line 5: has no text"
    assert last.published == "2021-05-05"


def test_a_sheet_that_is_no_list_of_articles():
    assert (
        one("State,Officers\nTogo,200\n", "a.csv").reason
        == "its first row names no field for the text"
    )


def test_archives_are_read_as_folders():
    content = made.zipped(
        b__c_txt=TEXT, a_html=PAGE, _hidden=TEXT, README_txt=TEXT, x_bin=b"\x00", p_pdf=made.pdf(
            [made.column(72, 700, TEXT, 80)])
    )  # fmt: skip
    found = read(content, "all.zip")
    assert [f.path if not isinstance(f, Refusal) else str(f) for f in found] == [
        "all.zip/b/c.txt",
        "all.zip/a.html",
        "all.zip/x.bin: bin is not read",
        "all.zip/p.pdf",
    ]


def test_archives_in_archives():
    once = made.zipped(a_txt=TEXT)
    twice = made.zipped(once_zip=once)
    assert one(made.zipped(twice_zip=twice), "a.zip").text == TEXT
    deep = one(made.zipped(more_zip=made.zipped(twice_zip=twice)), "a.zip")
    assert deep.reason == "an archive in an archive in an archive is not opened"


@pytest.mark.parametrize("packed", [True, False])
def test_web_archives(packed):
    content = made.warc(
        ("https://x.example/1", "text/html; charset=utf-8", PAGE.encode()),
        ("https://x.example/p.png", "image/png", b"\x89PNG"),
        ("https://x.example/3", "text/plain", TEXT.encode()),
        packed=packed,
    )
    first, second = read(content, "a.warc.gz" if packed else "a.warc")
    assert (first.title, first.url) == ("Ministers meet in Praia", "https://x.example/1")
    assert ways(second) == {"url": ("https://x.example/3", "WARC-Target-URI")}
    missing = made.warc(("https://x.example", "text/html", b"no"), status="404 No")
    assert one(missing, "a.warc.gz").reason == "holds nothing that is read"


def test_media_types_count_more_than_names():
    assert one(TEXT, "latest", media="text/plain; charset=utf-8").text == TEXT
    assert one(f"<p></p>{PAGE}", "a.php", media="text/html").text.endswith(TEXT)
    assert one(made.pdf([made.column(72, 700, TEXT, 80)]), "x", media="text/html").text == TEXT
    assert one(TEXT, "a", media="image/png").text == TEXT
    assert one(gzip.compress(b"x"), "a.gz").reason == "gz is not read"


def test_a_text_that_speaks_of_pdf_files_is_a_text():
    words = "The minister's file began with %PDF-1.7, he said."
    assert one(words, "a.txt").text == words
