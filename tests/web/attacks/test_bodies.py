"""Bodies that are too large, whether they say so or not."""

from itertools import repeat

import pytest
from fastapi import Request
from guarded import desk, raw, sign_in, with_accounts

from onrecord.web.guard import needs

MOST = 1000


def takes(app):
    @app.post("/take", dependencies=[needs("editor")])
    async def take(request: Request):
        return len(await request.body())

    @app.post("/form", dependencies=[needs("editor")])
    async def form(request: Request):
        return len(await request.form())


@pytest.fixture
def client(place):
    with desk(place, add=takes, body=MOST) as client:
        yield client


def test_what_fits_is_taken(client):
    assert client.post("/take", content=b"x" * MOST).json() == MOST
    assert client.post("/take", content=repeat(b"x" * 100, 10)).json() == MOST


def test_what_says_that_it_is_too_large_is_not_read(client):
    answer = client.post("/take", content=b"x" * (MOST + 1))
    assert answer.status_code == 413
    assert "More than 1,000 bytes" in answer.text


@pytest.mark.parametrize("path", ["/take", "/form"])
def test_what_does_not_say_so_is_stopped(client, path):
    headers = {"Content-Type": "multipart/form-data; boundary=b"} if path == "/form" else {}
    content = b'--b\r\nContent-Disposition: form-data; name="a"; filename="a"\r\n\r\n' + b"x" * 2000
    pieces = (content[start : start + 100] for start in range(0, len(content), 100))
    assert client.post(path, content=pieces, headers=headers).status_code == 413


@pytest.mark.parametrize("length", ["-1", "1e9", "9" * 19, "9" * 400, "0x10", "x"])
def test_a_length_that_is_none_is_refused(client, length):
    head = ["POST /take HTTP/1.1", "Host: 127.0.0.1", f"Content-Length: {length}"]
    assert raw(client, head) in {400, 413}


def test_two_lengths_are_none(client):
    lengths = [f"Content-Length: {length}" for length in (1, 2000)]
    assert raw(client, ["POST /take HTTP/1.1", "Host: 127.0.0.1", *lengths], b"x") in {400, 413}


def test_who_has_not_signed_in_sends_no_more_than_others(place):
    with_accounts(place, "reader")
    with desk(place, body=MOST) as client:
        assert sign_in(client, "reader", "/" + "x" * 2000).status_code == 413
