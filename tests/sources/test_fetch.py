"""Fetching: what is given back, what is refused, and how long it takes to say so."""

import gzip
import time

import pytest

from onrecord.sources import Fetcher, FetchError, networks

TEXT = "Five ministers met on Monday."


def reason(fetcher, url):
    with pytest.raises(FetchError) as error:
        fetcher.fetch(url)
    assert str(error.value).isprintable()
    return str(error.value)


def test_a_page(site, fetcher):
    site.put("/a", TEXT, Content_Type="text/plain", ETag='"1"', Last_Modified="Mon, 03 May 2021")
    found = fetcher.fetch(f"{site.url}/a")
    assert (found.content, found.media, found.url) == (TEXT.encode(), "text/plain", f"{site.url}/a")
    assert (found.etag, found.modified) == ('"1"', "Mon, 03 May 2021")
    assert site.asked[-1][1]["User-Agent"].startswith("onrecord/1.0 ")
    assert fetcher.fetch(f"{site.url}/a", etag='"1"').content is None


def test_redirects_are_followed(site, fetcher):
    site.put("/a", status=302, Location="/b")
    site.put("/b", status=301, Location=f"{site.url}/c")
    site.put("/c", TEXT)
    assert fetcher.fetch(f"{site.url}/a").url == f"{site.url}/c"


@pytest.mark.parametrize(
    ("target", "words"),
    [
        ("/a", "more than 10 redirects"),
        ("http://127.0.0.2/", "not on the public internet"),
        ("http://[::1]/", "not on the public internet"),
        ("http://169.254.169.254/latest/meta-data", "not on the public internet"),
        ("http://[64:ff9b::7f00:1]/", "not on the public internet"),
        ("file:///etc/passwd", "only http and https"),
        ("ftp://x.example/", "only http and https"),
        ("http://user:word@127.0.0.1/", "with a password"),
        ("http://[", "not an address"),
    ],
)
def test_every_redirect_is_checked(site, fetcher, target, words):
    site.put("/a", status=302, Location=target)
    assert words in reason(fetcher, f"{site.url}/a")


def test_ten_thousand_redirects(site, fetcher):
    for number in range(10_000):
        site.put(f"/{number}", status=307, Location=f"/{number + 1}")
    assert reason(fetcher, f"{site.url}/0") == "more than 10 redirects"
    assert len(site.paths()) == 11


def test_a_name_is_resolved_once_for_each_request(site, names, waits):
    port = site.url.rpartition(":")[2]
    names["twice.example"] = [["127.0.0.1"], ["127.0.0.1"], ["10.0.0.1"]]
    site.put("/a", TEXT)
    fetcher = Fetcher("1.0", networks("127.0.0.1"), sleep=waits.append)
    assert fetcher.fetch(f"http://twice.example:{port}/a").content == TEXT.encode()
    assert "10.0.0.1" in reason(fetcher, f"http://twice.example:{port}/a")


@pytest.mark.parametrize(
    ("status", "words"),
    [
        (401, "needs a login"),
        (402, "needs a subscription"),
        (403, "needs a login, or refuses robots"),
        (404, "not found"),
        (410, "gone"),
        (418, "says 418"),
        (451, "withheld for legal reasons"),
    ],
)
def test_answers_that_are_no_pages(site, fetcher, status, words):
    site.put("/a", status=status)
    assert words in reason(fetcher, f"{site.url}/a")


def test_a_busy_server_is_asked_again_when_it_says(site, fetcher, waits):
    site.then("/a", status=429, Retry_After="7")
    site.then("/a", status=503)
    site.then("/a", TEXT)
    assert fetcher.fetch(f"{site.url}/a").content == TEXT.encode()
    assert [wait for wait in waits if wait > 1] == [7.0, 4.0]


def test_a_server_in_trouble_is_left_alone_after_four_tries(site, fetcher):
    site.put("/a", status=500)
    assert reason(fetcher, f"{site.url}/a") == "the server is in trouble (500)"
    assert len(site.paths()) == 4


