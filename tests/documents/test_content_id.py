"""What the id of a report depends on."""

import json

import pytest

from onrecord.documents import open_reports, report

TEXT = "Envoy flies to Juba\n\nHe flew on Monday."
KNOWN = {
    "title": "Envoy flies to Juba",
    "publisher": "The Courier",
    "url": "https://courier.example/juba",
    "published": "2021-05-03",
}


def test_known_answer():
    assert report("Talks failed.").id == (
        "acc878edb6655000d5605d5840f9bb8ae111df4d94c6207c23254a83dce72a4f"
    )


@pytest.mark.parametrize("field", sorted(KNOWN))
def test_what_is_known_of_the_publication_counts(field):
    assert report(TEXT, **KNOWN).id != report(TEXT, **{**KNOWN, field: "2020-01-01"}).id


def test_the_way_in_does_not_count(tmp_path):
    header = "".join(f"{name}: {value}\n" for name, value in KNOWN.items())
    (tmp_path / "a.txt").write_text(f"{header}\n{TEXT}\n", "utf-8")
    (tmp_path / "b.jsonl").write_text(json.dumps({"text": TEXT, "id": "7", **KNOWN}), "utf-8")
    (tmp_path / "c.html").write_text(
        f"""<html lang="en"><head><title>{KNOWN["title"]}</title>
        <meta property="og:site_name" content="{KNOWN["publisher"]}">
        <meta property="article:published_time" content="2021-05-03T10:00:00Z">
        <link rel="canonical" href="{KNOWN["url"]}"></head>
        <body><article><h1>{KNOWN["title"]}</h1><p>He flew on Monday.</p></article></body>""",
        "utf-8",
    )
    ids = {found.id for found in open_reports(tmp_path)}
    assert ids == {report(TEXT, **KNOWN).id}


def test_white_space_and_the_form_of_the_date_do_not_count():
    loose = {"title": " Envoy flies\nto Juba", "publisher": "The  Courier"}
    loose |= {"url": KNOWN["url"] + " ", "published": "2021-05-03T23:59:00+03:00"}
    assert report(TEXT, **loose).id == report(TEXT, **KNOWN).id
    assert report("Talks failed.", title="", url="").id == report("Talks failed.").id
