"""Feeds and sitemaps: the articles that they name, and what is refused."""

import json

import pytest

from onrecord.sources import FetchError, items_of

URL = "https://courier.example/feed"
LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))


def items(text):
    return [(i.url, i.published, i.updated) for i in items_of(text.encode(), URL)]


def test_rss():
    assert items(
        """<?xml version="1.0"?><rss version="2.0"><channel><link>https://courier.example</link>
        <item><title>One</title><link>/1?a=b&amp;c=d</link>
        <pubDate>Mon, 03 May 2021 10:00:00 GMT</pubDate></item>
        <item><guid>https://courier.example/2</guid></item><item><title>No address</title></item>
        <item><link>/1?a=b&amp;c=d</link></item><item><link>javascript:alert(1)</link></item>
        </channel></rss>"""
    ) == [
        ("https://courier.example/1?a=b&c=d", "Mon, 03 May 2021 10:00:00 GMT", None),
        ("https://courier.example/2", None, None),
    ]


def test_atom():
    assert items(
        """<feed xmlns="http://www.w3.org/2005/Atom"><link href="/self" rel="self"/><entry>
        <link rel="replies" href="/r"/><link href="/1"/><published>2021-05-03T10:00:00Z</published>
        <updated>2021-05-04T10:00:00Z</updated></entry></feed>"""
    ) == [("https://courier.example/1", "2021-05-03T10:00:00Z", "2021-05-04T10:00:00Z")]


def test_json_feed():
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "items": [
            {"url": "/1", "date_published": "2021-05-03", "date_modified": "2021-05-04"},
            {"id": 7},
            3,
        ],
    }
    assert items(json.dumps(feed)) == [("https://courier.example/1", "2021-05-03", "2021-05-04")]


def test_sitemaps():
    space = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
    assert items(
        f"<urlset {space}><url><loc>/1</loc><lastmod>2021-05-03</lastmod></url></urlset>"
    ) == [("https://courier.example/1", None, "2021-05-03")]
    index = f"<sitemapindex {space}><sitemap><loc>/2.xml</loc></sitemap></sitemapindex>"
    (found,) = items_of(index.encode(), URL)
    assert found.is_feed


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "not a feed"),
        (b"Talks failed.", "not a feed"),
        (b"<html><body>x</body></html>", "not a feed"),
        (b"<rss><channel><item>", "not a feed"),
        (b'{"items": 7}', "not a feed"),
        (b'{"items": ' + b"[" * 90_000, "not a feed"),
        (f"<!DOCTYPE r [<!ENTITY l0 'ha'>{LAUGHS}]><rss>&l9;</rss>".encode(), "document type"),
        (b'<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss>&x;</rss>', "document type"),
        (b'<!DOCTYPE r SYSTEM "http://127.0.0.1/x.dtd"><rss></rss>', "document type"),
        (b"<rss>" + b" " * 11_000_000 + b"</rss>", "more than 10 MB"),
        (b"<?xml version='1.0' encoding='none'?><rss/>", "not a feed"),
        (b"<rss>\x00</rss>", "not a feed"),
    ],
    ids=range(12),
)
def test_what_is_no_feed(content, words):
    with pytest.raises(FetchError, match=words):
        items_of(content, URL)


def test_a_deep_feed():
    assert items_of(b"<rss>" + b"<a>" * 200_000 + b"</a>" * 200_000 + b"</rss>", URL) == []