def test_a_long_pause_is_not_waited_for(site, fetcher, waits):
    site.put("/a", status=429, Retry_After="86400")
    assert reason(fetcher, f"{site.url}/a") == "asks for a pause of 86400 seconds"
    assert max(waits, default=0) <= 1


def test_one_host_is_asked_once_a_second(site, waits):
    site.put("/a", TEXT)
    fetcher = Fetcher("1.0", networks("127.0.0.1"), clock=lambda: 100.0, sleep=waits.append)
    for _ in range(3):
        fetcher.fetch(f"{site.url}/a")
    assert waits == [1.0, 1.0, 1.0]  # the first wait is for the page behind robots.txt


def test_robots(site, fetcher, waits):
    site.put("/robots.txt", "User-agent: *\nDisallow: /private/*.html$\nCrawl-delay: 5")
    site.put("/private/a.html", TEXT)
    site.put("/open", TEXT)
    assert reason(fetcher, f"{site.url}/private/a.html") == "the site's robots.txt forbids it"
    fetcher.fetch(f"{site.url}/open")
    fetcher.fetch(f"{site.url}/open")
    assert max(waits) > 4
    site.put("/in", status=302, Location="/private/a.html")
    assert reason(fetcher, f"{site.url}/in") == "the site's robots.txt forbids it"


def test_robots_that_cannot_be_had(site, fetcher):
    site.put("/robots.txt", status=503)
    assert reason(fetcher, f"{site.url}/a") == "the site's robots.txt cannot be had (503)"
    assert site.paths() == []


def drip(handler):
    handler.wfile.write(b"HTTP/1.0 200 OK\r\n\r\n")
    for _ in range(2_000):
        handler.wfile.write(b"a")
        time.sleep(0.02)


def drip_heads(handler):
    handler.wfile.write(b"HTTP/1.0 200 OK\r\n")
    for number in range(2_000):
        handler.wfile.write(f"X-{number % 50}: a\r\n".encode())
        time.sleep(0.05)


def endless_heads(handler):
    handler.wfile.write(b"HTTP/1.0 200 OK\r\n" + b"X-A: b\r\n" * 100_000)


def cut(handler):
    handler.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Length: 9000\r\n\r\nTalks")


def nothing(handler):
    handler.connection.close()


def noise(handler):
    handler.wfile.write(b"\x00\xff" * 2_000)


def bad_chunks(handler):
    handler.wfile.write(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nTalks\r\n")


BOMB = gzip.compress(b"a" * 100_000_000, 1)


def bomb(handler):
    handler.wfile.write(b"HTTP/1.0 200 OK\r\nContent-Encoding: gzip\r\n\r\n" + BOMB)


def no_gzip(handler):
    handler.wfile.write(b"HTTP/1.0 200 OK\r\nContent-Encoding: gzip\r\n\r\nTalks failed.")


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (drip, "takes more than 2 seconds"),
        (drip_heads, "takes more than 2 seconds|no connection"),
        (endless_heads, "no connection"),
        (cut, "its answer was cut off"),
        (nothing, "no connection"),
        (noise, "no connection"),
        (bad_chunks, "its answer was cut off|no connection"),
        (bomb, "larger than 50 MB"),
        (no_gzip, "its answer cannot be unpacked"),
    ],
    ids=lambda value: getattr(value, "__name__", None),
)
def test_hostile_servers(site, waits, answer, words):
    seconds = 2 if answer in {drip, drip_heads} else 60
    fetcher = Fetcher("1.0", networks("127.0.0.1"), seconds=seconds, sleep=waits.append)
    site.put("/a", answer)
    assert reason(fetcher, f"{site.url}/a") in words.split("|")


def test_nobody_there(fetcher):
    assert reason(fetcher, "http://127.0.0.1:9/") == "no connection"
    assert reason(fetcher, "http://no-such-host.invalid/").startswith(("no such host", "no-such"))
