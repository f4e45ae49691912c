"""`onrecord watch`, driven by a server on the loopback: after each look the record is right."""

import pytest

from onrecord import reading
from onrecord.cli.app import run
from onrecord.sources import fetch
from onrecord.store import open_record

WORDS = "{} said on Monday that it would send {} officers to the mission in Fiji."


@pytest.fixture
def look(site, tmp_path, monkeypatch, capsys):
    """Looks once at the site's feed; gives exit code and the last line."""
    monkeypatch.setenv("ONRECORD_NETWORKS", "127.0.0.1")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    monkeypatch.setattr(fetch, "_PAUSE", 0.0)
    monkeypatch.setattr(fetch, "_FIRST_WAIT", 0.01)

    def call():
        code = run(["watch", f"{site.url}/feed", "--once", "--record", str(tmp_path / "r.db")])
        lines = capsys.readouterr().err.splitlines()
        assert all(line.startswith("onrecord: ") for line in lines)
        return code, [line.removeprefix("onrecord: ") for line in lines]

    return call


@pytest.fixture
def kept(tmp_path):
    """The texts on the record."""

    def call():
        with open_record(tmp_path / "r.db") as records:
            return sorted(reading.report.text.split("\n\n")[-1] for reading in records.readings())

    return call


def article(site, path, state, number, etag=None):
    heads = {"Content_Type": "text/html"} | ({"ETag": etag} if etag else {})
    site.put(
        path,
        f"<html><body><article><h1>Pledge of {state}</h1><p>{WORDS.format(state, number)}</p>"
        "</article></body></html>",
        **heads,
    )


def feed(site, *entries, etag=None):
    rows = "".join(
        f"<item><link>{path}</link><pubDate>{day}</pubDate></item>" for path, day in entries
    )
    heads = {"ETag": etag} if etag else {}
    site.put("/feed", f"<rss><channel>{rows}</channel></rss>", **heads)


MAY = "Mon, 03 May 2021 10:00:00 GMT"
JUNE = "Thu, 03 Jun 2021 10:00:00 GMT"


def test_new_items_are_added_and_dated(site, look, kept, tmp_path):
    article(site, "/1", "Togo", 20)
    feed(site, ("/1", MAY))
    assert look() == (0, ["1 added"])
    article(site, "/2", "Benin", 30)
    feed(site, ("/2", JUNE), ("/1", MAY))
    assert look() == (0, ["1 added"])
    assert kept() == [WORDS.format("Benin", 30), WORDS.format("Togo", 20)]
    with open_record(tmp_path / "r.db") as records:
        reports = [reading.report for reading in records.readings()]
    assert sorted(report.published for report in reports) == ["2021-05-03", "2021-06-03"]
    assert sorted(report.url for report in reports) == [f"{site.url}/1", f"{site.url}/2"]


def test_what_has_not_changed_is_not_fetched(site, look):
    article(site, "/1", "Togo", 20)
    feed(site, ("/1", MAY), etag='"1"')
    look()
    site.asked.clear()
    assert look() == (0, ["0 added"])
    assert site.paths() == ["/feed"]


def test_a_changed_article_becomes_a_new_version(site, look, kept):
    article(site, "/1", "Togo", 20, etag='"1"')
    feed(site, ("/1", MAY))
    look()
    feed(site, ("/1", JUNE))  # the feed says that it has changed, the server that it has not
    assert look() == (0, ["0 added"])
    article(site, "/1", "Togo", 25, etag='"2"')
    feed(site, ("/1", MAY))
    assert look() == (0, ["0 added, 1 new version of a known one"])
    assert kept() == [WORDS.format("Togo", 20), WORDS.format("Togo", 25)]


def test_a_busy_server_is_asked_again(site, look, kept):
    site.then("/1", status=429, Retry_After="0")
    site.then("/1", status=500)
    site.then("/1", f"<html><body><article><p>{WORDS.format('Togo', 20)}</p>")
    feed(site, ("/1", MAY))
    assert look() == (0, ["1 added"])
    assert kept() == [WORDS.format("Togo", 20)]


def test_a_failed_article_is_asked_for_the_next_time(site, look, kept):
    site.put("/1", status=500)
    article(site, "/2", "Benin", 30)
    feed(site, ("/1", MAY), ("/2", MAY), etag='"1"')
    code, lines = look()
    assert (code, lines[0]) == (1, f"{site.url}/1: the server is in trouble (500)")
    assert lines[-1] == "1 added, 1 failed"
    article(site, "/1", "Togo", 20)
    assert look() == (0, ["1 added"])
    assert kept() == [WORDS.format("Benin", 30), WORDS.format("Togo", 20)]


def test_a_vanished_feed_loses_nothing(site, look, kept):
    article(site, "/1", "Togo", 20)
    feed(site, ("/1", MAY))
    look()
    site.put("/feed", status=410)
    assert look() == (1, [f"{site.url}/feed: gone", "0 added, 1 failed"])
    feed(site, ("/1", MAY))
    assert look() == (0, ["0 added"])
    assert kept() == [WORDS.format("Togo", 20)]


def test_an_interrupted_look_loses_no_article(site, look, kept, monkeypatch):
    for number in (1, 2, 3):
        article(site, f"/{number}", "Togo", 20 + number)
    feed(site, *((f"/{number}", MAY) for number in (1, 2, 3)), etag='"1"')
    real = reading.read

    def interrupted(report):
        if "22" in report.text:
            raise KeyboardInterrupt
        return real(report)

    with monkeypatch.context() as patch:
        patch.setattr("onrecord.reading.read", interrupted)
        assert look() == (130, ["1 added"])
    assert look() == (0, ["2 added"])
    assert kept() == [WORDS.format("Togo", number) for number in (21, 22, 23)]


def test_a_broken_state_is_named(site, look, tmp_path):
    feed(site)
    (tmp_path / "r.db.watch.json").write_text("{")
    code, (line,) = look()
    assert code == 1
    assert line.endswith("is no state of onrecord watch: remove it to begin anew")


def test_a_sitemap_of_sitemaps(site, look):
    site.put("/feed", "<sitemapindex><sitemap><loc>/more</loc></sitemap></sitemapindex>")
    site.put("/more", "<urlset><url><loc>/1</loc></url></urlset>")
    article(site, "/1", "Togo", 20)
    assert look() == (0, ["1 added"])
