"""HTML pages: the article, its headline, and what the page declares."""

import json
import textwrap
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.documents import Refusal, bytes_reports, open_reports

GOLD = Path(__file__).resolve().parents[2].parent / "shared" / "gold"
BODY = """
<p>Five ministers of the coast met on Monday, 13 October 2014, and agreed on a plan for the
island.</p><p>Two hundred officers are to go there in May 2019, the host said after the talks.</p>
<ul><li>Togo: one company</li><li>Benin: two lorries</li></ul>
<p>They said that the money would come from a fund which holds ten million dollars so far.</p>"""


def page(head="", top="", tail="", url=""):
    return read(
        f"""<!doctype html><html lang="en-GB"><head><title>Ministers meet in Praia - The Courier
        </title>{head}{f'<link rel="canonical" href="{url}">' if url else ""}</head>
        <body><nav><a href="/">Home</a><a href="/x">News</a></nav>
        <article><h1>Ministers meet in Praia</h1>{top}{BODY}</article>{tail}
        <footer>© 2024 The Courier. All rights reserved</footer></body></html>"""
    )


def read(html, published=None):
    (found,) = bytes_reports(html.encode(), Path("a.html"), published=published)
    return found


def meta(name, content, key="property"):
    return f'<meta {key}="{name}" content="{content}">'


def linked(**data):
    return f'<script type="application/ld+json">{json.dumps(data)}</script>'


def test_article():
    found = page()
    assert found.title == "Ministers meet in Praia"
    assert found.language == "en"
    assert (found.published, found.publisher, found.url) == (None, None, None)
    assert found.text.startswith("Ministers meet in Praia\n\nFive ministers of the coast met on")
    assert found.text.endswith("so far.")
    assert "talks.\n\n- Togo: one company\n- Benin: two lorries\n\nThey said" in found.text
    assert [block.role for block in found.blocks] == ["headline", *["body"] * 5]


def test_headline_outside_the_article_is_put_first():
    found = read(
        "<html><head><title>Ministers meet in Praia</title></head><body>"
        f"<header><h1>Ministers meet in Praia</h1></header><article>{BODY}</article>"
    )
    assert found.text.startswith("Ministers meet in Praia\n\nFive ministers")
    assert found.text.count("Ministers meet in Praia") == 1
    assert found.blocks[0].role == "headline"


def test_headline_under_a_kicker_is_put_first_and_not_repeated():
    found = read(
        "<html><head><meta property='og:title' content='Praia: the ministers’ plan'></head><body>"
        f"<article><p>Coast</p><h1>Ministers meet in Praia</h1>{BODY}</article>"
    )
    assert found.title == "Ministers meet in Praia"
    assert found.text.startswith("Ministers meet in Praia\n\nCoast\n\nFive ministers")
    assert found.text.count("Ministers meet in Praia") == 1


@pytest.mark.parametrize(("start", "end"), [("<pre>", "\n"), ("<p>", "<br>\n"), ("<p>", "\n")])
def test_lines_wrapped_by_hand_are_joined(start, end):
    sentence = (
        "The mission said on Monday that it had taken over the two camps in the north from the "
        "army, which is to leave the region by the end of May, after eleven years there."
    )
    found = read(
        "<html><head><title>Camps taken over</title></head><body><h1>Camps taken over</h1>"
        f"{start}{end.join(textwrap.wrap(sentence, 66))}"
    )
    assert found.text == f"Camps taken over\n\n{sentence}"


def test_tables_lose_their_frames():
    found = read(
        f"<html><head><title>Pledges</title></head><body><article><h1>Pledges</h1>{BODY}"
        "<table><tr><th>State</th><th>Officers</th></tr><tr><td>Togo</td><td>200</td></tr></table>"
    )
    assert found.text.endswith("State | Officers\n\nTogo | 200")


