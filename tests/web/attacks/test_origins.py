"""Requests that another site sends, and names that lead to the desk by a trick."""

import httpx
import pytest
from fastapi import Request
from guarded import desk, raw, sign_in, with_accounts
from hypothesis import given
from hypothesis import strategies as st
from starlette.datastructures import Headers

from onrecord.web.guard import needs
from onrecord.web.guard.origins import host_of, is_own, safe_next

FROM_ELSEWHERE = [
    {"Origin": "https://evil.example"},
    {"Origin": "null"},
    {"Origin": ""},
    {"Origin": "http://127.0.0.1:1"},  # another port is another site
    {"Origin": "http://127.0.0.1.evil.example"},
    {"Origin": "file://"},
    {"Sec-Fetch-Site": "cross-site"},
    {"Sec-Fetch-Site": "same-site"},
    {"Sec-Fetch-Site": "cross-site", "Origin": "{own}"},
    {"Sec-Fetch-Site": "Same-Origin"},
]


@pytest.fixture
def changed():
    return []


@pytest.fixture
def client(place, changed):
    def changes(app):
        @app.api_route("/change", methods=["POST", "PUT", "DELETE"], dependencies=[needs("editor")])
        async def change(request: Request):
            changed.append(await request.body())

    with desk(place, add=changes) as client:
        yield client


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE"])
@pytest.mark.parametrize("headers", FROM_ELSEWHERE, ids=str)
def test_another_site_changes_nothing(client, changed, method, headers):
    own = str(client.base_url).rstrip("/")
    sent = {name: value.format(own=own) for name, value in headers.items()}
    assert client.request(method, "/change", headers=sent).status_code == 403
    assert changed == []


@pytest.mark.parametrize(
    "headers",
    [{}, {"Origin": "{own}"}, {"Sec-Fetch-Site": "same-origin"}, {"Sec-Fetch-Site": "none"}],
    ids=str,
)
def test_the_desk_itself_and_programs_may(client, changed, headers):
    own = str(client.base_url).rstrip("/")
    sent = {name: value.format(own=own) for name, value in headers.items()}
    assert client.post("/change", headers=sent).status_code == 200
    assert changed == [b""]


def test_nobody_is_signed_in_or_out_by_another_site(place):
    with_accounts(place, "reader")
    with desk(place) as client:
        assert sign_in(client, "reader", Origin="https://evil.example").status_code == 403
        sign_in(client, "reader")
        assert client.post("/logout", headers={"Origin": "null"}).status_code == 403
        assert client.get("/ledger").status_code == 200


@pytest.mark.parametrize(
    "host",
    [
        "evil.example", "evil.example:8765", "127.0.0.1.evil.example", "localhost.evil.example",
        "evil.example@127.0.0.1", "127.0.0.1@evil.example", "127.0.0.1/evil.example", "10.0.0.1",
        "localhost:x", "[::1", "", "127.0.0.1 evil.example", "127.0.0.1,evil.example",
    ],
)  # fmt: skip
@pytest.mark.parametrize("path", ["/ledger", "/static/desk.css", "/login"])
def test_the_desk_answers_to_its_own_names_only(client, host, path):
    answer = client.get(path, headers={"Host": host})
    assert answer.status_code in {400, 421}


@pytest.mark.parametrize(
    "hosts",
    [[], ["127.0.0.1", "evil.example"], ["evil.example", "127.0.0.1"], ["127.0.0.1"] * 2],
    ids=str,
)
def test_none_and_two_hosts_are_no_host(client, hosts):
    head = ["GET /ledger HTTP/1.1", *(f"Host: {host}" for host in hosts)]
    assert raw(client, head) in {400, 421}
    assert raw(client, [head[0].replace("1.1", "1.0"), *head[1:]]) in {400, 421}


@pytest.mark.parametrize("host", ["127.0.0.1:9", "localhost", "LOCALHOST:80", "[::1]:8765"])
def test_the_names_of_this_computer_are_its_own(client, host):
    assert client.get("/ledger", headers={"Host": host}).status_code == 200


@given(st.text())
def test_what_stands_for_a_host_is_a_host_or_none(netloc):
    assert host_of(netloc) is None or "/" not in (host_of(netloc) or "")


@given(
    st.text(st.characters(codec="latin-1")).filter(lambda site: site not in {"same-origin", "none"})
)
def test_what_a_browser_does_not_vouch_for_is_foreign(site):
    headers = Headers({"sec-fetch-site": site, "host": "h", "origin": "http://h"})
    assert is_own(headers) == (site in {"same-origin", "none"})


ONWARD = [
    "https://evil.example", "//evil.example", "///evil.example", "/\\evil.example",
    "\\\\evil.example", "javascript:alert(1)", "http:evil.example", "evil.example", "",
    "/\t/evil.example", "/\n/evil.example", "\t//evil.example", " //evil.example",
    "/ledger\r\nSet-Cookie: a=b", "data:text/html,x", "/\u2028/evil.example",
]  # fmt: skip


@pytest.fixture(scope="module")
def door(tmp_path_factory):
    place = tmp_path_factory.mktemp("desk") / "record.db"
    with_accounts(place, "reader")
    with desk(place) as client:
        yield client


@pytest.mark.parametrize("onward", ONWARD)
def test_signing_in_leads_nowhere_else(door, onward):
    answer = sign_in(door, "reader", onward)
    assert answer.status_code == 303
    assert answer.headers["location"] == "/"
    page = door.get("/login", params={"next": onward}).text
    assert 'name="next" value="/"' in page


@given(st.text())
def test_where_to_go_next_is_on_the_desk(path):
    there = httpx.URL("http://desk.example/").join(safe_next(path))
    assert (there.scheme, there.host) == ("http", "desk.example")


def test_a_slash_too_many_leads_nowhere_else(client):
    answer = client.get(client.base_url.copy_with(raw_path=b"//evil.example/"))
    there = httpx.URL(client.base_url).join(answer.headers.get("location", "/"))
    assert there.host == "127.0.0.1"
