"""The guard before the desk: who gets in, and what every answer says."""

import re
import threading

import pytest
from fastapi import Request
from guarded import PASSWORD, desk, sign_in, with_accounts

from onrecord.web.desk import create_app
from onrecord.web.guard import Guard, NoAccountsError, needs, open_to_all, who
from onrecord.web.guard.accounts import BESIDE, SESSION, Accounts
from onrecord.web.guard.attempts import MOST
from onrecord.web.guard.headers import HEADERS
from onrecord.web.guard.roles import ROLES


def echo(app):
    """Routes that tell who asks, one for each need."""

    def told(request: Request):
        return {"name": who(request).name}

    app.get("/echo", dependencies=[needs("reader")])(told)
    app.post("/echo", dependencies=[needs("editor")])(told)


def test_who_sits_at_this_computer_is_an_editor(place, monkeypatch):
    monkeypatch.setenv("LOGNAME", "grace")
    with desk(place, add=echo) as client:
        assert client.get("/echo").json() == {"name": "grace"}
        assert client.post("/echo").status_code == 200


def test_other_computers_need_accounts(place):
    with pytest.raises(NoAccountsError, match=r"onrecord accounts add"):
        create_app(str(place), Guard(local=False))
    with_accounts(place, "reader")
    create_app(str(place), Guard(local=False))


def test_with_accounts_one_has_to_sign_in_also_at_this_computer(place):
    with_accounts(place)
    with desk(place, add=echo) as client:
        answer = client.get("/echo?since=2024&q=a%26b")
        assert answer.status_code == 303
        assert answer.headers["location"] == "/login?next=/echo%3Fsince%3D2024%26q%3Da%2526b"
        assert client.post("/echo").status_code == 401
        page = client.get(answer.headers["location"])
        assert 'value="/echo?since=2024&amp;q=a%26b"' in page.text
        answer = sign_in(client, "editor", "/echo?since=2024")
        assert answer.headers["location"] == "/echo?since=2024"
        assert client.get("/echo").json() == {"name": "editor"}
        assert client.post("/logout").status_code == 303
        assert client.get("/echo").status_code == 303


@pytest.mark.parametrize("role", ROLES)
def test_the_head_leads_where_one_may_go_and_the_foot_out(place, role):
    with_accounts(place, role)
    with desk(place) as client:
        sign_in(client, role)
        text = client.get("/ledger").text
        assert 'action="/logout"' in text
        nav = text[text.index("<nav") : text.index("</nav>")]
        paths = re.findall(r'href="([^"?]+)', nav)
        assert [client.get(path).status_code for path in paths] == [200] * len(paths)
        assert ("/review" in paths, "/add" in paths) == (role != "reader", role in ROLES[2:])


def test_who_sits_at_this_computer_has_nowhere_to_sign_out(place):
    with desk(place) as client:
        assert "/logout" not in client.get("/ledger").text
        assert client.get("/login").status_code == 404


def test_the_cookie_is_out_of_reach(place):
    with_accounts(place, "reader")
    with desk(place) as client:
        cookie = sign_in(client, "reader").headers["set-cookie"]
        assert "HttpOnly" in cookie
        assert "SameSite=strict" in cookie
        assert f"Max-Age={SESSION}" in cookie
        assert "Secure" not in cookie
        behind = sign_in(client, "reader", **{"X-Forwarded-Proto": "https"})
        assert "Secure" in behind.headers["set-cookie"]


def test_a_session_that_was_left_opens_nothing(place):
    with_accounts(place, "reader")
    with desk(place, add=echo) as client:
        sign_in(client, "reader")
        kept = client.cookies["onrecord_session"]
        client.post("/logout")
        client.cookies.set("onrecord_session", kept)
        assert client.get("/echo").status_code == 303


def test_a_wrong_password_is_told_and_after_many_nobody_is_asked(place):
    with_accounts(place, "reader")
    with desk(place) as client:
        for _ in range(MOST):
            answer = client.post("/login", data={"name": "reader", "password": "wrong"})
            assert answer.status_code == 401
            assert "No account has this name and password." in answer.text
        answer = sign_in(client, "reader")
        assert answer.status_code == 429
        assert int(answer.headers["retry-after"]) > 0
        assert "set-cookie" not in answer.headers


def test_tokens_are_for_programs(place):
    accounts = with_accounts(place, "editor")
    reader, editor = (accounts.grant("editor", role) for role in ("reader", "editor"))
    with desk(place, add=echo) as client:
        for secret, code in ((reader, 403), (editor, 200), ("onrecord_guess", 401)):
            answer = client.post("/echo", headers={"Authorization": f"Bearer {secret}"})
            assert answer.status_code == code
        sign_in(client, "editor")  # a wrong token is not made up for by a session
        assert client.post("/echo", headers={"Authorization": "Bearer x"}).status_code == 401
        assert client.post("/echo", headers={"Authorization": f"Basic {editor}"}).status_code == 401


def test_logins_and_what_may_change_something_are_put_down(place):
    accounts = with_accounts(place)
    with desk(place, add=echo) as client:
        client.post("/login", data={"name": "eve", "password": PASSWORD})
        sign_in(client, "reader")
        client.post("/echo")
        client.post("/echo", headers={"Origin": "https://evil.example"})
        client.get("/echo")
    told = [(act.who, act.act, act.outcome) for act in accounts.acts()]
    assert told == [
        ("eve", "sign in", "refused"),
        ("nobody", "POST /login", "401"),
        ("reader", "sign in", "done"),
        ("nobody", "POST /login", "303"),
        ("reader", "POST /echo", "403"),
        ("nobody", "POST /echo", "403"),
    ]
    assert {act.address for act in accounts.acts()} == {"127.0.0.1"}


def test_without_accounts_changes_are_put_down_all_the_same(place):
    with desk(place, add=echo) as client:
        client.post("/echo")
    (act,) = Accounts(place.with_name(place.name + BESIDE)).acts()
    assert (act.act, act.outcome) == ("POST /echo", "200")


def fails(app):
    @app.get("/fails", dependencies=[open_to_all()])
    def failing():
        raise RuntimeError("no")


@pytest.mark.parametrize(
    "path", ["/echo", "/no such page", "/static/desk.css", "/fails", "/ledger?since=x"]
)
def test_every_answer_has_the_headers(place, path):
    with desk(place, add=lambda app: (echo(app), fails(app))) as client:
        answer = client.get(path)
        assert {name: answer.headers.get(name) for name in HEADERS} == HEADERS
        policy = answer.headers["content-security-policy"]
        assert "unsafe" not in policy
        assert "default-src 'none'" in policy
        assert "cache-control" in answer.headers


def test_what_takes_too_long_is_answered_before_it_is_done(place):
    go_on, done = threading.Event(), threading.Event()

    def slow(app):
        @app.get("/slow", dependencies=[open_to_all()])
        def work():
            go_on.wait(60)
            done.set()

    with desk(place, add=slow, seconds=0.05) as client:
        answer = client.get("/slow")
        assert answer.status_code == 503
        assert "takes too long" in answer.text
        go_on.set()
        assert done.wait(60)