@pytest.mark.parametrize(
    ("where", "day"),
    [
        ({"head": meta("article:published_time", "2021-05-03T23:30:00-05:00")}, "2021-05-03"),
        ({"head": meta("DC.date.issued", "2021-05-03", "name")}, "2021-05-03"),
        ({"head": meta("datePublished", "2021-05-03", "itemprop")}, "2021-05-03"),
        ({"head": linked(datePublished="2021-05-03T08:00:00Z")}, "2021-05-03"),
        ({"head": linked(**{"@graph": [{"datePublished": "2021-05-03"}]})}, "2021-05-03"),
        ({"top": '<time datetime="2021-05-03T10:00:00Z">3 May</time>'}, "2021-05-03"),
        ({"top": '<span itemprop="datePublished" content="2021-05-03">x</span>'}, "2021-05-03"),
        ({"url": "https://courier.example/2021/05/03/praia"}, "2021-05-03"),
        ({"url": "https://courier.example/1234/56/78/praia"}, None),
        ({"head": meta("article:modified_time", "2021-05-03")}, None),
        ({"head": meta("article:published_time", "2021-02-31T10:00:00Z")}, None),
        ({"head": meta("article:published_time", "20245-01-01")}, None),
        ({"head": linked(dateModified="2021-05-03")}, None),
        ({"head": '<script type="application/ld+json">{"datePublished": </script>'}, None),
        ({"tail": '<aside><time datetime="2020-01-01">1 January</time></aside>'}, None),
        ({"top": '<aside><time datetime="2020-01-01">1 January</time></aside>'}, None),
        ({"tail": '<article><time datetime="2020-01-01">x</time></article>'}, None),
    ],
    ids=str,
)
def test_published(where, day):
    assert page(**where).published == day


def test_the_day_of_publication_wins_over_that_of_a_change():
    head = meta("article:modified_time", "2022-01-01")
    assert page(head + meta("article:published_time", "2021-05-03")).published == "2021-05-03"


def test_given_date_fills_only_what_has_none():
    html = f"<html><body><article><h1>Talks</h1>{BODY}</article>"
    assert read(html, published="2020-02-02").published == "2020-02-02"
    dated = html.replace("<body>", meta("date", "2021-05-03", "name") + "<body>")
    assert read(dated, published="2020-02-02").published == "2021-05-03"


def test_publisher_and_address():
    found = page(meta("og:site_name", "The Courier"), url="https://courier.example/praia")
    assert (found.publisher, found.url) == ("The Courier", "https://courier.example/praia")
    assert page(linked(publisher={"name": "The Courier"})).publisher == "The Courier"
    assert page(linked(publisher={"name": ["x"]})).publisher is None


@pytest.mark.parametrize(
    "html",
    [
        "<html><body>" + "<div>" * 20_000 + BODY,
        "<html><body><article>" + "<b>" * 5_000 + BODY,
        "<html><body><article>" + "<blockquote>" * 3_000 + BODY,
        "<html><body><article>" + "<ul><li>" * 3_000 + BODY,
        "<html><body>" + "<table><tr><td>" * 500 + BODY,
        "<html><body>" + "<" * 100_000,
        "<html><body><p class='" + "x" * 100_000,
        "<html><body><article><p>Five <b>ministers</p></i><<<>>& <p" + BODY + '<p class="',
        "<html><head>" + linked(a=1).replace("1", "[" * 50_000) + "</head><body>" + BODY,
        "<?xml version='1.0' encoding='utf-8'?><html><body>" + BODY,
        "<html>" + "<!--" * 10_000,
        "<html lang='x'><title></title><h1></h1>",
        "<html><frameset><frame src='a'></frameset></html>",
        "<html><body>\x07\x0b" + BODY + "&#0;&#xD800;&#x110000;",
    ],
    ids=range(14),
)
def test_broken_pages(html):
    found = read(html)
    assert isinstance(found, Refusal) or found.text.strip()


@settings(max_examples=60, deadline=None)
@given(st.text(), st.text())
def test_any_page(head, body):
    found = read(f"<html><head>{head}</head><body><p>{body}")
    assert isinstance(found, Refusal) or found.text == found.text.strip("\n")


@pytest.mark.skipif(not GOLD.exists(), reason="the development gold lies beside the checkout")
def test_pages_of_the_gold():
    """Pages give the sentences, title and date of the plain texts; twice-given lines once."""
    known = json.loads((GOLD / "meta.json").read_text("utf-8"))
    for path in sorted((GOLD / "html").glob("*.html")):
        (found,) = open_reports(path)
        text = (GOLD / "texts" / f"{path.stem}.txt").read_text("utf-8")
        assert lines(found.text) == lines(text), path.stem
        assert found.title == known[path.stem]["title"]
        assert found.published == known[path.stem]["published"]


def lines(text):
    bare = [" ".join(line.split()).lstrip("•- ") for line in text.split("\n") if line.strip()]
    return [line for number, line in enumerate(bare) if line not in bare[number - 1 : number]]
